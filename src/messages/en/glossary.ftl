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
glossary-no-terms = the termbase has no terms in { LANGUAGE($locale) }
glossary-exact = no rules of number and gender are known for { LANGUAGE($locale) }: terms are found as they stand only
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

# glossary check
rule-term-forbidden = A term is wrong for its concept
rule-term-deprecated = A term is better not used
rule-term-missing = A concept of the source has no term in the translation
rule-term-acronym = A name stands without the acronym that the source has beside it
rule-term-inconsistent = A concept is called otherwise elsewhere in the article
finding-term-forbidden = “{ $words }” is wrong for { $concept }; write { $better }
finding-term-deprecated = “{ $words }” is better not used for { $concept }; write { $better }
finding-term-missing = “{ $words }” ({ $concept }) of the source has no term here; expected: { $better }
finding-term-acronym = “{ $words }” is named without its acronym, which the source has beside it; add { $better }
finding-term-inconsistent = “{ $words }” stands here for { $concept }, “{ $better }” elsewhere in the article
terms-right =
    { $count ->
        [one] right: 1 concept
       *[other] right: { $count } concepts
    }

# glossary suggest
suggest-count =
    { $count ->
        [0] no concept of the termbase
        [one] 1 concept
       *[other] { $count } concepts
    }
suggest-none = no term in this locale
suggest-keep = stays as it is in every language
suggest-no-article = nothing is to be translated into { LANGUAGE($locale) } there

# glossary lint
rule-lint-table = A line of the termbase can’t be used
rule-lint-cycle = Terms forbid each other in a ring
rule-lint-forbidden-elsewhere = A term is forbidden for one concept and right for another
rule-lint-hidden = A term is never found
rule-lint-shared = A term is right for two concepts
rule-lint-acronym = An acronym belongs to no name of its concept
rule-lint-no-term = A concept has no term
rule-lint-no-locale = A concept has no good term in a locale
finding-lint-table = { $code ->
        [same-id] the concept { $found } stands in line { $known } already
        [same-term] { $found } stands in line { $known } already, for the same concept and locale
        [two-preferred] { $found } is preferred beside that of line { $known }; one concept has one preferred term in a locale
        [bad-locale] { $found } is no language tag
        [bad-word] { $found } may not stand here; choose one of: { $known }
        [no-concept] there is no concept { $found } in concepts.tsv
        [no-id] the concept has no id
        [empty] a term, or one of its variants, is missing or has no letters
        [too-long] the term, or one of its variants, is longer than 1000 bytes
        [cells] the line has { $found } cells, the table { $known } columns
        [no-column] there is no column { $found }
        [same-column] there are two columns { $found }
       *[other] the table can't be read ({ $code })
    }
finding-lint-cycle = { $term } is forbidden for { $concept } and preferred for a concept that forbids, in a ring, the preferred term of { $concept }; mending would never end: set enforce to warn where only the source decides
finding-lint-forbidden-elsewhere = { $term } is forbidden for { $concept } and right for { $other_concept } (line { $other_line }): set enforce to warn, so that it is judged beside its source only
finding-lint-hidden = { $term } ({ $concept }) is never found: { $other } (line { $other_line }) stands for these words
finding-lint-shared = { $term } is right for { $concept } and for { $other_concept } (line { $other_line })
finding-lint-acronym = { $term } is no acronym of any name of { $concept }
finding-lint-no-term = { $concept } has no term
finding-lint-no-locale = { $concept } has no preferred or admitted term in { LANGUAGE($locale) }
lint-no-table-hint = mend the file, or name another with --glossary; nothing in it was looked at
lint-sum-passes =
    { $terms ->
        [one] passed: 1 term
       *[other] passed: { $terms } terms
    }, { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $hints ->
        [one] 1 hint
       *[other] { $hints } hints
    }
lint-sum-fails =
    { $terms ->
        [one] failed: 1 term
       *[other] failed: { $terms } terms
    }, { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $hints ->
        [one] 1 hint
       *[other] { $hints } hints
    }

terms-found = terms: { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $hints ->
        [one] 1 hint
       *[other] { $hints } hints
    }
terms-bad = the project's termbase can't be read, so no term was looked at; run `cotejo glossary lint`
finding-terms = the terms of “{ $title }” in { LANGUAGE($locale) }: { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }; `cotejo glossary check` shows them
rule-terms = Terms that the termbase says otherwise

# glossary extract
extract-head =
    { $count ->
        [0] no candidate term in { $articles ->
            [one] 1 article
           *[other] { $articles } articles
        } in { LANGUAGE($locale) }
        [one] 1 candidate term in { $articles ->
            [one] 1 article
           *[other] { $articles } articles
        } in { LANGUAGE($locale) }
       *[other] { $count } candidate terms in { $articles ->
            [one] 1 article
           *[other] { $articles } articles
        } in { LANGUAGE($locale) }, { $shown } shown
    }
extract-columns = C-value  count  term
extract-no-words = no function words are known for { LANGUAGE($locale) }: many candidates will be none

# glossary apply
apply-left = left: “{ $words }” ({ $concept }): { $why }
apply-why-no-preferred = the termbase has no preferred term of that kind
apply-why-several = the termbase has several preferred terms
apply-why-hint = the termbase calls it a hint; name the concept with --concept
apply-why-shared = the words may mean something else here
apply-why-language = no rules are known for the language
apply-why-number = the form of the new term in that number is not known
apply-why-gender = the gender to write can’t be told
apply-why-agreement = other words may agree with it
apply-why-sound = how the new term sounds can’t be told
apply-why-line-break = a line break stands between
apply-why-markup = emphasis or a link begins or ends between words that go together
apply-why-code = it stands in code, an address or a reference
apply-why-quote = it stands in a quotation
apply-why-compound = it is tied to another word
apply-why-name = it is part of a name
apply-why-foreign = it is given in another language
apply-why-beside = the new term stands beside it
apply-why-as-is = the unit was left as it is on purpose
apply-why-file = the file can’t hold the new words there as they are
apply-why-many = the unit has too many of them
apply-sum-plan =
    to be mended: { $mended ->
        [one] 1 term
       *[other] { $mended } terms
    } in { $files ->
        [one] 1 file
       *[other] { $files } files
    }; left: { $left }; nothing is written without --write
apply-sum-written =
    mended: { $mended ->
        [one] 1 term
       *[other] { $mended } terms
    } in { $files ->
        [one] 1 file
       *[other] { $files } files
    }; left: { $left }; `cotejo accept --undo` takes it back
apply-sum-nothing = nothing to mend; left: { $left }
apply-no-concept = the termbase has no concept { $concept }
apply-no-concept-hint = --concept takes the ids of concepts, as `cotejo glossary check` shows them
