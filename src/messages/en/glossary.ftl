term-status-preferred = preferred
term-status-admitted = admitted
term-status-deprecated = deprecated
term-status-forbidden = forbidden

glossary-count =
    { $count ->
        [0] no term of the termbase
        [one] 1 term
       *[other] { $count } terms
    }
glossary-no-file = no text was named
glossary-none = no termbase was named, and there is no project here
glossary-no-folder = the project in { $folder } has no folder glossary, and its configuration names no termbase
glossary-none-hint = name a folder with concepts.tsv and terms.tsv, or a table, with --glossary
glossary-no-terms = the termbase has no terms for { $locale }
glossary-exact = no rules of number and gender are known for { $locale }: terms are found as they stand only
glossary-hint =
    { $count ->
        [one] mend it in the table; nothing was looked for
       *[other] mend them in the table; nothing was looked for
    }

glossary-problem-bad-head = the first line is not { $known }
glossary-problem-bad-locale = { $found } is no language tag; write a BCP 47 tag such as es or pt-BR
glossary-problem-bad-word = { $found } may not stand here; choose one of: { $known }
glossary-problem-cells = the line has { $found } cells, the table { $known } columns
glossary-problem-empty = a term, or one of its variants, is missing or has no letters
glossary-problem-no-column = there is no column { $found }
glossary-problem-no-concept = there is no concept { $found } in concepts.tsv
glossary-problem-no-id = the concept has no id
glossary-problem-no-locales = no column has a locale for its name
glossary-problem-not-utf8 = the file is not UTF-8 text; save it as UTF-8
glossary-problem-nul = a NUL byte; this is no text file
glossary-problem-same-column = there are two columns { $found }
glossary-problem-same-id = the concept { $found } stands in line { $known } already
glossary-problem-same-term = { $found } stands in line { $known } already, for the same concept and locale
glossary-problem-too-large = the file is larger than { $known } MB
glossary-problem-too-long = the term, or one of its variants, is longer than 1000 bytes
glossary-problem-two-preferred = { $found } is preferred beside that of line { $known }; one concept has one preferred term in a locale
