inspect-verdict = verdict:
inspect-requested = asked for in:
inspect-served = served in:
inspect-share = in the source's language:
inspect-evidence = evidence:
inspect-blocks = blocks (line, language, kind):
inspect-unknown = unknown
inspect-by-given = as given
inspect-by-notice = by its notice
inspect-by-date-line = by its date line
inspect-by-none = nothing tells
inspect-no-file = no page was named
inspect-no-file-hint = name files, or - for standard input; --jsonl reads standard input by itself
inspect-no-locales = which locales the site has is not known
inspect-no-locales-hint = name them with --locales en,es,fr, the source's first, or run in a project
inspect-stdin-twice = standard input can be read once only
inspect-input = the input could not be read: { $cause }

block-title = title
block-heading = heading
block-paragraph = paragraph
block-list-item = list item
block-table-cell = table cell
block-caption = caption
block-date-line = date line
block-notice = notice
block-meta = front matter
block-code = code
block-data = data

left-out-notice = notice
left-out-mirror = copied across
left-out-date-line = date
left-out-no-letters = no letters
left-out-names = names
left-out-quotation = quotation
left-out-scrap = too short

evidence-notice = line { $line }: a notice ({ $rule }) says that { $target } was asked for and { $served } is served
evidence-stale-notice = line { $line }: the notice stands over a text in the language asked for
evidence-requested-notice = the notice tells that { $locale } was asked for
evidence-requested-date-line = line { $line }: the date is in the language of { $locale }, so that was asked for
evidence-language = { $percent } % of the letters ({ $letters }) are in { $language }
evidence-source-lines =
    { $blocks ->
        [one] 1 block is in the source's language, at line { $lines }
       *[other] { $blocks } blocks are in the source's language, at lines { $lines }
    }
evidence-copy = { $percent } % of the letters are the source's own text
evidence-third-language = the text is in { $language }, which was neither asked for nor is the source's
evidence-same-language = { $requested } and { $source } are one language, which words can't tell apart
evidence-too-little = { $letters } letters are too few to tell

problem-not-utf8 = line { $line }, column { $column }: no UTF-8; read as Windows-1252
problem-broken-utf8 = line { $line }, column { $column }: broken UTF-8 at byte { $offset }
problem-broken-utf16 = line { $line }, column { $column }: broken UTF-16 at byte { $offset }
problem-nul = line { $line }, column { $column }: a NUL byte; the file may be no text
problem-front-matter = line { $line }, column { $column }: the front matter can't be read
problem-too-deep = line { $line }, column { $column }: nested too deeply; read as plain text from here
