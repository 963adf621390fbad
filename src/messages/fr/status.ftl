number = { $number }
percent = { $percent } %

status-head =
    { $articles ->
        [0] aucun article à compter
        [one] { $articles } article dans { $locales ->
            [one] { $locales } langue cible
           *[other] { $locales } langues cibles
        }
       *[other] { $articles } articles dans { $locales ->
            [one] { $locales } langue cible
           *[other] { $locales } langues cibles
        }
    }
status-column-locale = langue
status-column-articles = articles
status-column-units = unités
status-column-words = mots
status-column-current = à jour
status-column-share = % à jour
status-column-to-do = à faire
status-column-published = publié
status-column-article = article
status-column-verdict = verdict
status-column-details = détails
status-all = toutes
status-published = { $published } sur { $known }
status-left-out =
    { $count ->
        [one] { $count } hors des totaux : keep ou local dans cotejo.toml
       *[other] { $count } hors des totaux : keep ou local dans cotejo.toml
    }
status-lost =
    { $count ->
        [one] { $count } version a perdu des unités depuis son acceptation ; voir `cotejo diff`
       *[other] { $count } versions ont perdu des unités depuis leur acceptation ; voir `cotejo diff`
    }
status-flawed =
    { $count ->
        [one] { $count } version ou sa source est illisible par endroits ; voir `cotejo check`
       *[other] { $count } versions ou leurs sources sont illisibles par endroits ; voir `cotejo check`
    }
status-drafts =
    { $count ->
        [one] { $count } unité est un brouillon automatique que personne n’a relu
       *[other] { $count } unités sont des brouillons automatiques que personne n’a relus
    }
status-reviewed =
    { $count ->
        [one] { $count } unité relue
       *[other] { $count } unités relues
    }
status-edited =
    { $count ->
        [one] { $count } version a été modifiée depuis son acceptation
       *[other] { $count } versions ont été modifiées depuis leur acceptation
    }
status-rows-hint =
    { $count ->
        [one] { $count } ligne ; --rows l’affiche
       *[other] { $count } lignes ; --rows les affiche ; choisir avec --locale, --verdict, --path
    }
status-unplaced =
    { $count ->
        [one] { $count } fichier n’appartient à aucun article ; `cotejo pair` dit pourquoi
       *[other] { $count } fichiers n’appartiennent à aucun article ; `cotejo pair` dit pourquoi
    }

bucket-current = { $count } à jour
bucket-outdated =
    { $count ->
        [one] { $count } périmée
       *[other] { $count } périmées
    }
bucket-partial =
    { $count ->
        [one] { $count } partielle
       *[other] { $count } partielles
    }
bucket-untranslated =
    { $count ->
        [one] { $count } non traduite
       *[other] { $count } non traduites
    }
bucket-missing =
    { $count ->
        [one] { $count } absente
       *[other] { $count } absentes
    }
bucket-unrecorded = { $count } sans fiche
bucket-undecided =
    { $count ->
        [one] { $count } indécise
       *[other] { $count } indécises
    }
bucket-orphan =
    { $count ->
        [one] { $count } orpheline
       *[other] { $count } orphelines
    }
bucket-ambiguous =
    { $count ->
        [one] { $count } ambiguë
       *[other] { $count } ambiguës
    }
bucket-unreadable =
    { $count ->
        [one] { $count } illisible
       *[other] { $count } illisibles
    }

pending-major =
    { $count ->
        [one] { $count } changement majeur
       *[other] { $count } changements majeurs
    }
pending-mirror =
    { $count ->
        [one] { $count } changement miroir
       *[other] { $count } changements miroir
    }
pending-minor =
    { $count ->
        [one] { $count } changement mineur
       *[other] { $count } changements mineurs
    }
pending-cosmetic =
    { $count ->
        [one] { $count } changement cosmétique
       *[other] { $count } changements cosmétiques
    }

detail-share = { $percent } % des lettres en { LANGUAGE($locale) }
detail-edited =
    { $count ->
        [one] { $count } unité modifiée depuis son acceptation
       *[other] { $count } unités modifiées depuis leur acceptation
    }
detail-lost =
    { $count ->
        [one] il manque { $count } unité qui avait été acceptée
       *[other] il manque { $count } unités qui avaient été acceptées
    }
detail-flawed =
    { $count ->
        [one] { $count } endroit mal lisible
       *[other] { $count } endroits mal lisibles
    }
detail-reviewed =
    { $count ->
        [one] { $count } relue
       *[other] { $count } relues
    }
detail-draft =
    { $count ->
        [one] { $count } brouillon automatique
       *[other] { $count } brouillons automatiques
    }
detail-stale-notice = avis caduc sur un texte traduit
detail-not-published = non publiée : le site la sert en { LANGUAGE($served) }, avec un avis
detail-not-published-silent = non publiée : le site la sert en { LANGUAGE($served) }, sans avis
detail-not-published-other = non publiée
