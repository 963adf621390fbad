help-check-collection = Only this collection
help-check-path = Only articles with a path that matches, as news/2020/**
help-check-long =
    Exit codes: 0 nothing fails, 1 something fails, 2 something could not be read or the history does
    not reach; the same for every format. --fail-on takes verdicts (missing, untranslated, partial,
    outdated, unrecorded, undecided, orphan, ambiguous, unreadable), not-published, classes of change
    (major, mirror, minor, cosmetic), or none. What `cotejo qa` finds counts too, by policy.quality
    in cotejo.toml; with none it fails nothing.

severity-error = error:
severity-warning = warning:
severity-hint = hint:

rule-missing = An article has no version in a locale
rule-untranslated = A version is not in its locale's language
rule-partial = A part of a version is still in the source's language
rule-outdated = The source has changed since the version was last in step with it
rule-unrecorded = A version is translated, but no record says from which source
rule-moved = A source seems to have moved, and its records wait where it was
rule-undecided = A version has too little text to tell its language
rule-orphan = A version has no source
rule-ambiguous = Which file is the version of an article is not settled
rule-unreadable = A file or folder could not be read
rule-not-published = The site serves another language although the version is in order
rule-stale-notice = A notice says that a page is not available although it is translated
rule-flawed = A part of a file could not be read as meant
rule-coverage-low = A locale has fewer current versions than the policy asks for
rule-debt-grown = The list of debts has an entry that it did not have before
rule-debt-paid = The list of debts has an entry that nothing owes any more
rule-nothing-recorded = No version of the project is recorded yet

finding-missing =
    { $words ->
        [one] “{ $title }” has no version in { LANGUAGE($locale) } (1 word to do)
       *[other] “{ $title }” has no version in { LANGUAGE($locale) } ({ $words } words to do)
    }
finding-untranslated =
    { $how ->
        [notice] “{ $title }” is not translated into { LANGUAGE($locale) }: a notice says so, and the text is in another language
        [copy] “{ $title }” is not translated into { LANGUAGE($locale) }: the text is the source's
       *[silent] “{ $title }” is not translated into { LANGUAGE($locale) }: the text is in another language
    }
finding-partial = “{ $title }” is only partly in { LANGUAGE($locale) }: { $percent }% of the letters are in { LANGUAGE($source) }
finding-outdated =
    { $changes ->
        [one] “{ $title }” is outdated in { LANGUAGE($locale) }: 1 change of the source waits
       *[other] “{ $title }” is outdated in { LANGUAGE($locale) }: { $changes } changes of the source wait
    }{ $class ->
        [major] {" (major)"}
        [mirror] {" (mirror)"}
        [minor] {" (minor)"}
       *[cosmetic] {" (cosmetic)"}
    }; see `cotejo diff`
finding-unrecorded = “{ $title }” is translated into { LANGUAGE($locale) }, but not recorded; run `cotejo accept` once it is in step
finding-moved =
    { $changes ->
        [0] { $from } is gone and “{ $title }” looks like it; its record in { LANGUAGE($locale) } waits to follow
        [one] { $from } is gone and “{ $title }” looks like it; 1 change of the source waits by its record in { LANGUAGE($locale) }
       *[other] { $from } is gone and “{ $title }” looks like it; { $changes } changes of the source wait by its record in { LANGUAGE($locale) }
    }{ $class ->
        [none] {""}
        [major] {" (major)"}
        [mirror] {" (mirror)"}
        [minor] {" (minor)"}
       *[cosmetic] {" (cosmetic)"}
    }{ $candidates ->
        [none] ; run `cotejo accept --moved`, then `cotejo diff`
       *[other] ; it may be any of these: { $candidates }: run `cotejo accept --moved { $from } { $path }` if it is this one, then `cotejo diff`
    }
finding-undecided = “{ $title }” has too little text in { LANGUAGE($locale) } to tell its language
finding-orphan = { $article }: the version in { LANGUAGE($locale) } has no source; see `cotejo pair`
finding-ambiguous = “{ $title }”: which file is the version in { LANGUAGE($locale) } is not settled: { $candidates }; `cotejo pair` says why, and [[pair]] in cotejo.toml settles it
finding-unreadable = { $why }
finding-not-published =
    { $served ->
        [none] “{ $title }” is in order in { LANGUAGE($locale) }, but the site serves it in another language
       *[other] “{ $title }” is in order in { LANGUAGE($locale) }, but the site serves it in { LANGUAGE($served) }
    }
finding-flawed =
    { $kind ->
        [not-utf8] the file is not UTF-8 and was read as Windows-1252; save it as UTF-8
        [broken-utf8] broken UTF-8; write the characters anew
        [broken-utf16] broken UTF-16; save the file as UTF-8
        [nul] a NUL byte, which no text has
        [front-matter] the front matter is malformed and was left alone
       *[too-deep] nested too deep; the rest of the text was left alone
    }{ $count ->
        [1] {""}
       *[other] {" "}({ $count } places in the file; `cotejo inspect` lists them)
    }
finding-stale-notice = “{ $title }” is translated into { LANGUAGE($locale) }, but a notice still says that it is not available
finding-coverage-low = { $locale }: { $percent }% of the articles are current ({ $current } of { $articles }); the policy asks for { $least }%
finding-debt-grown = the list of debts grew: { $debt } of { $article } in { $locale } was not on it; translate it, or take the line out
finding-debt-paid = { $debt } of { $article } in { $locale } is paid; take the line out, or run with --record-debts
finding-nothing-recorded =
    { $count ->
        [one] nothing is recorded yet; once 1 translated version is in step with its source, run `cotejo accept --all`
       *[other] nothing is recorded yet; once the { $count } translated versions are in step with their sources, run `cotejo accept --all`
    }

sarif-more =
    { $count ->
        [one] and 1 more finding; code-scanning views take no more than 25,000 of a run
       *[other] and { $count } more findings; code-scanning views take no more than 25,000 of a run
    }
github-more =
    { $count ->
        [one] and 1 more; the log below has all of them
       *[other] and { $count } more; the log below has all of them
    }

check-passed-unchanged =
    { $count ->
        [one] passed over: 1 version that the branch did not touch
       *[other] passed over: { $count } versions that the branch did not touch
    }
check-passed-unread =
    { $count ->
        [one] passed over: 1 place that can't be read and that the branch did not touch
       *[other] passed over: { $count } places that can't be read and that the branch did not touch
    }
check-passed-coverage =
    { $count ->
        [one] passed over: the low coverage of 1 locale that the branch did not touch
       *[other] passed over: the low coverage of { $count } locales that the branch did not touch
    }
check-passed-debt =
    { $count ->
        [one] passed over: 1 recorded debt
       *[other] passed over: { $count } recorded debts
    }
check-passed-hints =
    { $count ->
        [one] passed over: 1 hint on a translation; see `cotejo qa`
       *[other] passed over: { $count } hints on translations; see `cotejo qa`
    }
check-passed-grace =
    { $count ->
        [one] in its days of grace: 1
       *[other] in their days of grace: { $count }
    }

check-sum-passes =
    { $cases ->
        [one] passed: 1 version looked at
       *[other] passed: { $cases } versions looked at
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
check-by-code = by code: { $codes }
check-sum-fails =
    { $cases ->
        [one] failed: 1 version looked at
       *[other] failed: { $cases } versions looked at
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
check-sum-incomplete =
    { $cases ->
        [one] not all could be read: 1 version looked at
       *[other] not all could be read: { $cases } versions looked at
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

check-coverage-elsewhere = --min-coverage names { $locale }, which this run does not look at; name it with --locale too, or leave --locale out
check-debts-new =
    { $count ->
        [one] 1 of these debts is new
       *[other] { $count } of these debts are new
    }
check-debts-recorded =
    { $count ->
        [one] { $path } now has 1 debt
       *[other] { $path } now has { $count } debts
    }
check-debts-first = { $path } is new with this branch: "{ $name }" has no list of debts to hold it against
check-debts-outside = { $path } is not in the project; the list of debts stands below the folder of cotejo.toml
check-debts-hint = the list of debts has a line for each: code, article and locale with tabs between; --record-debts writes it
check-debts-missing = there is no list of debts at { $path }
check-debts-missing-hint = name the list that is there, or write this one with --record-debts
check-debt-bad = { $path }:{ $line }: this is no debt: { $why }
check-debt-fields = it needs three fields with a tab between: code, article, locale
check-debt-code = the first field is no code that can be owed, such as missing or outdated
check-debt-locale = the last field is no locale

check-ref-unknown = git knows no commit "{ $name }"
check-ref-unknown-hint = name a branch, a tag or a commit, or fetch it first: git fetch origin { "<" }branch{ ">" }
check-ref-shallow = this clone is shallow, and where "{ $name }" and the checkout part is not in it
check-ref-unrelated = "{ $name }" and the checkout have no history in common
check-ref-unrelated-hint = name the branch that this one was made from
check-unshallow = run git fetch --unshallow, or check out with full history (fetch-depth: 0)
check-history-short = { $path }: the history of this clone is too short to tell since when the version is behind
check-age-unknown = { $path }: nothing tells since when the version is behind, since the project is not in git
check-age-unknown-hint = run in a git checkout, or without days of grace (--grace-days 0)
check-git-none = there is no git command
check-git-none-hint = install git, or run without --only-changed-since and --grace-days
check-git-nowhere = the project is in no git checkout
check-git-nowhere-hint = run in a checkout, or without --only-changed-since
check-git-dubious = git refuses to look into a repository that belongs to another user
check-git-dubious-hint = if you trust it: git config --global --add safe.directory { "<" }folder{ ">" }
check-git-failed = git { $command } failed: { $said }
check-git-io = git { $command } could not be run: { $cause }
