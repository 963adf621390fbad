help-accept-format = Format of the result
help-accept-long =
    A version that is half done is recorded when it is named: its translated units, and the rest
    stays pending. With --all only whole versions are recorded, and what was left out is listed.

select-unknown = no article is called "{ $name }", and no file of one
select-near = did you mean { $names }?
select-list = `cotejo pair` lists the articles and their files
select-no-article = { $path } belongs to no article
select-no-article-hint = `cotejo pair` says why; settle it in cotejo.toml

accept-nothing-named = no article was named
accept-units-of-what = units were named, but not the article they belong to
accept-nothing-named-hint = name articles by id, path or pattern, a locale with --locale, or take --all
accept-units-of-many = units can be named for one article only; { $count } were named
accept-bad-unit = { $unit } is no unit; write numbers as diff shows them: 3, 5-7
accept-empty-reason = the reason is empty
accept-bad-now = the time lies outside the years 0000 to 9999

accept-reason-unkept =
    { $count ->
        [one] the reason is not kept in 1 record: what was accepted there was in step already. For words to the translator there is `cotejo note`
       *[other] the reason is not kept in { $count } records: what was accepted there was in step already. For words to the translator there is `cotejo note`
    }
accept-dry-run = Nothing was written (--dry-run). This is what would be recorded:
accept-count-new = { $count } new
accept-count-updated = { $count } updated
accept-count-unchanged = { $count } unchanged
accept-count-left-out = { $count } left out
accept-count-unwanted = { $count } not wanted (keep, local)
accept-links-draft-mt =
    { $count ->
        [one] 1 link as a machine draft
       *[other] { $count } links as machine drafts
    }
accept-links-translated =
    { $count ->
        [one] 1 link translated
       *[other] { $count } links translated
    }
accept-links-reviewed =
    { $count ->
        [one] 1 link reviewed
       *[other] { $count } links reviewed
    }
accept-links-as-is =
    { $count ->
        [one] 1 link as it is
       *[other] { $count } links as they are
    }
accept-doubtful =
    { $count ->
        [one] 1 link doubtful
       *[other] { $count } links doubtful
    }
accept-copies =
    { $count ->
        [one] 1 unit with the source's own text
       *[other] { $count } units with the source's own text
    }
accept-pending =
    { $count ->
        [one] 1 unit left pending
       *[other] { $count } units left pending
    }
accept-kind-new = new
accept-kind-updated = updated
accept-kind-unchanged = unchanged
accept-units-pending =
    { $count ->
        [one] unit { $units } left pending: no translation of it is there
       *[other] units { $units } left pending: no translation of them is there
    }
accept-units-doubtful =
    { $count ->
        [one] unit { $units } is doubtful: look whether its target says the same
       *[other] units { $units } are doubtful: look whether their targets say the same
    }
accept-units-copies =
    { $count ->
        [one] unit { $units } recorded as it is: the target is the source's own text
       *[other] units { $units } recorded as they are: the targets are the source's own text
    }
accept-more = … and { $count } more
accept-path = { $path }
accept-path-gone = { $path } (not there before)
accept-share = { $percent }% of the letters in the source's language

accept-left-missing =
    { $count ->
        [one] 1 missing: there is no version
       *[other] { $count } missing: there is no version
    }
accept-left-orphan =
    { $count ->
        [one] 1 orphan: it has no source
       *[other] { $count } orphans: they have no source
    }
accept-left-ambiguous = { $count } ambiguous: settle the pairing first, see `cotejo pair`
accept-left-unreadable =
    { $count ->
        [one] 1 that can't be read
       *[other] { $count } that can't be read
    }
accept-left-untranslated = { $count } untranslated
accept-left-untranslated-hint = name one with --reason to record it as it is
accept-left-partial = { $count } half done
accept-left-partial-hint = name one to record the units that are translated
accept-left-undecided = { $count } with too little text to tell
accept-left-undecided-hint = name one to vouch for it
accept-left-needs-reason =
    { $count ->
        [one] 1 that did not follow its source; nothing of it was recorded
       *[other] { $count } that did not follow their sources; nothing of them was recorded
    }
accept-left-needs-reason-hint = translate these units, or give a --reason; see `cotejo diff`
accept-left-unknown-unit = { $count } without such a unit
accept-left-changed =
    { $count ->
        [one] 1 that changed while it was looked at; run the command again
       *[other] { $count } that changed while they were looked at; run the command again
    }
accept-left-moved =
    { $count ->
        [one] 1 that seems to have moved; nothing of it was recorded
       *[other] { $count } that seem to have moved; nothing of them was recorded
    }
accept-left-moved-hint = `cotejo accept --moved` lets their records follow, and `cotejo diff` then shows what changed; remove the old records where it is another article
accept-moved-from = was { $from }

