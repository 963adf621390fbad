help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-global-options = Options of every command
help-values = one of: { $values }
help-default = default: { $value }

value-OPTIONS = OPTIONS
value-COMMAND = COMMAND
value-LOCALE = LOCALE
value-LOCALES = LOCALES
value-WHEN = WHEN
value-FOLDER = FOLDER
value-TIME = TIME
value-CONCEPT = CONCEPT
value-ARTICLE = ARTICLE
value-FILE = FILE
value-PATH = PATH
value-FORMAT = FORMAT
value-VERDICT = VERDICT
value-COLLECTION = COLLECTION
value-PATTERN = PATTERN
value-KEY = KEY
value-NUMBER = NUMBER
value-STATE = STATE
value-TEXT = TEXT
value-NAME = NAME
value-REF = REF
value-SEVERITY = SEVERITY
value-COVERAGE = LOCALE=PERCENT
value-COUNT = COUNT
value-DAYS = DAYS
value-THRESHOLD = VERDICT
value-CLASS = CLASS
value-PAIRING = PAIRING
value-ENCODING = ENCODING
value-PREFIX = PREFIX

help-cotejo = Keeps every article and its language versions in step.
help-cotejo-long =
    Start with `cotejo init` in the folder of your articles, then `cotejo status`.

    `cotejo help COMMAND` shows the options of a command.

    Exit codes: 0 done, 1 a gate found something (`check`, `qa`, `glossary check`, `glossary lint`),
    2 the work could not be done.

help-global-help = Show this help
help-global-version = Show the version
help-global-lang = Language of the interface: en, es or fr (default: as COTEJO_LANG, LC_ALL, LC_MESSAGES or LANG say)
help-global-color = When to use colour
help-global-project = Work in this folder instead of the current one
help-global-now = Take this moment for now, as 2026-11-21 or 2026-11-21T09:00:00Z

help-init = Look at the tree and write a commented cotejo.toml
help-init-dry-run = Show what would be written, write nothing
help-init-source = The locale the articles are written in, if the guess is wrong
help-init-targets = The locales they are translated to, separated by commas

