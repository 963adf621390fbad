init-looked =
    { $files ->
        [0] no file was found in { $folder }
        [one] looked at 1 file in { $folder }
       *[other] looked at { $files } files in { $folder }
    }
init-source = source: { $locale }
init-targets = targets: { $locales }
init-targets-none = targets: none was found; "{ $locale }" stands there to be changed
init-target =
    { $files ->
        [0] { $locale } (no file yet)
        [one] { $locale } (1 file)
       *[other] { $locale } ({ $files } files)
    }
init-collection = collection { $name }: { $template } ({ $counts })
init-sides = { $source } → { $target }
init-why = why:
init-reason = - { $reason }
init-written = { $file } is written; read it through, then run `cotejo status`
init-would-write = nothing was written; without --dry-run this becomes { $path }
init-exists = there is a cotejo.toml already: { $path }
init-exists-hint = edit it, move it away, or compare it with what `cotejo init --dry-run` proposes
init-exists-dry = { $path } is there already, so init would not write it
init-inside = this folder belongs to the project of { $path } already; a cotejo.toml here makes a project of its own, and commands run here will no longer see the other one
init-too-many = there are more than { $most } files and folders in { $folder }
init-too-many-hint = run init in the folder of your articles, or name that folder with -C
init-source-is-target = "{ $locale }" is both --source and in --targets; leave it out of --targets
init-not-listed =
    { $count ->
        [one] 1 place could not be looked at: { $example }
       *[other] { $count } places could not be looked at, as { $example }
    }
