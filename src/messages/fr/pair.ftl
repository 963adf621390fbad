help-pair-rows = Montrer tous les articles, aussi nombreux soient-ils

pair-head =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } dans { $collections ->
        [one] { $collections } collection
       *[other] { $collections } collections
    }
pairing-paired = appariée
pairing-missing = absente
pairing-unwanted = non voulue
pairing-orphan = orpheline
pairing-ambiguous = ambiguë
pairing-unreadable = illisible

pair-files =
    { $count ->
        [0] aucun fichier du projet n’est dans une collection
        [one] { $count } fichier du projet :
       *[other] { $count } fichiers du projet :
    }
pair-files-source =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
pair-files-target =
    { $count ->
        [one] { $count } traduction
       *[other] { $count } traductions
    }
pair-files-page =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
pair-files-orphan =
    { $count ->
        [one] { $count } orphelin
       *[other] { $count } orphelins
    }
pair-files-ambiguous =
    { $count ->
        [one] { $count } ambigu
       *[other] { $count } ambigus
    }
pair-files-unplaced = { $count } sans article

pair-source = source { $locale } : { $path }
pair-page = page demandée en { LANGUAGE($locale) } : { $path }
pair-page-unknown = page demandée dans une langue inconnue : { $path }
pair-paired = { $path } ({ $by })
pair-candidates =
    { $count ->
        [one] { $count } fichier peut être la version :
       *[other] { $count } fichiers peuvent être la version :
    }
pair-candidate = { $by } ({ $shared }) ; { $why }
pair-settle = trancher dans cotejo.toml, avec la cible voulue :
pair-more = … et { $count } de plus
pair-rows-hint =
    { $count ->
        [one] { $count } place ; la montrer avec --rows
       *[other] { $count } places ; les montrer avec --rows, choisir avec --pairing, --locale, --path
    }

pair-by-hand = à la main
pair-by-key = par une clé d’en-tête
pair-by-url = par son adresse
pair-by-template = par son chemin
pair-by-twin = par son chemin, à la casse près
pair-by-page = par sa page

pair-why-several-versions = d’autres fichiers réclament la même place
pair-why-several-articles = il convient à plusieurs articles : { $articles }
pair-why-key-differs = mais { $name } vaut « { $target } » ici et « { $source } » dans la source

pair-unplaced-head =
    { $count ->
        [one] { $count } fichier n’appartient à aucun article :
       *[other] { $count } fichiers n’appartiennent à aucun article :
    }
pair-unplaced = { $path } : { $why }
unplaced-no-locale = ni son chemin ni son en-tête n’indiquent une langue lisible ; l’y indiquer, ou dans un [[pair]] avec locale
unplaced-other-locale = sa langue « { $locale } » n’est pas du projet ; l’ajouter à targets ou exclure le fichier
unplaced-no-collection = sa collection n’est pas dans cotejo.toml
unplaced-seen-twice = plusieurs collections le réclament ({ $collections }) ; restreindre leurs modèles ou employer exclude

pair-notes-head =
    { $count ->
        [one] { $count } remarque :
       *[other] { $count } remarques :
    }
pair-note-twin = { $path } a été apparié à { $with } bien que les noms diffèrent par la casse ou les accents ; renommer l’un des deux
pair-note-outranked = { $path } conviendrait { $by }, mais { $holder } tient la place avec un meilleur indice
pair-note-shared =
    { $count ->
        [one] { $count } source est connue { $by } comme { $shared } : { $paths }
       *[other] { $count } sources sont connues { $by } comme { $shared }, qui devrait être propre à une seule : { $paths }
    }
pair-note-unseen = { $path }, nommé dans un [[pair]], n’est dans aucune collection ou n’existe pas ; corriger le chemin
pair-note-impossible = la paire [[pair]] de { $source } et { $target } est impossible : les deux sont dans la même langue, ou la source est elle-même une cible ; la corriger
