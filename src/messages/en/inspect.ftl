inspect-verdict = verdict:
inspect-requested = asked for in:
inspect-served = served in:
inspect-share = in the source's language:
inspect-evidence = evidence:
inspect-blocks = blocks (line, language, kind):
inspect-unknown = unknown
inspect-by-given = as given
inspect-by-project = by the project
inspect-by-notice = by its notice
inspect-by-date-line = by its date line
inspect-by-none = nothing tells
inspect-no-file = no page was named
inspect-no-file-hint = name files, or - for standard input; --jsonl reads standard input by itself
inspect-no-locales = it is not known which locales the site has
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

evidence-notice =
    { $target ->
        [none]
            { $served ->
                [none] line { $line }: a notice ({ $rule }) says that the page is not in the language asked for
               *[other] line { $line }: a notice ({ $rule }) says that the page is served in { LANGUAGE($served) }
            }
       *[other]
            { $served ->
                [none] line { $line }: a notice ({ $rule }) says that the page was asked for in { LANGUAGE($target) }
               *[other] line { $line }: a notice ({ $rule }) says that the page was asked for in { LANGUAGE($target) } and is served in { LANGUAGE($served) }
            }
    }
evidence-stale-notice = line { $line }: the notice is stale: the text below it is in the language asked for
evidence-requested-notice = the notice tells that the page was asked for in { LANGUAGE($locale) }
evidence-requested-project =
    { $by ->
        [path] the project knows that it is asked for in { LANGUAGE($locale) }: by its path
        [url] the project knows that it is asked for in { LANGUAGE($locale) }: by its address
        [page] the project knows that it is asked for in { LANGUAGE($locale) }: by its entry in cotejo.toml
        [collection] the project knows that it is asked for in { LANGUAGE($locale) }: by its collection
        [front-matter] the project knows that it is asked for in { LANGUAGE($locale) }: by its front matter
       *[hand] the project knows that it is asked for in { LANGUAGE($locale) }: by a pair settled by hand
    }
evidence-source-project = the source of its article is known: { $path }
evidence-requested-date-line = line { $line }: the date is written as in { LANGUAGE($locale) }, so the page was asked for in { LANGUAGE($locale) }
evidence-date-line-not-source = line { $line }: the date is written as in { LANGUAGE($locales) }, and not as in the source’s language, so the page was not asked for in that one
evidence-language = { $percent }% of the letters ({ $letters }) are in { LANGUAGE($language) }
evidence-source-lines =
    { $blocks ->
        [one] 1 block is in the source's language, at line { $lines }
       *[other] { $blocks } blocks are in the source's language, at lines { $lines }
    }
evidence-copy = { $percent }% of the letters are the source's own text
evidence-third-language = the text is in { LANGUAGE($language) }, which was neither asked for nor is the source's
evidence-same-language = { $requested } and { $source } are one language: its words can't tell a translation from the source
evidence-no-word-list = there is no word list of { LANGUAGE($locale) } to know it by, and its script is the source’s too
evidence-too-little =
    { $letters ->
        [one] 1 letter is too little to tell
       *[other] { $letters } letters are too few to tell
    }

problem-not-utf8 = line { $line }, column { $column }: not UTF-8; read as Windows-1252
problem-broken-utf8 = line { $line }, column { $column }: broken UTF-8 at byte { $offset }
problem-broken-utf16 = line { $line }, column { $column }: broken UTF-16 at byte { $offset }
problem-nul = line { $line }, column { $column }: a NUL byte; this may not be a text file
problem-front-matter = line { $line }, column { $column }: the front matter can't be read
problem-too-deep = line { $line }, column { $column }: nested too deeply; read as plain text from here
problem-merge-conflict = line { $line }: a merge conflict begins here; what is said of this page is of both sides together
