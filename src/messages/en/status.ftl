number = { $number }
percent = { $percent }%

status-head =
    { $articles ->
        [0] no article to be counted
        [one] 1 article in { $locales ->
            [one] 1 target locale
           *[other] { $locales } target locales
        }
       *[other] { $articles } articles in { $locales ->
            [one] 1 target locale
           *[other] { $locales } target locales
        }
    }
status-column-locale = locale
status-column-articles = articles
status-column-units = units
status-column-words = words
status-column-current = current
status-column-share = % current
status-column-to-do = to do
status-column-published = published
status-column-article = article
status-column-verdict = verdict
status-column-details = details
status-all = all
status-published = { $published } of { $known }
status-left-out =
    { $count ->
        [one] 1 left out of the sums: cotejo.toml says keep or local
       *[other] { $count } left out of the sums: cotejo.toml says keep or local
    }
status-lost =
    { $count ->
        [one] 1 version has lost units since it was accepted; see `cotejo diff`
       *[other] { $count } versions have lost units since they were accepted; see `cotejo diff`
    }
status-flawed =
    { $count ->
        [one] 1 version or its source is unreadable in parts; see `cotejo check`
       *[other] { $count } versions or their sources are unreadable in parts; see `cotejo check`
    }
status-drafts =
    { $count ->
        [one] 1 unit is a machine's draft that nobody has looked at
       *[other] { $count } units are a machine's drafts that nobody has looked at
    }
status-reviewed =
    { $count ->
        [one] 1 unit was reviewed
       *[other] { $count } units were reviewed
    }
status-edited =
    { $count ->
        [one] 1 version was edited since it was accepted
       *[other] { $count } versions were edited since they were accepted
    }
status-rows-hint =
    { $count ->
        [one] 1 row; list it with --rows
       *[other] { $count } rows; list them with --rows, choose with --locale, --verdict, --path
    }
status-unplaced =
    { $count ->
        [one] 1 file belongs to no article; see why with `cotejo pair`
       *[other] { $count } files belong to no article; see why with `cotejo pair`
    }

bucket-current = { $count } current
bucket-outdated = { $count } outdated
bucket-partial = { $count } partial
bucket-untranslated = { $count } untranslated
bucket-missing = { $count } missing
bucket-unrecorded = { $count } unrecorded
bucket-undecided = { $count } undecided
bucket-orphan =
    { $count ->
        [one] 1 orphan
       *[other] { $count } orphans
    }
bucket-ambiguous = { $count } ambiguous
bucket-unreadable = { $count } unreadable

pending-major = { $count } major
pending-mirror = { $count } mirror
pending-minor = { $count } minor
pending-cosmetic = { $count } cosmetic

detail-share = { $percent }% of the letters in { LANGUAGE($locale) }
detail-edited =
    { $count ->
        [one] 1 unit edited since it was accepted
       *[other] { $count } units edited since they were accepted
    }
detail-lost =
    { $count ->
        [one] 1 unit lost since it was accepted
       *[other] { $count } units lost since they were accepted
    }
detail-flawed =
    { $count ->
        [one] 1 place not readable as meant
       *[other] { $count } places not readable as meant
    }
detail-reviewed =
    { $count ->
        [one] 1 reviewed
       *[other] { $count } reviewed
    }
detail-draft =
    { $count ->
        [one] 1 machine draft
       *[other] { $count } machine drafts
    }
detail-stale-notice = stale notice over a translated text
detail-not-published = not published: the site serves it in { LANGUAGE($served) } with a notice
detail-not-published-silent = not published: the site serves it in { LANGUAGE($served) } and says nothing
detail-not-published-other = not published
