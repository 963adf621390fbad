report-title = Traductions au { $date }
report-day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
report-nothing = Il n’y a aucun article dont rendre compte.
report-coverage = Couverture
report-years = Par année de l’article : à jour sur le total
report-to-do = À faire
report-all-done = Rien : toutes les versions sont à jour.
report-waiting = En attente depuis le plus longtemps
report-waiting-no-git = Aucun historique git ne le dit : ce qui est périmé porte la date de sa dernière acceptation, et rien ne dit depuis quand le reste attend.
report-waiting-short = L’historique de ce clone est trop court pour tout dater ; `git fetch --unshallow` le complète.
report-since-commit = depuis le { $date }
report-since-longer = depuis le { $date } ou plus longtemps
report-since-not-before = pas avant le { $date }
report-since-older = depuis plus longtemps que cet historique
report-since-uncommitted = pas encore validé dans git
report-since-unknown = non daté
report-touched = Changé depuis l’acceptation
report-kept = Laissé en l’état, et pourquoi
report-unread = Illisible
report-column-locale = langue
report-column-articles = articles
report-column-current = à jour
report-column-percent = part
report-column-words = mots
report-column-to-do = mots à faire
report-column-published = publiés
report-column-year = année
report-column-verdict = verdict
report-column-versions = versions
report-all = toutes
report-earlier = avant
report-undated = sans date
report-of = { $part } sur { $whole }
report-left-out =
    { $count ->
        [one] { $count } version est laissée de côté : keep ou local dans cotejo.toml.
       *[other] { $count } versions sont laissées de côté : keep ou local dans cotejo.toml.
    }
report-more =
    { $count ->
        [one] et { $count } de plus
       *[other] et { $count } de plus
    }
report-units =
    { $count ->
        [one] { $count } unité
       *[other] { $count } unités
    }
report-reason = { $reason } ({ $by }, { $date })
report-reason-by-nobody = { $reason } ({ $date })
