help-pull = Remettre le travail en attente pour l’outil de traduction
help-pull-articles = Articles par identifiant, chemin ou motif (par défaut : tout ce qui attend)
help-pull-locale = La langue vers laquelle traduire
help-pull-collection = Seulement cette collection ; répétable
help-pull-path = Seulement les chemins conformes à ce motif ; répétable
help-pull-verdict = Seulement ces verdicts, séparés par des virgules (par défaut : missing, untranslated, partial, outdated)
help-pull-since = Seulement les articles datés de ce jour ou d’après
help-pull-words = Remettre jusqu’à tant de mots, le plus urgent d’abord ; au moins une unité
help-pull-traffic = Fichier CSV qui dit combien chaque page est lue (par défaut : urgency.figures de cotejo.toml)
help-pull-format = Format des fichiers
help-pull-out = Dossier où écrire les fichiers (par défaut : le dossier courant)
help-pull-per-article = Écrire un fichier par article
help-pull-only-pending = Laisser de côté les unités qui ne demandent aucun travail
help-pull-holder = Qui prend le travail
help-pull-again = Remettre une fois de plus ce qui est déjà sorti
help-pull-count = Seulement compter les mots ; ne rien écrire, ne rien remettre
help-pull-counts = Format du décompte des mots
help-pull-release = Libérer ce paquet : ses unités peuvent aller à d’autres
help-pull-long =
    Choisit ce qui attend, le plus urgent d’abord, et l’écrit comme paquet pour l’outil employé :
    XLIFF 1.2 et 2.1, gettext PO, un tableau en HTML ou en Markdown, JSON, ou un dossier qu’OmegaT
    ouvre comme projet. Chaque unité porte sa source, le changement depuis que la traduction était
    à jour, la traduction en l’état, les meilleures correspondances des traductions du projet, ses
    termes et ce qui y a été relevé. `cotejo push` reprend le fichier.

    L’urgence est la moyenne pondérée de trois parts : la nouveauté de la page, ce qui reste à
    faire et le nombre de lectures. [urgency] dans cotejo.toml fixe les poids.

    Ce qui est sorti est gardé sous .cotejo/out, qui a sa place dans git : un autre pull ne le
    remet pas une seconde fois.

value-DATE = DATE
value-PACKAGE = PAQUET

bad-day = ce n’est pas un jour ; écrire 2026-11-21
bad-package = le nom d’un paquet n’a que des lettres, des chiffres, - et _
bad-words = écrire un nombre entier à partir de 1

pull-one-locale = il faut nommer une langue cible : --locale
pull-source-locale = { $locale } est la langue dans laquelle les articles sont écrits : il n’y a rien à traduire vers elle
pull-nothing = Rien à remettre.
pull-head = { $package } : { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $units ->
        [one] { $units } unité
       *[other] { $units } unités
    }, { $size }
pull-would = À remettre : { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $units ->
        [one] { $units } unité
       *[other] { $units } unités
    }, { $size }
pull-size-words =
    { $count ->
        [one] { $count } mot
       *[other] { $count } mots
    }
pull-size-characters =
    { $count ->
        [one] { $count } caractère
       *[other] { $count } caractères
    }
pull-file = écrit : { $path }
pull-number = { $count }
pull-column-segments = segments
pull-column-words = mots
pull-column-characters = signes
pull-column-all-characters = caractères
pull-band-new = nouveaux
pull-band-50-74 = 50–74 %
pull-band-75-84 = 75–84 %
pull-band-85-94 = 85–94 %
pull-band-95-99 = 95–99 %
pull-band-repetition = répétés
pull-band-exact = exacts
pull-band-in-context = en contexte
pull-total = total
pull-out = Déjà sorti :
pull-out-line = { $package } : { $count ->
        [one] { $count } unité
       *[other] { $count } unités
    } depuis le { $date }
pull-out-line-with = { $package } : { $count ->
        [one] { $count } unité
       *[other] { $count } unités
    } chez { $holder } depuis le { $date }
pull-out-hint = Ce qui attend est sorti ; le remettre une fois de plus avec --again, ou libérer un paquet avec --release.
pull-released = { $package } est libéré ; { $count ->
        [one] { $count } unité peut aller à d’autres
       *[other] { $count } unités peuvent aller à d’autres
    }. Ce qui en revient est toujours repris.
