report-title = Translations on { $date }
report-day =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
report-nothing = There is no article to report on.
report-coverage = Coverage
report-years = By year of the article: current of all
report-to-do = To do
report-all-done = Nothing: every version is current.
report-waiting = Waiting longest
report-waiting-no-git = There is no git history to tell by: what is outdated is dated by its last accept, and of the rest nothing tells since when it waits.
report-waiting-short = The history of this clone is too short to date everything; after `git fetch --unshallow` it is dated in full.
report-since-commit = since { $date }
report-since-longer = since { $date } or longer
report-since-not-before = not before { $date }
report-since-older = longer than this history
report-since-uncommitted = not committed yet
report-since-unknown = not dated
report-touched = Changed since it was accepted
report-kept = Left as it is, and why
report-unread = Could not be read
report-column-locale = locale
report-column-articles = articles
report-column-current = current
report-column-percent = share
report-column-words = words
report-column-to-do = words to do
report-column-published = published
report-column-year = year
report-column-verdict = verdict
report-column-versions = versions
report-all = all
report-earlier = earlier
report-undated = no date
report-of = { $part } of { $whole }
report-left-out =
    { $count ->
        [one] 1 version is left out by an editor's wish (keep, local).
       *[other] { $count } versions are left out by an editor's wish (keep, local).
    }
report-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
report-units =
    { $count ->
        [one] 1 unit
       *[other] { $count } units
    }
report-reason = { $reason } ({ $by }, { $date })
report-reason-by-nobody = { $reason } ({ $date })
