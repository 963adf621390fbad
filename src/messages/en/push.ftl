help-push = Take finished work back
help-push-files = Files that came back, or folders of them
help-push-package = The package they are of, where they don't say
help-push-by = Who did the work (default: who took it, else COTEJO_BY, else git's user.name)
help-push-fail-on = From which severity on a finding keeps a unit from being taken
help-push-partial = Take what is in order although other units are not
help-push-dry-run = Show what would be taken, write nothing
help-push-format = Format of the result
help-push-long =
    Takes a package in any of the formats, from whatever tool wrote it. What is translated goes into
    the target's file, and the record says which source it was made from: where the source changed
    meanwhile, the unit is taken and goes on waiting. What came back as it went out is not done.

    Where there is no target's file yet, it is made after the source's; what nobody translated
    stays in the source's language, so that it can be seen. Where somebody edited the target
    meanwhile, units are merged one by one; where both sides changed one unit, neither is touched
    and both texts are kept beside the package.

    Nothing is written where something is wrong, unless --partial says so. accept --undo takes a
    push back.

push-dry-run = Nothing was written (--dry-run). This is what would be taken:
push-count-translated =
    { $count ->
        [one] 1 unit taken
       *[other] { $count } units taken
    }
push-count-reviewed = { $count } reviewed
push-count-already = { $count } there already
push-count-open = { $count } not done
push-count-source =
    { $count ->
        [one] 1 not taken: called translated, but in the source’s words
       *[other] { $count } not taken: called translated, but in the source’s words
    }
push-count-waiting =
    { $count ->
        [one] 1 goes on waiting: its source changed since
       *[other] { $count } go on waiting: their source changed since
    }
push-count-absent =
    { $count ->
        [one] 1 of the package is not in the file
       *[other] { $count } of the package are not in the file
    }
push-count-conflict =
    { $count ->
        [one] 1 conflict
       *[other] { $count } conflicts
    }
push-count-locked = { $count } locked
push-count-gone = { $count } gone from the source
push-count-refused = { $count } refused
push-nothing = nothing to take
push-file = changed: { $path }
push-file-new = new: { $path }
push-kept-reason = left as it was by the translator ({ $package })

push-foreign = { $path }:{ $line }: the unit { $id } is none of ours; send the file with the IDs that it had
push-not-our-unit = { $path }:{ $line }: the package { $package } has no unit { $unit }; send the file with the IDs that it had
push-twice = { $path }:{ $line }: the unit { $unit } stands in line { $other } too and says something else there; keep one
push-codes = { $path }:{ $line }: { $why }; put the codes of { $unit } back as they were
push-code-missing = the code { $number } is missing
push-code-twice = the code { $number } stands there more often than it was sent
push-code-unknown = the code { $number } was never sent
push-code-crossed = the code { $number } ends before it begins, or crosses another
push-unwritable = { $path }:{ $line }: the file's format can't say the text of { $unit }; take out marks that it would read as its own
push-unheld = { $path }:{ $line }: { $target } can't hold { $unit } as it is meant; put it in by hand, then `cotejo accept`
push-finding = { $path }:{ $line }: { $unit }: { $finding }
push-no-article = { $path }:{ $line }: the project has no article { $article } any more
push-no-source = { $path }:{ $line }: { $article } has no source any more
push-no-target = { $path }:{ $line }: no template says where the translation of { $article } belongs; add a target to its collection in cotejo.toml
push-wrong-hint = nothing was taken of these; mend them and push again, take the rest with --partial, or let findings pass with --fail-on none

push-no-package = { $path }: no package { $package } was handed out from here; `cotejo pull` shows what is out
push-not-ours = { $path }: no package that was handed out has these units; name it with --package
push-which-package = { $path }: several packages have these units; name one with --package
push-other-locale = { $path }: the file says { $found } where the package { $package } has { $locale }; send the file of that package
push-file-hint = nothing was taken
push-empty-folder = { $path }: the folder has no file of a package
push-omegat-empty = { $path }: OmegaT has written nothing into its folder target yet; create the translated documents in it (menu Project), then push again
push-office-folder = { $path }: the folder has office documents alone, and none is read; save them as HTML (File > Save As), then push again
push-passed-over = { $path }: passed over; an office document is not read, save it as HTML (File > Save As) and push that file
push-conflict = { $article } { $locale } { $unit }: changed in the tree and by the translator. In the tree: { $ours } — Came back: { $theirs }
push-kept-locked = { $article } { $locale } { $unit }: it was locked, and came back changed: { $theirs }
push-kept-gone = { $article } { $locale } { $unit }: the source has it no more. Came back: { $theirs }
push-conflict-hint = all else is taken; these texts are kept in { $paths }: put what is right into the target, and accept it

push-problem = { $path }:{ $line }: { $problem }
push-problem-column = { $path }:{ $line }:{ $column }: { $problem }
push-problem-archive = this is an archive; unpack it, and push the files that are in it
push-problem-bad-encoding = bytes that are wrong in the file's encoding; save it as UTF-8
push-problem-bad-locale = { $found } is no language tag; write the one that the file had
push-problem-bad-state = { $found } is no state; write one of { $known }
push-problem-cells = the row has { $found } cells, the table { $known } columns; bring the missing ones back
push-problem-cut = the file ends too early, or a part of it is gone; send the whole file
push-problem-empty-file = the file is empty; send the one that was saved
push-problem-entity = the entity &{ $found }; is not one that XML has, and none are read from elsewhere
push-problem-entity-declared = the file declares an entity { $found }; such files are not read, write its text in its place
push-problem-json-syntax = this is no well-formed JSON; send the file as it was saved
push-problem-no-units = no unit of the file is one that was handed out; send the file with the IDs that it had
push-problem-not-work = this is no package of work; send the file that `cotejo pull` wrote, as XLIFF, PO, HTML, Markdown or JSON
push-problem-office = this is an office document ({ $found }); open it, save it as HTML (File > Save As), and push that file
push-problem-po-syntax = no PO catalogue has this line: { $found }; bring the file back to what the tool saved
push-problem-same-unit = the unit { $found } stands in line { $known } too; keep one
push-problem-too-deep = elements nest deeper than { $known } levels; send the file as the tool saved it
push-problem-too-large = the file is larger than { $known } MB; send it in parts
push-problem-too-many = the file has more than { $known } units; send it in parts
push-problem-unit-too-long = a unit is longer than any that was handed out; take out what does not belong there
push-problem-unknown-encoding = the file names an encoding that is not known; save it as UTF-8
push-problem-xml-cut = the file ends within an element; send the whole file
push-problem-xml-end-tag = the end of { $found } does not fit what is open; send the file as the tool saved it
push-problem-xml-syntax = this is no well-formed XML; send the file as the tool saved it
push-problem-xml-token = a tag or a text is longer than { $known } MB; take out what does not belong there