pull-released-before = { $package } avait déjà été rendu, le { $date }.
pull-out-idle =
    { $count ->
        [one] { $count } unité de { $package } est remise et n’attend plus : la libérer avec `cotejo pull --release { $package }`
       *[other] { $count } unités de { $package } sont remises et aucune n’attend plus : les libérer avec `cotejo pull --release { $package }`
    }
pull-strange =
    { $count ->
        [one] { $count } page des chiffres n’est aucun article : { $first }
       *[other] { $count } pages des chiffres ne sont aucun article : { $first } …
    }
figures-problem-quote = un guillemet est ouvert et jamais fermé : { $found }
figures-problem-number = { $found } n’est pas un nombre à partir de 0
figures-problem-syntax = ce n’est pas une ligne de tableau
figures-hint = chaque ligne a une page (identifiant, chemin ou adresse d’un article) et le nombre de lectures, entre virgules, points-virgules ou tabulations
pull-no-package = aucun paquet ne s’appelle { $package }
pull-packages = il y a : { $known }
pull-no-packages = rien n’a encore été remis
pull-placeless = { $article } : aucun modèle ne dit où va sa traduction ; ajouter target à sa collection dans cotejo.toml
pull-by-hand =
    { $count ->
        [one] { $count } unité a seulement changé de place ou disparu dans la source : `cotejo diff` la montre ; modifier le fichier à la main et l’accepter
       *[other] { $count } unités ont seulement changé de place ou disparu dans la source : `cotejo diff` les montre ; modifier les fichiers à la main et les accepter
    }
pull-mirror =
    { $count ->
        [one] { $count } article n’attend que ce qui se recopie tel quel (code, en-tête, images) : `cotejo diff` le montre ; le recopier à la main, puis `cotejo accept`
       *[other] { $count } articles n’attendent que ce qui se recopie tel quel (code, en-tête, images) : `cotejo diff` le montre ; le recopier à la main, puis `cotejo accept`
    }
pull-left =
    { $count ->
        [one] { $count } unité ({ $words } mots) reste pour un autre jour
       *[other] { $count } unités ({ $words } mots) restent pour un autre jour
    }
pull-write-hint = rien n’a été remis ; nommer un autre dossier avec --out, ou faire de la place

out-bad = { $path }:{ $line } : impossible de lire ce qui est sorti : { $why }
out-bad-magic = cela ne commence pas comme un paquet, ou vient d’une autre version de cotejo
out-bad-conflict = un conflit de fusion s’y trouve ; garder un côté et enlever les marques
out-bad-line = une ligne n’a rien à faire ici
out-bad-missing = une ligne manque
out-bad-truncated = cela s’arrête trop tôt
out-bad-hint = reprendre le dernier bon état avec `git checkout -- CHEMIN`, ou supprimer le fichier : ses unités comptent alors comme non remises, et son paquet ne peut plus être repris

work-colon = { " : " }
work-id = ID (ne pas changer)
work-source = Source
work-target = Traduction
work-notes = Notes
work-instructions = Traduire chaque unité ; dans un tableau, dans la colonne Traduction. Laisser les ID tels quels. Ce qui reste tel quel compte comme non fait.
work-instructions-codes = Les marques comme <1> et </1> remplacent des liens, du gras et ainsi de suite : toutes doivent être dans la traduction, à leur place.
work-instructions-back = Enregistrer le fichier dans son format et le renvoyer.
work-file = Fichier
work-line = Ligne
work-before = Avant
work-change = Changement
work-offer = Correspondance
work-in-context = en contexte
work-one-sentence = une seule phrase de l’unité
work-term = Terme
work-remark = Relevé
work-note = Note
work-todo-translate = à traduire
work-todo-update = la source a changé
work-todo-check = un brouillon, à relire
work-todo-nothing = contexte, verrouillée

help-memory = Écrire la mémoire de traduction du projet en TMX
help-memory-locale = Seulement vers ces langues, séparées par des virgules (par défaut : toutes)
help-memory-output = Fichier à écrire (par défaut : la sortie standard)
help-memory-long =
    Écrit en TMX 1.4, que tout outil de traduction lit, ce que disent les traductions du
    projet : unités entières et, là où leur correspondance est sûre, leurs phrases. Les mémoires
    que nomme [memory] dans cotejo.toml ne sont pas transmises.
memory-count =
    { $count ->
        [one] { $count } texte dans la mémoire
       *[other] { $count } textes dans la mémoire
    }
memory-no-files = [memory] nomme des fichiers et aucun ne répond à ses motifs : aucune correspondance n’en est proposée
memory-hint = corriger le fichier ou l’ôter de files dans [memory] de cotejo.toml
