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
report-reason = { $reason } ({ $by }, { $date })
report-reason-by-nobody = { $reason } ({ $date })
