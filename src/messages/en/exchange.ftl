exchange-no-project = there is no project in { $folder } to import into
exchange-outside = { $path } is no folder below the project's; an import writes only there
exchange-two-locales = { $path } has pairs of terms and does not say in which locales
exchange-pair-needed = this format holds pairs of terms of two locales
exchange-two-locales-hint = name the two with --locale, the source first: --locale en,es
exchange-needs-folder = the two tables need a folder: name one with --output
exchange-onto-itself = { $path } is the termbase itself
exchange-refused-hint = nothing of the file was taken
exchange-unreadable-hint = the tables could not be read again after that import; nothing was written
exchange-clash-hint = nothing was written; give the file's ids a beginning of their own with --prefix, or let the file win with --update

exchange-dry-run = nothing is written; an import would do this:
exchange-concepts = concepts: { $new } new, { $changed } changed, { $same } as they are
exchange-terms = terms: { $new } new, { $changed } changed, { $same } as they are
exchange-differ =
    { $count ->
        [one] 1 cell says something else in the file; what stands is kept (--update takes the file's)
       *[other] { $count } cells say something else in the file; what stands is kept (--update takes the file's)
    }
exchange-new = new
exchange-changed = changed
exchange-kept = kept
exchange-cell-filled = { $column }: { $to }
exchange-cell-before = { $column }: instead of { $from }
exchange-cell-after = { $column }: { $to }
exchange-cell-kept = { $column }: kept: { $from }
exchange-cell-other = { $column }: in the file: { $to }
exchange-more-concepts =
    { $count ->
        [one] and 1 concept more
       *[other] and { $count } concepts more
    }
exchange-more =
    { $count ->
        [one] and 1 more of this kind
       *[other] and { $count } more of this kind
    }
exchange-nothing-new = the termbase says all of that already; nothing was written
exchange-written = written: { $files }

exchange-left-out-ambiguous =
    { $count ->
        [one] 1 pair is left out, since several concepts have its source term (line { $line })
       *[other] { $count } pairs are left out, since several concepts have their source term (first in line { $line })
    }
exchange-left-out-back =
    { $count ->
        [one] 1 entry behind the terms is left out: a person, a book or the like (line { $line })
       *[other] { $count } entries behind the terms are left out: persons, books and the like (first in line { $line })
    }
exchange-left-out-empty-term =
    { $count ->
        [one] 1 term without a letter is left out (line { $line })
       *[other] { $count } terms without a letter are left out (first in line { $line })
    }
exchange-left-out-foreign-cell =
    { $count ->
        [one] 1 cell outside of the named columns is left out (line { $line })
       *[other] { $count } cells outside of the named columns are left out (first in line { $line })
    }
exchange-left-out-line =
    { $count ->
        [one] 1 row without a term is left out (line { $line })
       *[other] { $count } rows without a term are left out (first in line { $line })
    }
exchange-left-out-long-term =
    { $count ->
        [one] 1 term longer than 1000 bytes is left out (line { $line })
       *[other] { $count } terms longer than 1000 bytes are left out (first in line { $line })
    }
exchange-left-out-markup =
    { $count ->
        [one] the markup of 1 passage is left out, its text is kept (line { $line })
       *[other] the markup of { $count } passages is left out, their text is kept (first in line { $line })
    }
exchange-left-out-picture =
    { $count ->
        [one] 1 picture is left out (line { $line })
       *[other] { $count } pictures are left out (first in line { $line })
    }
exchange-left-out-same-languages =
    { $count ->
        [one] 1 pair of one and the same language is left out (line { $line })
       *[other] { $count } pairs of one and the same language are left out (first in line { $line })
    }
exchange-left-out-sheet =
    { $count ->
        [one] 1 sheet without known column names is left out
       *[other] { $count } sheets without known column names are left out
    }
exchange-left-out-transaction =
    { $count ->
        [one] 1 word on who wrote something and when is left out (line { $line })
       *[other] { $count } words on who wrote something and when are left out (first in line { $line })
    }

exchange-unheld = what this format can't hold:
exchange-unheld-line = {"  "}{ $what }
exchange-unheld-case =
    { $count ->
        [one] that only its capitals count, of 1 term
       *[other] that only their capitals count, of { $count } terms
    }
exchange-unheld-concept =
    { $count ->
        [one] the id of 1 concept
       *[other] the ids of { $count } concepts
    }
exchange-unheld-control =
    { $count ->
        [one] control characters in 1 text
       *[other] control characters in { $count } texts
    }
exchange-unheld-definition =
    { $count ->
        [one] 1 definition
       *[other] { $count } definitions
    }
exchange-unheld-enforce =
    { $count ->
        [one] what a missing term is worth, in 1 place
       *[other] what a missing term is worth, in { $count } places
    }
exchange-unheld-for =
    { $count ->
        [one] which other terms 1 term stands for
       *[other] which other terms { $count } terms stand for
    }
exchange-unheld-forbidden =
    { $count ->
        [one] that 1 term is forbidden: it is written as deprecated
       *[other] that { $count } terms are forbidden: they are written as deprecated
    }
exchange-unheld-gender =
    { $count ->
        [one] the gender of 1 term
       *[other] the gender of { $count } terms
    }
exchange-unheld-keep =
    { $count ->
        [one] that 1 concept keeps its name in every language
       *[other] that { $count } concepts keep their name in every language
    }
exchange-unheld-lone =
    { $count ->
        [one] 1 concept with a term in one of the two locales only
       *[other] { $count } concepts with terms in one of the two locales only
    }
exchange-unheld-more-words =
    { $count ->
        [one] 1 source term that another concept has too, or that would be a comment
       *[other] { $count } source terms that another concept has too, or that would be a comment
    }
exchange-unheld-no-terms =
    { $count ->
        [one] 1 concept without a term
       *[other] { $count } concepts without a term
    }
exchange-unheld-note =
    { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
exchange-unheld-phrase =
    { $count ->
        [one] that 1 acronym is a phrase
       *[other] that { $count } acronyms are phrases
    }
exchange-unheld-pos =
    { $count ->
        [one] the part of speech of 1 term
       *[other] the part of speech of { $count } terms
    }
exchange-unheld-proper =
    { $count ->
        [one] that 1 term is a proper name: it is written as a noun
       *[other] that { $count } terms are proper names: they are written as nouns
    }
exchange-unheld-source =
    { $count ->
        [one] 1 source
       *[other] { $count } sources
    }
exchange-unheld-status =
    { $count ->
        [one] the status of 1 term
       *[other] the status of { $count } terms
    }
exchange-unheld-subject =
    { $count ->
        [one] 1 subject
       *[other] { $count } subjects
    }
exchange-unheld-synonym =
    { $count ->
        [one] 1 further target term
       *[other] { $count } further target terms
    }
exchange-unheld-variant =
    { $count ->
        [one] the other forms of 1 term
       *[other] the other forms of { $count } terms
    }
exchange-unheld-wrong-word =
    { $count ->
        [one] 1 deprecated or forbidden target term
       *[other] { $count } deprecated or forbidden target terms
    }

glossary-problem-bad-encoding = bytes that are wrong in the file's encoding; save it as UTF-8 or name its encoding with --encoding
glossary-problem-bad-id = { $found } can't be the id of a concept: it begins with # or is too long
glossary-problem-cell-too-long = the row is longer than { $known } MB or has too many cells; is that what stands between the cells?
glossary-problem-clash = { $found } is the id of another concept in the termbase: they share no term
glossary-problem-entity = the entity &{ $found }; is not one that XML has, and none are read from elsewhere
glossary-problem-entity-declared = the file declares an entity { $found }; such files are not read, write its text in its place
glossary-problem-entry-too-long = the entry is longer than { $known } MB
glossary-problem-languages = the line does not say in which locales its terms are; name them with --locale en,es
glossary-problem-no-known-column = no column has a name that is known: concept, locale and term, or a column for each locale
glossary-problem-not-tmx = this is no TMX: its outermost element is not tmx
glossary-problem-unit-too-long = a unit is longer than any translation
glossary-problem-not-tbx = this is no TBX: its outermost element is neither tbx nor martif
glossary-problem-not-xlsx = this is no Excel workbook (.xlsx)
glossary-problem-preferred-twice = { $found } is preferred beside that of line { $known }; it is taken as admitted
glossary-problem-quote = the cell opens with a quotation mark that is never closed
glossary-problem-same-entry = the concept { $found } stands in line { $known } already
glossary-problem-too-deep = elements nest deeper than { $known } levels
glossary-problem-too-many = the file has more than { $known } entries
glossary-problem-two-cells = the line has { $found } filled cells; a pair has a source term and a target term
glossary-problem-unknown-encoding = the file names an encoding that is not known
glossary-problem-unknown-word = { $found } is not one of { $known }; it goes into the note
glossary-problem-unreadable = it can't be read any further: { $found }
glossary-problem-xlsx-part = the workbook is damaged: { $found }
glossary-problem-xlsx-too-large = the workbook unpacks to more than { $known } MB
glossary-problem-xml-cut = the file ends within an element
glossary-problem-xml-end-tag = the end of { $found } does not fit what is open
glossary-problem-xml-syntax = this is no well-formed XML
glossary-problem-xml-token = a tag or a text is longer than { $known } MB