help-pair = Show which files belong together, and why
help-pair-pairing = Only pairings of this kind
help-pair-locale = Only this locale; may be repeated
help-pair-collection = Only this collection
help-pair-path = Only articles with a path that matches, as news/2020/**
help-pair-format = Format of the result

help-inspect = Tell what a page is: its language, its notice, its verdict, and why
help-inspect-long =
    With --jsonl, reads a JSON object a line, {"{"}"id","text","requested"?,"source"?{"}"}, and writes
    its verdict, a line each, in the order read. A line that can't be read is answered by a line
    with "error"; the run goes on.
help-inspect-files = The pages; - is standard input
help-inspect-jsonl = Read JSON Lines from the files or standard input, write JSON Lines
help-inspect-locales = The site's locales, separated by commas (default: the project's)
help-inspect-source-locale = The locale articles are written in (default: the project's, else the first of --locales)
help-inspect-requested = The locale the pages were asked for in (default: what they say of it themselves)
help-inspect-source = The source text, to tell a copy
help-inspect-format = Format of the result

help-status = Show how articles stand in each locale
help-status-locale = Only this locale; may be repeated
help-status-verdict = Only this verdict; may be repeated
help-status-collection = Only this collection
help-status-path = Only articles with a path that matches, as news/2020/**
help-status-rows = List every article, however many there are
help-status-sort = Order of the rows
help-status-format = Format of the result

help-diff = Show what changed in the source since the baseline, beside the target
help-diff-articles = Articles by id, path or pattern (default: all that are outdated)
help-diff-locale = Only this locale; may be repeated
help-diff-class = Only changes of this class or a graver one
help-diff-format = Format of the result
help-diff-side-by-side = Two columns, when the terminal is wide enough

help-accept = Record that versions are in step with their source
help-accept-articles = Articles by id, path or pattern
help-accept-locale = Only this locale, all of it where no article is named; may be repeated
help-accept-units = Only these units, as diff names them: 3 or 2-5, or the letters of one that is gone, separated by commas
help-accept-all = All articles
help-accept-state = State of the links recorded
help-accept-reason = Why the target needs no change; needed after a major change that it does not follow
help-accept-by = Who accepts (default: COTEJO_BY, else git's user.name)
help-accept-moved = Let the records of sources that moved follow them; with FROM TO, those of the one that stood at FROM go to TO
help-accept-undo = Take back the last accept
help-accept-dry-run = Show what would be recorded or taken back, write nothing

help-check = Fail when translations are behind, for CI
help-check-locale = Only this locale; may be repeated
help-check-fail-on = Verdicts or change classes that fail, separated by commas (default: the policy's)
help-check-min-coverage = Least percentage of current articles, as es=80; may be repeated
help-check-grace-days = Do not fail for what is younger than so many days
help-check-only-changed-since = Only what changed since the merge base with this git ref
help-check-debts = File of accepted debts, which may only shrink
help-check-record-debts = Write what is found now to the file of debts
help-check-format = Format of the result

help-report = Report on coverage, for editors
help-report-locale = Only this locale; may be repeated
help-report-collection = Only this collection
help-report-path = Only articles with a path that matches
help-report-format = Format of the result

help-help = Show the help of a command
help-help-verb = The command (default: all of them)

help-glossary = Apply the termbase: find its terms in texts, check translations by it, check itself
help-glossary-find = Show where a text uses the termbase's terms, in any number and gender
help-glossary-find-long =
    With --jsonl a line in is {"{"}"id","text"{"}"}, a line out {"{"}"id","hits"{"}"}, each hit with its concept,
    term, status, and start and end in bytes of the text's UTF-8.
help-glossary-find-files = The texts; - is standard input
help-glossary-find-locale = The locale that the texts are in
help-glossary-find-glossary = The termbase: a folder, or a table (default: the project's own)
help-glossary-find-jsonl = Read JSON Lines from the files or standard input, write JSON Lines
help-glossary-find-format = Format of the result
help-glossary-import = Merge a file of terms into the project's termbase
help-glossary-import-long =
    Concepts are known by their id, or by a term where the file has no ids. What the termbase lacks is
    added; where both say something, what stands is kept and the difference is shown. Nothing is ever
    taken away. accept --undo takes an import back.
help-glossary-import-file = TBX, a table (CSV, TSV, XLSX), an OmegaT or DeepL glossary, or a folder with two tables; - is standard input
help-glossary-import-format = Format of the file (default: by its first bytes and its name)
help-glossary-import-locale = The two locales of a list of pairs, the source first
help-glossary-import-encoding = Encoding of a table or list without a byte order mark (default: UTF-8)
help-glossary-import-glossary = The folder of the termbase below the project's (default: glossary)
help-glossary-import-prefix = Put before each id of the file
help-glossary-import-update = Where both say something, take what the file says
help-glossary-import-dry-run = Show what would be done, write nothing
help-glossary-export = Write the termbase in the format of another tool
help-glossary-export-long =
    tbx and tbx-dct are TBX v3 (ISO 30042:2019), tbx2 is TBX v2, which OmegaT, Weblate and Virtaal read.
    csv, tsv and cotejo hold everything; what another format can't hold is counted on standard error.
help-glossary-export-format = Format of the result
help-glossary-export-locale = Only terms of these locales; for a list of pairs, the source and the target
help-glossary-export-output = Write to this file (for cotejo, this folder) instead of standard output
help-glossary-export-glossary = The termbase: a folder, or a table (default: the project's folder glossary)
help-glossary-check = Show what translations did with the concepts of their sources
help-glossary-check-long =
    Of each pair of aligned units: terms that are missing (a warning), deprecated or forbidden (an error),
    named without the acronym that the source introduces, or said in two ways within the article (a hint).
    The termbase's column enforce says otherwise where it has to.
help-glossary-check-articles = Articles by id, path, pattern or folder (default: all)
help-glossary-check-locale = Only this locale; may be repeated
help-glossary-check-glossary = The termbase: a folder, or a table (default: the project's own)
help-glossary-check-fail-on = Fail from this severity on
help-glossary-check-format = Format of the result
help-glossary-apply = Mend deprecated and forbidden terms where that is safe
help-glossary-apply-long =
    The preferred term comes in the place of a deprecated or forbidden one, in the same number, with
    the words before it that agree with it, elision, contraction and capitals; nothing else in a file
    changes. What may not be safe (an adjective that would have to follow, a quotation, code, a name) is
    left and told with its reason. Without --write the plan is shown.

    A record follows the words of its target: a version in step stays in step, one that waits for a
    change of its source goes on waiting. accept --undo takes it back.
help-glossary-apply-articles = Articles by id, path, pattern or folder (default: all)
help-glossary-apply-locale = Only this locale; may be repeated
help-glossary-apply-concept = Only this concept, by id, its hints too; may be repeated
help-glossary-apply-glossary = The termbase: a folder, or a table (default: the project's own)
help-glossary-apply-write = Write the files, in one step
help-glossary-apply-dry-run = Show what would be done, write nothing (the default)
help-glossary-apply-format = Format of the result
help-glossary-suggest = List the terms that the translator of an article will need
help-glossary-suggest-article = The article, by id, path or pattern
help-glossary-suggest-locale = The locale to translate to
help-glossary-suggest-glossary = The termbase: a folder, or a table (default: the project's own)
help-glossary-suggest-format = Format of the result
help-glossary-extract = List terms and acronyms that the termbase lacks, best first
help-glossary-extract-long =
    Sequences of words that are said more than once in the sources are ranked by their C-value: the longer
    and the more frequent, the likelier a term. Translations that are aligned tell how they are probably
    said in each locale, with the number of units that say so.
help-glossary-extract-articles = Articles by id, path, pattern or folder (default: all)
help-glossary-extract-locale = Only translations into this locale; may be repeated
help-glossary-extract-glossary = The termbase: a folder, or a table (default: the project's own)
help-glossary-extract-least = Only what stands in the sources so many times or more
help-glossary-extract-limit = Show so many at most
help-glossary-extract-format = Format of the result
help-glossary-lint = Show the termbase's own faults
help-glossary-lint-glossary = The termbase: a folder, or a table (default: the project's own)
help-glossary-lint-fail-on = Fail from this severity on
help-glossary-lint-format = Format of the result
