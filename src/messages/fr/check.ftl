help-check-collection = Seulement cette collection
help-check-path = Seulement les articles dont un chemin correspond, comme news/2020/**
help-check-long =
    Codes de sortie : 0 rien n’échoue, 1 quelque chose échoue, 2 quelque chose n’a pas pu être lu ou
    l’historique ne suffit pas ; les mêmes pour tous les formats. --fail-on accepte des verdicts (missing,
    untranslated, partial, outdated, unrecorded, undecided, orphan, ambiguous, unreadable), not-published,
    des classes de changement (major, mirror, minor, cosmetic) ou none. Ce que trouve `cotejo qa` compte
    aussi, selon policy.quality dans cotejo.toml ; avec none, il ne fait rien échouer.

severity-error = erreur :
severity-warning = avertissement :
severity-hint = conseil :

rule-missing = Un article n’a pas de version dans une langue
rule-untranslated = Une version n’est pas dans sa langue
rule-partial = Une partie d’une version est encore dans la langue source
rule-outdated = La source a changé depuis que la version était à jour
rule-unrecorded = Une version est traduite, mais aucune fiche ne dit d’après quelle source
rule-moved = Une source semble avoir changé de place, et ses fiches attendent là où elle était
rule-undecided = Une version a trop peu de texte pour en déterminer la langue
rule-orphan = Une version n’a pas de source
rule-ambiguous = Il n’est pas établi quel fichier est la version d’un article
rule-unreadable = Un fichier ou un dossier n’a pas pu être lu
rule-not-published = Le site sert une autre langue alors que la version est à jour
rule-stale-notice = Un avis dit qu’une page n’est pas disponible alors qu’elle est traduite
rule-flawed = Une partie d’un fichier n’a pas pu être lue comme prévu
rule-coverage-low = Une langue a moins de versions à jour que la politique n’en demande
rule-debt-grown = La liste des dettes a une entrée qu’elle n’avait pas
rule-debt-paid = La liste des dettes a une entrée que plus rien ne doit
rule-nothing-recorded = Aucune version du projet n’est encore enregistrée

finding-missing =
    { $words ->
        [one] « { $title } » n’a pas de version en { LANGUAGE($locale) } ({ $words } mot à traduire)
       *[other] « { $title } » n’a pas de version en { LANGUAGE($locale) } ({ $words } mots à traduire)
    }
finding-untranslated =
    { $how ->
        [notice] « { $title } » n’est pas traduit en { LANGUAGE($locale) } : un avis le dit, et le texte est dans une autre langue
        [copy] « { $title } » n’est pas traduit en { LANGUAGE($locale) } : le texte est celui de la source
       *[silent] « { $title } » n’est pas traduit en { LANGUAGE($locale) } : le texte est dans une autre langue
    }
finding-partial = « { $title } » n’est qu’en partie en { LANGUAGE($locale) } : { $percent } % des lettres sont en { LANGUAGE($source) }
finding-outdated =
    { $changes ->
        [one] « { $title } » est périmé en { LANGUAGE($locale) } : { $changes } changement de la source est en attente
       *[other] « { $title } » est périmé en { LANGUAGE($locale) } : { $changes } changements de la source sont en attente
    }{ $class ->
        [major] {" (majeur)"}
        [mirror] {" (miroir)"}
        [minor] {" (mineur)"}
       *[cosmetic] {" (cosmétique)"}
    } ; voir `cotejo diff`
finding-unrecorded = « { $title } » est traduit en { LANGUAGE($locale) }, mais pas enregistré ; lancer `cotejo accept` une fois la version à jour
finding-moved =
    { $changes ->
        [0] { $from } a disparu et « { $title } » lui ressemble ; sa fiche en { LANGUAGE($locale) } attend de suivre
        [one] { $from } a disparu et « { $title } » lui ressemble ; d’après sa fiche en { LANGUAGE($locale) }, { $changes } changement de la source est en attente
       *[other] { $from } a disparu et « { $title } » lui ressemble ; d’après sa fiche en { LANGUAGE($locale) }, { $changes } changements de la source sont en attente
    }{ $class ->
        [none] {""}
        [major] {" (majeur)"}
        [mirror] {" (miroir)"}
        [minor] {" (mineur)"}
       *[cosmetic] {" (cosmétique)"}
    }{ $candidates ->
        [none]  ; lancer `cotejo accept --moved`, puis `cotejo diff`
       *[other]  ; ce peut être n’importe lequel de ceux-ci : { $candidates } ; lancer `cotejo accept --moved { $from } { $path }` si c’est celui-ci, puis `cotejo diff`
    }
finding-undecided = « { $title } » a trop peu de texte en { LANGUAGE($locale) } pour en déterminer la langue
finding-orphan = { $article } : la version en { LANGUAGE($locale) } n’a pas de source ; voir `cotejo pair`
finding-ambiguous = « { $title } » : il n’est pas établi quel fichier est la version en { LANGUAGE($locale) } : { $candidates } ; `cotejo pair` dit pourquoi, et [[pair]] dans cotejo.toml tranche
finding-unreadable = { $why }
finding-not-published =
    { $served ->
        [none] « { $title } » est à jour en { LANGUAGE($locale) }, mais le site le sert dans une autre langue
       *[other] « { $title } » est à jour en { LANGUAGE($locale) }, mais le site le sert en { LANGUAGE($served) }
    }
finding-flawed =
    { $kind ->
        [not-utf8] le fichier n’est pas en UTF-8 et a été lu comme du Windows-1252 ; l’enregistrer en UTF-8
        [broken-utf8] UTF-8 abîmé ; récrire les caractères
        [broken-utf16] UTF-16 abîmé ; enregistrer le fichier en UTF-8
        [nul] un octet nul, qu’aucun texte ne contient
        [front-matter] l’en-tête de métadonnées est mal formé et n’a pas été touché
       *[too-deep] imbriqué trop profondément ; le reste du texte n’a pas été touché
    }{ $count ->
        [1] {""}
       *[other] {" "}({ $count } endroits du fichier ; `cotejo inspect` les énumère)
    }
finding-stale-notice = « { $title } » est traduit en { LANGUAGE($locale) }, mais un avis dit encore que la page n’est pas disponible
finding-coverage-low = { $locale } : { $percent } % des articles sont à jour ({ $current } sur { $articles }) ; la politique demande { $least } %
finding-debt-grown = la liste des dettes a grandi : { $debt } de { $article } en { $locale } n’y était pas ; traduire, ou retirer la ligne
finding-debt-paid = { $debt } de { $article } en { $locale } est réglée ; retirer la ligne, ou lancer avec --record-debts
finding-nothing-recorded =
    { $count ->
        [one] rien n’est encore enregistré ; quand { $count } version traduite sera à jour par rapport à sa source, lancer `cotejo accept --all`
       *[other] rien n’est encore enregistré ; quand les { $count } versions traduites seront à jour par rapport à leurs sources, lancer `cotejo accept --all`
    }

sarif-more =
    { $count ->
        [one] et { $count } constat de plus ; les vues d’analyse de code n’en acceptent pas plus de 25 000 par exécution
       *[other] et { $count } constats de plus ; les vues d’analyse de code n’en acceptent pas plus de 25 000 par exécution
    }
github-more =
    { $count ->
        [one] et { $count } de plus ; le journal ci-dessous les contient tous
       *[other] et { $count } de plus ; le journal ci-dessous les contient tous
    }

check-passed-unchanged =
    { $count ->
        [one] laissée de côté : { $count } version que la branche n’a pas touchée
       *[other] laissées de côté : { $count } versions que la branche n’a pas touchées
    }
check-passed-unread =
    { $count ->
        [one] laissé de côté : { $count } endroit illisible que la branche n’a pas touché
       *[other] laissés de côté : { $count } endroits illisibles que la branche n’a pas touchés
    }
check-passed-coverage =
    { $count ->
        [one] laissée de côté : la couverture trop basse de { $count } langue que la branche n’a pas touchée
       *[other] laissée de côté : la couverture trop basse de { $count } langues que la branche n’a pas touchées
    }
check-passed-debt =
    { $count ->
        [one] laissée de côté : { $count } dette enregistrée
       *[other] laissées de côté : { $count } dettes enregistrées
    }
check-passed-hints =
    { $count ->
        [one] non montré : { $count } conseil sur une traduction ; voir `cotejo qa`
       *[other] non montrés : { $count } conseils sur des traductions ; voir `cotejo qa`
    }
check-passed-grace =
    { $count ->
        [one] dans ses jours de grâce : { $count }
       *[other] dans leurs jours de grâce : { $count }
    }

check-sum-passes =
    { $cases ->
        [one] réussi : { $cases } version examinée
       *[other] réussi : { $cases } versions examinées
    }, { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }, { $hints ->
        [one] { $hints } conseil
       *[other] { $hints } conseils
    }
check-by-code = par code : { $codes }
check-sum-fails =
    { $cases ->
        [one] échec : { $cases } version examinée
       *[other] échec : { $cases } versions examinées
    }, { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }, { $hints ->
        [one] { $hints } conseil
       *[other] { $hints } conseils
    }
check-sum-incomplete =
    { $cases ->
        [one] tout n’a pas pu être lu : { $cases } version examinée
       *[other] tout n’a pas pu être lu : { $cases } versions examinées
    }, { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }, { $hints ->
        [one] { $hints } conseil
       *[other] { $hints } conseils
    }

check-coverage-elsewhere = --min-coverage nomme { $locale }, que cette exécution n’examine pas ; le nommer aussi par --locale, ou retirer --locale
check-debts-new =
    { $count ->
        [one] { $count } de ces dettes est nouvelle
       *[other] { $count } de ces dettes sont nouvelles
    }
check-debts-recorded =
    { $count ->
        [one] { $path } contient maintenant { $count } dette
       *[other] { $path } contient maintenant { $count } dettes
    }
check-debts-first = { $path } est nouvelle sur cette branche : « { $name } » n’a pas de liste de dettes à laquelle la comparer
check-debts-outside = { $path } n’est pas dans le projet ; la liste des dettes se trouve sous le dossier de cotejo.toml
check-debts-hint = la liste des dettes a une ligne par dette : code, article et langue séparés par des tabulations ; --record-debts l’écrit
check-debts-missing = il n’y a aucune liste de dettes à { $path }
check-debts-missing-hint = indiquer la liste qui existe, ou écrire celle-ci avec --record-debts
check-debt-bad = { $path }:{ $line }: ce n’est pas une dette : { $why }
check-debt-fields = il faut trois champs séparés par des tabulations : code, article, langue
check-debt-code = le premier champ n’est pas un code que l’on puisse devoir, comme missing ou outdated
check-debt-locale = le dernier champ n’est pas une langue

check-ref-unknown = git ne connaît aucun commit « { $name } »
check-ref-unknown-hint = nommer une branche, une étiquette ou un commit, ou le récupérer d’abord : git fetch origin { "<" }branche{ ">" }
check-ref-shallow = ce clone est superficiel et ne contient pas le point où « { $name } » et la copie de travail se séparent
check-ref-unrelated = « { $name } » et la copie de travail n’ont pas d’historique commun
check-ref-unrelated-hint = nommer la branche d’où vient celle-ci
check-unshallow = lancer git fetch --unshallow, ou cloner avec tout l’historique (fetch-depth: 0)
check-history-short = { $path } : l’historique de ce clone est trop court pour savoir depuis quand la version est en retard
check-age-unknown = { $path } : rien ne dit depuis quand la version est en retard, car le projet n’est pas dans git
check-age-unknown-hint = lancer dans une copie git, ou sans jours de grâce (--grace-days 0)
check-git-none = la commande git n’existe pas
check-git-none-hint = installer git, ou lancer sans --only-changed-since ni --grace-days
check-git-nowhere = le projet n’est dans aucune copie git
check-git-nowhere-hint = lancer dans une copie git, ou sans --only-changed-since
check-git-dubious = git refuse de regarder dans un dépôt qui appartient à quelqu’un d’autre
check-git-dubious-hint = si le dépôt est sûr : git config --global --add safe.directory { "<" }dossier{ ">" }
check-git-failed = git { $command } a échoué : { $said }
check-git-io = git { $command } n’a pas pu être lancé : { $cause }
