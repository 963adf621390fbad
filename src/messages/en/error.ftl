args-unknown = there is no option { $argument }
args-command = there is no command { $command }
args-no-command = no command was given
args-missing = { $argument } is missing
args-conflict = { $argument } can't be used together with { $other }
args-no-value = { $argument } needs a value
args-value = { $value } is no value for { $argument }; it takes one of: { $values }
args-bad-value = { $value } is no value for { $argument }: { $why }
args-count = wrong number of values for { $argument }
args-not-unicode = an argument is not Unicode text
args-other = the command line could not be read
args-hint = see { $help }
args-hint-meant = did you mean { $meant }? See { $help }

bad-locale = not a locale that is known here; write a BCP 47 tag such as es or pt-BR
bad-number = not a number
bad-time = not a time; write 2026-11-21 or 2026-11-21T09:00:00Z
bad-percent = not a percentage from 0 to 100
bad-verdict = not a verdict or a change class
bad-coverage = write a locale and a percentage, as es=80

error-output = the result could not be written: { $cause }
error-no-project = there is no cotejo.toml in { $folder } or above it
error-no-project-hint = run `cotejo init` in the folder of your articles, or name the folder with -C
error-read = can't read { $path }: { $cause }
error-config = { $path }:{ $line }:{ $column }: { $problem }

filter-locale = { $locale } is not one of the project's target locales
filter-collection = there is no collection { $collection }
filter-known = the project has: { $known }
filter-pattern = { $pattern } is no path pattern: { $why }
