args-unknown = there is no option { $argument }
args-unexpected = { $argument } is one argument too many
args-command = there is no command { $command }
args-no-command = no command was given
args-missing = { $argument } is missing
args-conflict = { $argument } can't be used together with { $other }
args-twice = { $argument } is given twice; give it once
args-no-value = { $argument } needs a value
args-flag-value = { $argument } takes no value; leave out "{ $value }"
args-value = "{ $value }" is no value for { $argument }; choose one of: { $values }
args-bad-value = "{ $value }" is no value for { $argument }: { $why }
args-count = { $argument } has the wrong number of values
args-not-unicode = an argument is not Unicode text
args-other = the command line can't be read
args-hint = see { $help }
args-hint-meant = did you mean { $meant }? See { $help }

bad-lang = the interface speaks { $known }
bad-locale = this is no language tag; write a BCP 47 tag such as es or pt-BR
bad-locale-undetermined = this names no language (it is the tag of what is undetermined), so no text can be told to be in it; write the language’s own tag, as es or pt-BR
bad-locale-private = this is a private tag without a language, which only those can read who agreed on it; write the tag of the language, as es or pt-BR, and in segments what folders and addresses call it
bad-locale-extended = this has a private or an extension part, and a locale here is a language, a script and a region; write what stands before that part, and in segments what folders and addresses call it
bad-number = this is no number that fits here
bad-time = this is no time; write 2026-11-21 or 2026-11-21T09:00:00Z
bad-percent = this is no percentage from 0 to 100
bad-verdict = there are the verdicts { $known }
bad-gate = these may fail a check: { $known }
bad-class = there are the classes { $known }
bad-coverage = write a locale and a percentage, such as es=80
bad-encoding-name = this is no encoding; write one such as utf-8, utf-16le or windows-1252

