help-qa = Find in translations what a second reader would mark
help-qa-articles = Articles by id, path or pattern (default: all)
help-qa-locale = Only this locale; may be repeated
help-qa-only = Only what these checks find, by code; may be repeated
help-qa-fail-on = From which severity on it fails
help-qa-ignore = Ignore the finding of this id from now on; may be repeated
help-qa-reason = Why it is none; stands beside the id in .cotejo/ignores
help-qa-format = Format of the result
help-qa-long =
    Each finding ends with its code and its id. An ignored one comes back when its source unit
    changes. `check` counts what is found here too, by policy.quality in cotejo.toml: allow, warn,
    errors (the default: errors fail), warnings (warnings fail as well).

    Exit codes: 0 nothing fails, 1 something fails, 2 something could not be read.

value-CHECK = CHECK
value-ID = ID

bad-check = there are the checks { $known }
bad-finding-id = this is no id of a finding: twelve characters from 0 to 9 and a to f
bad-reason = a reason needs words

rule-left-untranslated = A part of a translation is still the source’s text or in its language
rule-wrong-language = A part of a translation is in a third language
rule-markup-broken = A link, an image, code, a placeholder or an address is gone or broken
rule-units-differ = A paragraph, heading or item has no counterpart
rule-forbidden-term = A term that the termbase forbids
rule-keep-broken = Initials or a name that stay in every language are changed or gone
rule-number-differs = A number is not the source’s
rule-date-differs = A date is not the source’s
rule-name-differs = A name is spelt otherwise than in the source
rule-bracket-open = A bracket or a quotation mark has no fellow
rule-inverted-mark = A question or an exclamation lacks the mark before it
rule-word-twice = A word stands twice in a row
rule-length-unusual = A translation is much longer or shorter than others
rule-two-ways = A sentence of the source is translated in two ways
rule-list-items = A list has more or fewer items than the source’s
rule-heading-level = A heading stands deeper or higher than the source’s
rule-end-mark = A unit ends with another mark than its source
rule-french-space = An unbreakable blank is missing
rule-double-space = Two blanks in a row
rule-ignore-idle = An ignore is of no more use

finding-left-untranslated = “{ $target }” is still in { LANGUAGE($language) }
finding-wrong-language = “{ $target }” is in { LANGUAGE($language) }, not in { LANGUAGE($locale) }
finding-markup-broken =
    { $kind ->
        [placeholder] a placeholder differs: { $source } → { $target }
        [mail] a mail address differs: { $source } → { $target }
        [address] an address is gone or broken: { $source } → { $target }
        [code] code is gone or broken: { $source } → { $target }
        [image] an image is gone
       *[syntax] the markup is broken at { $target }
    }
finding-units-differ =
    { $kind ->
        [lost] a paragraph of the source is not translated: “{ $source }”
        [heading-lost] a heading of the source is not translated: “{ $source }”
        [item-lost] an item of the source’s list is not translated: “{ $source }”
        [come] a paragraph has no source: “{ $source }”
        [heading-come] a heading has no source: “{ $source }”
       *[item-come] an item of a list has no source: “{ $source }”
    }
finding-forbidden-term = “{ $target }” is wrong here; write { $source }
finding-keep-broken = “{ $source }” stays as it is in every language, and does not stand here
finding-number-differs =
    { $kind ->
        [lost] a number of the source is missing: { $source }
        [come] a number is not in the source: { $target }
        [exchanged] these numbers seem to have changed places: { $target }
       *[both] the source has { $source }, the translation { $target }
    }
finding-date-differs = the source has “{ $source }”, the translation “{ $target }”
finding-name-differs = a name is spelt otherwise: “{ $source }” in the source, “{ $target }” here
finding-bracket-open = { $target } has no fellow
finding-inverted-mark = { $target } is missing
finding-word-twice = “{ $target }” stands twice
finding-length-unusual =
    { $kind ->
        [short] only { $percent }% as long as its source: perhaps something is missing
       *[long] { $percent }% as long as its source: perhaps something is too much
    }
finding-two-ways = a sentence of the source is translated otherwise at { $place }
finding-list-items =
    { $kind ->
        [joined] items of the source’s list were made one: “{ $target }”
       *[split] an item of the source’s list was made several: “{ $target }”
    }
finding-heading-level =
    { $kind ->
        [all] the headings stand on another level than the source’s: here { $target } for { $source }, and all the others by as much
       *[one] a heading of level { $target }; the source’s has level { $source }
    }
finding-end-mark = the source ends with { $source }, the translation with { $target }
finding-french-space =
    { $kind ->
        [throughout]
            { $count ->
                [one] { $target } is without its unbreakable blank throughout: { $count } unit
               *[other] { $target } is without its unbreakable blank throughout: { $count } units
            }
       *[one] { $target } wants an unbreakable blank beside it
    }
finding-double-space = two blanks in a row
finding-ignore-idle = { $id } ({ $check } of { $article } in { $locale }) is found no more: its source changed or it was mended; take the line out

qa-passed-ignored =
    { $count ->
        [one] ignored: 1 finding
       *[other] ignored: { $count } findings
    }
qa-ignored =
    { $count ->
        [one] { $path } now ignores it
       *[other] { $path } now ignores these { $count }
    }
qa-ignore-unknown = nothing is found with the id { $id }
qa-ignore-unknown-hint = the id stands in brackets behind the code of a finding; see `cotejo qa`
qa-ignore-bad = { $path }:{ $line }: this ignores nothing: { $why }
qa-ignore-bad-hint = each line has an id, a code, an article, a locale and a reason with tabs between; `cotejo qa --ignore` writes it
qa-ignore-fields = it needs five fields with tabs between
qa-ignore-id = the first field is no id of a finding
qa-ignore-code = the second field is no code of a check
qa-ignore-locale = the fourth field is no locale
qa-ignore-reason = the reason is missing
