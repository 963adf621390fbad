help-pull = Hand out pending work for a translator's tool
help-pull-articles = Articles by id, path or pattern (default: all that wait)
help-pull-locale = The locale to translate to
help-pull-collection = Only this collection; may be repeated
help-pull-path = Only paths that fit this pattern; may be repeated
help-pull-verdict = Only these verdicts, separated by commas (default: missing, untranslated, partial, outdated)
help-pull-since = Only articles dated this day or later
help-pull-words = Hand out up to so many words, the most urgent first; one unit at least
help-pull-traffic = CSV file that says how often each page is read (default: urgency.figures in cotejo.toml)
help-pull-format = Format of the files
help-pull-out = Folder to write the files to (default: the current one)
help-pull-per-article = Write a file an article
help-pull-only-pending = Leave out the units that need no work
help-pull-holder = Who takes the work
help-pull-again = Hand out again what is out already
help-pull-count = Count the words only; write nothing, hand out nothing
help-pull-counts = Format of the word counts
help-pull-release = Give up this package: its units may go to others
help-pull-long =
    Chooses what waits, the most urgent first, and writes it as a package for the tool at hand:
    XLIFF 1.2 and 2.1, gettext PO, a table in HTML or Markdown, JSON, or a folder that OmegaT opens
    as a project. Each unit has its source, the change since the target was last in step, the
    target as it stands, the best matches of the project's own translations, its terms, and what
    was found about it. `cotejo push` takes the file back.

    Urgency is the weighted mean of three shares: how new the page is, how much of it is to be
    done, and how often it is read. [urgency] in cotejo.toml sets the weights.

    What is out is kept under .cotejo/out, which belongs in git: another pull does not hand it
    out again.

value-DATE = DATE
value-PACKAGE = PACKAGE

bad-day = this is no day; write 2026-11-21
bad-package = a package's name has letters, digits, - and _ only
bad-words = write a whole number from 1 on

pull-one-locale = one target locale has to be named: --locale
pull-source-locale = { $locale } is the locale that the articles are written in: there is nothing to translate to it
pull-nothing = Nothing to hand out.
pull-head = { $package }: { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $units ->
        [one] 1 unit
       *[other] { $units } units
    }, { $size }
pull-would = To hand out: { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $units ->
        [one] 1 unit
       *[other] { $units } units
    }, { $size }
pull-size-words =
    { $count ->
        [one] 1 word
       *[other] { $count } words
    }
pull-size-characters =
    { $count ->
        [one] 1 character
       *[other] { $count } characters
    }
pull-file = written: { $path }
pull-number = { $count }
pull-column-segments = segments
pull-column-words = words
pull-column-characters = signs
pull-column-all-characters = characters
pull-band-new = new
pull-band-50-74 = 50–74%
pull-band-75-84 = 75–84%
pull-band-85-94 = 85–94%
pull-band-95-99 = 95–99%
pull-band-repetition = repeated
pull-band-exact = exact
pull-band-in-context = in context
pull-total = total
pull-out = Out already:
pull-out-line = { $package }: { $count ->
        [one] 1 unit
       *[other] { $count } units
    } since { $date }
pull-out-line-with = { $package }: { $count ->
        [one] 1 unit
       *[other] { $count } units
    } with { $holder } since { $date }
pull-out-hint = What waits is out; hand it out once more with --again, or give a package up with --release.
pull-released = { $package } is given up; { $count ->
        [one] 1 unit may go to others
       *[other] { $count } units may go to others
    }. What comes back of it is still taken.
pull-released-before = { $package } was given up already, on { $date }.
pull-out-idle =
    { $count ->
        [one] { $count } unit of { $package } is out and waits no more: give it up with `cotejo pull --release { $package }`
       *[other] { $count } units of { $package } are out and none of them waits any more: give them up with `cotejo pull --release { $package }`
    }
pull-strange =
    { $count ->
        [one] { $count } page of the figures is no article: { $first }
       *[other] { $count } pages of the figures are no articles: { $first } …
    }
figures-problem-quote = a quotation mark is opened and never closed: { $found }
figures-problem-number = { $found } is no number from 0 on
figures-problem-syntax = this is no row of a table
figures-hint = each row has a page (an article’s id, path or address) and how often it was read, between commas, semicolons or tabs
pull-no-package = no package is called { $package }
pull-packages = there are: { $known }
pull-no-packages = nothing was handed out yet
pull-placeless = { $article }: no template says where its translation belongs; add a target to its collection in cotejo.toml
pull-by-hand =
    { $count ->
        [one] 1 unit only moved or went in the source: `cotejo diff` shows it; change the file by hand and accept it
       *[other] { $count } units only moved or went in the source: `cotejo diff` shows them; change the files by hand and accept them
    }
pull-mirror =
    { $count ->
        [one] { $count } article waits for nothing but what is copied across (code, front matter, pictures): `cotejo diff` shows it; copy it by hand, then `cotejo accept`
       *[other] { $count } articles wait for nothing but what is copied across (code, front matter, pictures): `cotejo diff` shows it; copy it by hand, then `cotejo accept`
    }
pull-left =
    { $count ->
        [one] 1 unit ({ $words } words) is left for another day
       *[other] { $count } units ({ $words } words) are left for another day
    }
pull-write-hint = nothing was handed out; name another folder with --out, or make room

out-bad = { $path }:{ $line }: can't read what is out: { $why }
out-bad-magic = it does not begin as a package does, or is of another version of cotejo
out-bad-conflict = it has a merge conflict; keep one side and remove the marks
out-bad-line = a line does not belong here
out-bad-missing = a line is missing
out-bad-truncated = it ends too early
out-bad-hint = bring back the last good one with `git checkout -- PATH`, or remove the file: then its units count as not handed out, and its package can't be pushed

work-colon = { ": " }
work-id = ID (do not change)
work-source = Source
work-target = Translation
work-notes = Notes
work-instructions = Translate each unit; in a table, write into the column Translation. Leave the IDs as they are. What you leave as it is counts as not done.
work-instructions-codes = Marks such as <1> and </1> stand for links, bold type and the like: every one has to be in the translation, where it belongs.
work-instructions-back = Save the file in the format it has, and send it back.
work-file = File
work-line = Line
work-before = Before
work-change = Change
work-offer = Match
work-in-context = in context
work-one-sentence = one sentence of it only
work-term = Term
work-remark = Found
work-note = Note
work-todo-translate = to translate
work-todo-update = the source changed
work-todo-check = a draft, to be read
work-todo-nothing = context, locked

help-memory = Write the project’s translation memory as TMX
help-memory-locale = Only to these locales, separated by commas (default: all)
help-memory-output = File to write (default: standard output)
help-memory-long =
    Writes what the project’s own translations say as TMX 1.4, which every translation tool
    reads: whole units and, where it is sure which belong together, their sentences. Memories
    that [memory] in cotejo.toml names are not given on.
memory-count =
    { $count ->
        [one] { $count } text in the memory
       *[other] { $count } texts in the memory
    }
memory-no-files = [memory] names files, and none fits its patterns: no matches are offered from them
memory-hint = mend the file, or take it out of files in [memory] of cotejo.toml