error-output = can't write the result: { $cause }
error-no-project = there is no cotejo.toml in { $folder } or in a folder above it
error-no-project-hint = run `cotejo init` in the folder of your articles, or name that folder with -C
error-read = can't read { $path }: { $cause }
error-read-folder-hint = name the files in it, one by one or as your shell writes several (articles/*.md)
error-read-too-large = can't read { $path }: it is larger than { $limit } MiB
error-read-too-large-hint = no article is that long; cut the file into its articles, or give them as JSON Lines, one a line, with --jsonl
error-config = { $path }:{ $line }:{ $column }: { $problem }

filter-locale = "{ $locale }" is not one of the project's locales
filter-collection = there is no collection { $collection }
filter-known = the project has: { $known }
filter-pattern = { $pattern } is no path pattern: { $why }
filter-path = no article of the project matches --path { $pattern }
filter-path-hint = a pattern is held against the articles' ids and paths from the project's root on; `cotejo pair` lists them
glob-class = a [ is not closed
glob-range = a range in [ ] runs backwards
glob-alternates = a { "{" } or a { "}" } lacks its other half
glob-escape = it ends in a backslash
glob-other = it can't be understood; * stays in a folder, ** crosses folders
error-not-utf8 = { $path }:{ $line }: the file is not UTF-8 text; save it as UTF-8
error-write = can't write { $path }: { $cause }
config-hint =
    { $count ->
        [one] mend it in cotejo.toml; `cotejo init --dry-run` prints a file with every key and what it is for
       *[other] mend them in cotejo.toml; `cotejo init --dry-run` prints a file with every key and what it is for
    }
config-not-utf8-hint = in an editor, "save with encoding"; at a prompt, `iconv -f WINDOWS-1252 -t UTF-8` with the encoding that the file has
filter-nothing-locale = the articles asked for are written in { $locales }, so no version of them stands there; their versions are in: { $known }
filter-nothing = no version fits all that was asked for; without filters the same command shows what there is

notice-bad = cotejo.toml: the notice "{ $name }" can't be searched for: { $why }
notice-too-short = it needs at least eight letters in a row outside its slots
notice-unknown-slot = it has a slot other than {"{target}"} and {"{served}"}
notice-slot-twice = it has the same slot twice
notice-adjacent-slots = it has two slots with nothing between them
notice-unclosed-slot = it has a {"{"} that is not closed

lock-held = another cotejo is at work in this project: { $command } (process { $pid })
lock-held-unknown = another cotejo is at work in this project
lock-held-hint = wait until it is done, or stop it; nothing has to be cleaned up after it
lock-waiting = another cotejo is at work in this project; waiting for up to { $seconds } seconds
lock-not-a-file = { $path } should be a file; remove what stands there
local-not-a-folder = { $path } should be a folder of this project; remove what stands there
recovered-completed =
    { $count ->
        [one] an interrupted step was completed: 1 file
       *[other] an interrupted step was completed: { $count } files
    }
recovered-undone =
    { $count ->
        [one] an interrupted step was taken back: 1 file
       *[other] an interrupted step was taken back: { $count } files
    }
recovered-edited = { $path } was edited after the interruption; it was left as it is

step-wrong-lock = the lock is another project's; this is a fault of cotejo, please report it
step-path = can't write { $path }: a path must stay inside the project
step-outside = can't write { $path }: a link leads out of the project; remove the link
step-in-the-way = can't write { $path }: something else stands there; move it away
step-same-file = { $path } and { $other } are the same file; name it once
step-changed = { $path } was changed by someone else meanwhile; nothing was written
step-changed-hint = run the command again; it then sees the new text
step-nothing-written = nothing was changed
step-interrupted-hint = remove the cause and run any cotejo command: it completes the step or takes it back
step-damaged = what an interrupted step left in { $path } is damaged
step-damaged-hint = it holds the old and the new files: save what matters and remove the folder

trouble-path = { $path }: this path can't be read; rename the file
trouble-missing = { $path }: the file is gone; run the command again
trouble-folder = { $path }: this is a folder, and a file is needed
trouble-special = { $path }: this is a device or a pipe, not a file
trouble-too-large = { $path }: not read, since it has { $size } MiB; an article may have { $limit } MiB
trouble-changing = { $path }: the file changed while it was read; run the command again
trouble-outside = { $path }: a link leads out of the project; put the files into it, or take the link away
trouble-link-loop = { $path }: links lead in a circle; take one away
trouble-broken-link = { $path }: a link leads nowhere; take it away or mend it
trouble-not-unicode = { $path }: the name is not Unicode; rename the file
trouble-too-deep = { $path }: too many folders inside one another
trouble-more =
    { $count ->
        [one] and 1 more could not be read
       *[other] and { $count } more could not be read
    }
trouble-hint = the rest is done; mend these, or leave files out: exclude = ["…"] in their [[collection]] in cotejo.toml
trouble-hint-mend = the rest is done; mend these and run the command again
trouble-io = can't read { $path }: { $cause }
trouble-ambiguous = which file is the version is not settled: { $candidates }; `cotejo pair` says why
trouble-no-text = { $path }: it is no text; leave it out with `exclude` in cotejo.toml, or save it as text in UTF-8
trouble-merge-conflict = { $path }:{ $line }: a merge conflict stands in the text; keep one side, remove the lines that begin with <<<<<<<, ======= and >>>>>>>, and run the command again
trouble-record = { $path }:{ $line }: can't read the record: { $what }; bring back the last good one: `git checkout -- { $path }`, or a commit that `git log -- { $path }` shows. To remove it and accept anew is the last resort: changes of the source that wait would count as done, and states, reasons and names would be lost
trouble-record-part = { $path }:{ $line }: can't read lines { $lines } of the record: { $what }; the other links ({ $count }) were read, and diff shows them. Bring back the last good record: `git checkout -- { $path }`, or a commit that `git log -- { $path }` shows; else take these lines out and hold their units against the source before accepting them anew: what they said is lost
trouble-record-conflict = { $path }:{ $line }: the record has a merge conflict (lines { $what }); keep one side and remove the marks

record-not-a-record = it does not begin as a record does
record-version = it is of another version of cotejo
record-conflict = it has a merge conflict
record-unknown-key = it has a line that no record has
record-duplicate-key = a line stands twice
record-missing-key = a line is missing
record-empty-link = a link has neither source nor target
record-bad-link = the number of a link is malformed
record-bad-locale = a locale is malformed
record-missing-path = a path is missing
record-bad-path = a path leads out of the project
record-misplaced = it names another article or locale than the one in whose place it stands
record-bad-kind = a unit is of no known kind
record-bad-hash = a hash is malformed
record-bad-standing = the position of a unit is malformed
record-bad-state = a state is unknown
record-bad-note = what a note is about is malformed
record-bad-time = a time is malformed
record-bad-escape = a text has a malformed escape
record-truncated = it ends too early
record-after-end = something stands after its end

# A line of JSON Lines that can't be read; the codes stand in the answer beside these.
line-too-long = line { $line } is longer than { $most } MB
line-not-utf8 = line { $line } is not UTF-8 text; write it as UTF-8
line-not-json = line { $line }, column { $column }: this is not JSON; write one object a line, with { $fields }
line-bad-object = line { $line }, column { $column }: the line lacks a field, or has one of the wrong kind; write an object with { $fields }
line-bad-locale = line { $line }: the locale is no language tag; write a BCP 47 tag such as es or pt-BR
line-in-file = { $path }: { $what }
line-more =
    { $count ->
        [one] 1 more line could not be read
       *[other] { $count } more lines could not be read
    }
