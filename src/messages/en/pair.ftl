help-pair-rows = List every article, however many there are

pair-head =
    { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    } in { $collections ->
        [one] 1 collection
       *[other] { $collections } collections
    }
pairing-paired = paired
pairing-missing = missing
pairing-unwanted = unwanted
pairing-orphan = orphan
pairing-ambiguous = ambiguous
pairing-unreadable = unreadable

pair-files =
    { $count ->
        [0] no file of the project is in a collection
        [one] 1 file of the project:
       *[other] { $count } files of the project:
    }
pair-files-source =
    { $count ->
        [one] 1 source
       *[other] { $count } sources
    }
pair-files-target =
    { $count ->
        [one] 1 target
       *[other] { $count } targets
    }
pair-files-page =
    { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
pair-files-orphan =
    { $count ->
        [one] 1 orphan
       *[other] { $count } orphans
    }
pair-files-ambiguous = { $count } ambiguous
pair-files-unplaced = { $count } of no article

pair-source = source { $locale }: { $path }
pair-page = page asked for in { LANGUAGE($locale) }: { $path }
pair-page-unknown = page, asked for in an unknown locale: { $path }
pair-paired = { $path } ({ $by })
pair-candidates =
    { $count ->
        [one] 1 file may be the version:
       *[other] { $count } files may be the version:
    }
pair-candidate = { $by } ({ $shared }); { $why }
pair-settle = settle it in cotejo.toml, with the target that is meant:
pair-more = … and { $count } more
pair-rows-hint =
    { $count ->
        [one] 1 place; list it with --rows
       *[other] { $count } places; list them with --rows, choose with --pairing, --locale, --path
    }

pair-by-hand = by hand
pair-by-key = by a front-matter key
pair-by-url = by its address
pair-by-template = by its path
pair-by-twin = by its path but for letter case
pair-by-page = by its page

pair-why-several-versions = other files claim the same place
pair-why-several-articles = it fits several articles: { $articles }
pair-why-key-differs = but { $name } is "{ $target }" here and "{ $source }" in the source

pair-unplaced-head =
    { $count ->
        [one] 1 file belongs to no article:
       *[other] { $count } files belong to no article:
    }
pair-unplaced = { $path }: { $why }
unplaced-no-locale = no locale can be read in its path or its front matter; name one there, or by [[pair]] with locale
unplaced-other-locale = its locale "{ $locale }" is none of the project's; add it to targets, or exclude the file
unplaced-no-collection = its collection is not in cotejo.toml
unplaced-seen-twice = several collections claim it ({ $collections }); narrow their templates, or use exclude

pair-notes-head =
    { $count ->
        [one] 1 remark:
       *[other] { $count } remarks:
    }
pair-note-twin = { $path } was paired with { $with } although the names differ in letter case or accents; rename one
pair-note-outranked = { $path } would fit { $by }, but { $holder } holds the place with stronger evidence
pair-note-shared =
    { $count ->
        [one] 1 source is known { $by } as { $shared }: { $paths }
       *[other] { $count } sources are known { $by } as { $shared }, which should be one's own: { $paths }
    }
pair-note-unseen = { $path }, named in a [[pair]], is in no collection or not there; correct the path
pair-note-impossible = the [[pair]] of { $source } and { $target } can't be: both are in one locale, or the source is itself a target; correct it