accept-unit-unchanged = unit { $unit }, target line { $line }: the target did not follow a major change ({ $causes }): { $text }
accept-unit-source-gone = unit { $unit }, target line { $line }: the source has gone, the target stands: { $text }
accept-unit-no-target = unit { $unit }: nothing in the target translates it: { $text }
accept-unit-untranslated = unit { $unit }, target line { $line }: the target is not translated: { $text }

accept-refused-line = { $line }
accept-refused-unwanted = { $article }, { $locale }: the configuration says that no translation is wanted
accept-refused-missing = { $article }, { $locale }: there is no version to accept
accept-refused-orphan = { $article }, { $locale }: there is no source to be in step with
accept-refused-unreadable = { $article }, { $locale }: { $why }
accept-refused-untranslated = { $article }, { $locale }: the version is untranslated ({ $how })
accept-refused-partial = { $article }, { $locale }: the version is half done ({ $how })
accept-refused-undecided = { $article }, { $locale }: there is too little text to tell
accept-refused-moved = { $article }, { $locale }: it seems to have moved from { $from }, whose record still waits
accept-refused-unit = { $article }, { $locale }: there is no unit { $unit }
accept-refused-reason =
    { $count ->
        [one] { $article }, { $locale }: 1 unit's target did not follow
       *[other] { $article }, { $locale }: the targets of { $count } units did not follow
    }
accept-hint-reason = nothing was recorded; translate them, choose others with --unit, or say with --reason why they stay as they are
accept-hint-nothing = nothing was recorded
accept-hint-moved-perhaps = nothing was recorded; if it is that article, `cotejo accept --moved { $from } { $to }` lets its records follow, and `cotejo diff` then shows what changed. If it is another one, remove the old records first
accept-hint-moved = nothing was recorded; `cotejo accept --moved` lets the records follow, and `cotejo diff` then shows what changed. If it is another article, remove the old records first

accept-undone =
    { $count ->
        [one] 1 file is as it was before the last step:
       *[other] { $count } files are as they were before the last step:
    }
accept-undo-dry =
    { $count ->
        [one] Nothing was written (--dry-run). 1 file would be as it was before the last step:
       *[other] Nothing was written (--dry-run). { $count } files would be as they were before the last step:
    }
accept-undo-nothing = there is no step to take back
accept-undo-edited =
    { $count ->
        [one] the last step can't be taken back: 1 file was changed since
       *[other] the last step can't be taken back: { $count } files were changed since
    }
accept-undo-edited-hint = put these files back as the step left them, or leave the step as it is

record-stray =
    { $count ->
        [one] 1 record belongs to no article or locale of the project: { $paths }
       *[other] { $count } records belong to no article or locale of the project: { $paths }
    }; bring the article back; where it moved, say so: `cotejo accept --moved FROM TO`; or let its record go: `git rm { $first }`
looks-moved = { $from } is gone and { $to } looks like it ({ $percent }% of its text); `cotejo accept --moved` lets its records follow
may-have-moved =
    { $count ->
        [one] { $from } is gone and { $places } looks like it, but like another source that is gone too; say which it is: `cotejo accept --moved { $from } { $first }`
       *[other] { $from } is gone and its text stands in { $count } places: { $places }; say which it is: `cotejo accept --moved { $from } { $first }`
    }
accept-moved-nowhere = { $from } is gone and nothing looks like it; say where its text stands now: `cotejo accept --moved { $from } TO`
accept-moved-unknown = no record has a source that stood at { $from }
accept-moved-gone = these are gone: { $paths }
accept-moved-none-gone = no record has lost its source; `cotejo pair` lists the articles and their files
accept-moved-there = { $from } has not moved: it is still there
accept-moved-there-hint = if { $to } is another article, accept it by itself: `cotejo accept { $to }`
accept-moved-many = { $to } names { $count } articles; name the one that it moved to
accept-moved-recorded = { $to } has a record of its own: { $record }
accept-moved-recorded-hint = if it is the article that moved, let that record go first: `git rm { $record }`
accept-moved-no-source = { $to } has no source that can be read
accept-moved =
    { $count ->
        [0] no record has a source that moved
        [one] 1 record follows its source
       *[other] { $count } records follow their sources
    }
accept-moved-dry =
    { $count ->
        [0] no record has a source that moved
        [one] 1 record would follow its source; nothing was written (--dry-run)
       *[other] { $count } records would follow their sources; nothing was written (--dry-run)
    }
accept-moved-line = { $article }  { $locale }  { $from } → { $to }
accept-target-behind = the version { $path } stays where it is and belongs to no article there; move it to { $wanted }
accept-target-behind-somewhere = the version { $path } stays where it is and belongs to no article there; settle the pair in cotejo.toml
