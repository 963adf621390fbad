config-unnamed = (sans nom)
config-line-end = la fin de la ligne

config-problem-too-large = le fichier dépasse { $limit } octets ; une configuration fait quelques centaines de lignes : en sortir ce qui n’y a pas sa place
config-problem-syntax-escape = la barre oblique inverse qui précède commence un échappement que TOML n’a pas : { $found } ; la doubler, ou mettre le texte entre '…'
config-problem-syntax-character = cette ligne contient un caractère de contrôle : { $found } ; le retirer
config-problem-syntax-no-value = la valeur manque : { $found } ; l’écrire après le signe =, comme source = "en", ou retirer la ligne
config-problem-syntax-number = { $found } n’est pas un nombre ; l’écrire en chiffres seulement, sans zéro devant, ou mettre le texte entre guillemets
config-problem-syntax-no-equals = { $found } n’est ni clé = valeur ni une [table] ; écrire l’un ou l’autre, ou commencer un commentaire par #
config-problem-syntax-colon = entre la clé et la valeur il faut =, non deux-points : { $found }
config-problem-syntax-key = { $found } ne peut figurer dans une clé ; les clés ont les lettres a à z, des chiffres, - et _ ; mettre les autres entre guillemets
config-problem-syntax-key-empty = il manque une clé : { $found } ; écrire clé = valeur, ou un en-tête comme [policy]
config-problem-syntax-rest = { $found } est de trop à la fin de cette ligne ; le retirer ou le mettre seul sur une ligne ; plusieurs valeurs font une liste, comme ["es", "fr"]
config-problem-syntax-heading = l’en-tête { $found } n’est pas fermé ; l’écrire comme [policy] ou [[collection]], seul sur sa ligne
config-problem-syntax-comma = il manque une virgule avant { $found } ; en mettre une entre les valeurs d’une liste
config-problem-syntax-comma-extra = il y a une virgule de trop : { $found } ; la retirer
config-problem-syntax-bracket = { $found } ferme ce que rien n’a ouvert ; le retirer
config-problem-syntax-conflict = voici la marque d’un conflit de fusion : { $found } ; garder un côté, et retirer les lignes qui commencent par <<<<<<<, ======= et >>>>>>>
config-problem-syntax-list = ce que { $key } ouvre ici n’est pas fermé ; mettre { $close } après sa dernière valeur
config-problem-syntax = ce n’est pas du TOML : { $found } ; écrire clé = valeur, ou une [table] seule sur sa ligne
config-problem-syntax-string = un texte entre guillemets n’est pas fermé : { $found } ; le fermer sur la même ligne, par le guillemet qui l’ouvre
config-problem-syntax-value = { $found } n’est pas une valeur ; mettre les textes entre guillemets, comme source = "en" ; true et false s’écrivent en minuscules
config-problem-syntax-unclosed = un crochet ou une accolade n’est pas fermé : { $found } ; le fermer
config-problem-too-deep = des tables ou des listes sont imbriquées trop profondément : { $found }
config-problem-duplicate-key = { $key } figure deux fois ici ; n’en garder qu’une
config-problem-unknown-key =
    il n’existe pas de clé { $key } { $table ->
        [top] à la racine du fichier
        [front_matter] dans [front_matter]
        [policy] dans [policy]
        [urgency] dans [urgency]
        [termbase] dans [termbase]
        [memory] dans [memory]
       *[other] dans [[{ $table }]]
    } ; la retirer, ou employer l’une de celles-ci : { $known }
config-problem-unknown-key-near =
    il n’existe pas de clé { $key } { $table ->
        [top] à la racine du fichier
        [front_matter] dans [front_matter]
        [policy] dans [policy]
        [urgency] dans [urgency]
        [termbase] dans [termbase]
        [memory] dans [memory]
       *[other] dans [[{ $table }]]
    } ; fallait-il lire { $nearest } ?
config-problem-wrong-type =
    { $key } doit être { $expected ->
        [text] un texte entre guillemets, comme "en"
        [texts] une liste de textes, comme ["es", "fr"]
        [table] une table, comme {"{"} clé = "valeur" {"}"}
        [tables] une liste de tables, chacune sous une ligne [[{ $key }]]
       *[whole-number] un nombre entier sans guillemets
    }, et c’est { $found ->
        [string] un texte
        [integer] un nombre entier
        [float] un nombre à virgule
        [boolean] true ou false
        [array] une liste
        [table] une table
       *[datetime] une date
    }
config-problem-missing-key =
    il manque { $key } { $table ->
        [top] à la racine du fichier
        [front_matter] dans [front_matter]
        [policy] dans [policy]
        [urgency] dans [urgency]
        [termbase] dans [termbase]
        [memory] dans [memory]
       *[other] dans ce [[{ $table }]]
    } ; l’ajouter
config-problem-empty-value = { $key } est vide ; lui donner une valeur ou retirer la ligne
config-problem-bad-locale = « { $value } » n’est pas une étiquette de langue ; écrire du BCP 47, comme es, pt-BR ou zh-Hans
config-problem-locale-undetermined = « { $value } » ne nomme aucune langue (c’est l’étiquette de l’indéterminé), si bien qu’aucun texte ne peut être dit dans celle-ci ; écrire l’étiquette de la langue, comme es ou pt-BR
config-problem-locale-private = « { $value } » est une étiquette privée sans langue, que seuls comprennent ceux qui en sont convenus ; écrire l’étiquette de la langue, comme es ou pt-BR, et dans segments le nom que lui donnent dossiers et adresses
config-problem-locale-extended = « { $value } » a une partie privée ou une extension, et une langue est ici une langue, une écriture et une région ; écrire ce qui précède cette partie, et dans segments le nom que lui donnent dossiers et adresses
config-problem-unknown-locale = « { $value } » n’est pas une langue du projet ({ $known }) ; l’ajouter à targets ou la corriger ici
config-problem-source-is-target = « { $locale } » est la langue source et ne peut être aussi une cible ; la retirer de targets
config-problem-duplicate-value = { $key } contient deux fois « { $value } » ; n’en garder qu’une
config-problem-bad-choice = « { $value } » n’est pas une valeur de { $key } ; choisir parmi : { $choices }
config-problem-bad-choice-near = « { $value } » n’est pas une valeur de { $key } ; fallait-il lire { $nearest } ? Il y a : { $choices }
config-problem-out-of-range = { $key } = { $value } est hors limites ; il faut une valeur de { $min } à { $max }
config-problem-bad-segment = « { $segment } » ne peut désigner une langue dans un chemin ; écrire un segment de 64 caractères au plus, sans blancs, barres ni accolades
config-problem-bad-name = le nom « { $value } » ne peut commencer les identifiants des articles ; retirer /, ~ et les caractères de contrôle
config-problem-bad-glob = { $key } : « { $value } » n’est pas un motif de chemin ; fermer tous les crochets : * reste dans un dossier, ** traverse les dossiers
config-problem-bad-url = { $key } : « { $value } » n’est pas une adresse web ; l’écrire en entier, comme https://example.org/
config-problem-path-absolute = { $key } : « { $value } » part de la racine du disque ou du dossier personnel ; écrire le chemin depuis le dossier de cotejo.toml
config-problem-path-climbs = { $key } : « { $value } » sort du projet ou contient un segment vide ; écrire le chemin depuis le dossier de cotejo.toml, sans . ni ..
config-problem-path-backslash = { $key } : « { $value } » contient une barre oblique inverse ; écrire / entre les dossiers, sur tous les systèmes
config-problem-template-brace = le modèle « { $template } » contient une accolade non ouverte ou non fermée ; écrire {"{locale}"}, {"{name}"} ou {"{path}"}
config-problem-template-placeholder = le modèle « { $template } » contient {"{"}{ $placeholder }{"}"}, qui ne désigne rien ; il y a {"{locale}"}, {"{name}"} et {"{path}"}
config-problem-template-placeholder-near = le modèle « { $template } » contient {"{"}{ $placeholder }{"}"}, qui ne désigne rien ; fallait-il lire {"{"}{ $nearest }{"}"} ?
config-problem-template-name-and-path = le modèle « { $template } » contient à la fois {"{name}"} et {"{path}"} ; n’en garder qu’un : {"{path}"} peut traverser les dossiers, {"{name}"} non
config-problem-template-stem-twice = le modèle « { $template } » contient deux fois {"{name}"} ou {"{path}"} ; n’en garder qu’un
config-problem-template-no-stem = le modèle « { $template } » n’a ni {"{name}"} ni {"{path}"} : tous ses fichiers seraient un seul article ; mettre ce qui distingue les articles
config-problem-template-no-locale = il manque {"{locale}"} au modèle « { $template } » de { $key } ; le mettre là où les chemins portent la langue, ou écrire locale_from = "front-matter"
config-problem-template-locale = le modèle « { $template } » de { $key } contient {"{locale}"}, mais les sources sont dans une seule langue ; le retirer, ou employer files = pour un modèle de toutes les langues
config-problem-template-locale-apart = le modèle « { $template } » de { $key } contient {"{locale}"}, mais locale_from = "front-matter" laisse chaque fichier dire sa langue ; retirer l’un des deux
config-problem-locale-from-sides = la collection { $name } a locale_from = "front-matter", qui ne va qu’avec files ; le retirer, ou employer files pour toutes les langues
config-problem-template-adjacent = le modèle « { $template } » a deux repères que rien ne sépare : on ne sait où finit le premier ; mettre un caractère entre les deux
config-problem-template-too-long = le modèle « { $template } » est trop long ou a plus de 16 parties ; le raccourcir
config-problem-template-star = le modèle « { $template } » contient un *, qui ne représente rien dans un modèle ; écrire {"{name}"} pour un nom, {"{path}"} pour un chemin qui traverse les dossiers
config-problem-template-reserved = le modèle « { $template } » mène dans { $folder }, où aucun article n’est cherché ; tenir les articles dans un autre dossier
config-problem-template-in-ledger = le modèle « { $template } » mène dans { $ledger }, le dossier des enregistrements, où aucun article n’est cherché ; tenir les articles dans un autre dossier, ou changer ledger
config-problem-collection-no-files = la collection { $name } ne dit pas quels sont ses fichiers ; lui donner files, ou source et target, ou pages
config-problem-collection-mixed = la collection { $name } a files en plus de source, target ou pages ; ne garder que files, ou le retirer
config-problem-collection-half = la collection { $name } a { $has } mais pas { $lacks } ; ajouter { $lacks }, ou employer files pour un modèle de toutes les langues
config-problem-collections-overlap = les collections { $name } et { $other } prendraient toutes deux { $example } ; restreindre un modèle, ou donner exclude à l’une d’elles
config-problem-key-for-pages = { $key } concerne les pages conservées, et la collection { $name } n’en a pas ; la retirer, ou ajouter pages
config-problem-wish-of-nothing = ce [[{ $table }]] ne concerne aucun article ; lui donner path ou article
config-problem-pair-one-file = source et target sont tous deux { $path } ; nommer les deux fichiers de la paire
config-problem-pair-target-twice = { $path } est aussi la cible du [[pair]] de la ligne { $other } ; un fichier est la version d’un seul article : garder l’un des deux
config-problem-notice-slot = l’avis contient un emplacement {"{"}{ $slot }{"}"} ; il y a {"{target}"} et {"{served}"}
config-problem-no-collection = il n’y a aucune [[collection]] : aucun fichier n’appartient à un article ; en ajouter une, ou en demander une proposition avec `cotejo init --dry-run`
config-problem-template-folder = le modèle « { $template } » de { $key } ne correspond à aucun fichier : le dossier { $folder } n’existe pas ; corriger le modèle, ou y mettre les fichiers
config-problem-template-folder-near = le modèle « { $template } » de { $key } ne correspond à aucun fichier : le dossier { $folder } n’existe pas ; fallait-il lire { $nearest } ?
config-problem-template-excluded = le modèle « { $template } » de { $key } reste sans fichier : exclude les écarte, comme { $example } ; restreindre exclude
config-problem-template-taken = le modèle « { $template } » de { $key } n’a pas de fichier à lui : un autre modèle les prend, comme { $example } ; corriger l’un des deux, ou y mettre les fichiers
config-problem-template-unlike = le modèle « { $template } » de { $key } ne correspond à aucun fichier : il prendrait { $wanted }, et ce qui est là ressemble à { $found } ; corriger le modèle, ou nommer le dossier de la langue dans segments
config-problem-template-empty = le modèle « { $template } » de { $key } ne correspond à aucun fichier : il n’y en a pas là où serait { $wanted } ; corriger le modèle, ou y mettre les fichiers
config-problem-pair-outside = { $key } de ce [[pair]] nomme { $path }, qui n’est dans aucune collection ; donner à une collection un modèle qui le prend, ou le retirer d’exclude
config-problem-pair-no-file = { $key } de ce [[pair]] nomme { $path }, qui n’existe pas ; corriger le chemin, ou retirer la paire
config-problem-pair-no-file-near = { $key } de ce [[pair]] nomme { $path }, qui n’existe pas ; fallait-il lire { $nearest } ?
config-problem-wish-path-idle = aucun article n’a de fichier qui corresponde à { $key } = « { $value } » de ce [[{ $table }]] ; les motifs partent du dossier de cotejo.toml, * reste dans un dossier, ** traverse les dossiers : le corriger, ou le retirer
config-problem-wish-path-is-id = aucun fichier ne correspond à { $key } = « { $value } » de ce [[{ $table }]], mais des identifiants d’articles oui ; écrire article = "{ $value }"
config-problem-wish-id-idle = aucun article n’a d’identifiant qui corresponde à { $key } = « { $value } » de ce [[{ $table }]] ; les identifiants commencent par le nom de la collection, et `cotejo pair --rows` les énumère : le corriger, ou le retirer
config-problem-wish-id-is-path = aucun identifiant ne correspond à { $key } = « { $value } » de ce [[{ $table }]], mais des chemins de fichiers oui ; écrire path = "{ $value }"
config-problem-wish-both-idle = aucun article ne remplit à la fois { $key } = « { $value } » et article de ce [[{ $table }]] ; en retirer un, ou écrire deux [[{ $table }]]
config-more =
    { $count ->
        [one] et { $count } autre avertissement sur cotejo.toml
       *[other] et { $count } autres avertissements sur cotejo.toml
    }

config-intro = Ce que cotejo doit savoir de ce projet : quels fichiers sont des articles, et dans quelles langues. Une ligne qui commence par # est un commentaire. Une clé en commentaire montre sa valeur par défaut ou un exemple : retirer le # pour la changer.
config-optional = Ci-dessous, ce qu’un projet peut dire en plus ; retirer les # d’un bloc pour l’employer.
config-example-pages = Une collection de pages telles qu’un site les a servies, avec leurs traductions à côté, et toutes les clés que peut avoir une collection.
config-example-front-matter = Une collection dont les fichiers disent leur langue dans leur en-tête (front matter).
config-table-collection = Un groupe de fichiers que décrit un modèle : {"{locale}"} désigne la langue, {"{name}"} un nom, {"{path}"} un chemin qui peut traverser les dossiers.
config-table-collection-page = Ce que l’on sait d’une page conservée.
config-table-keep = Articles à ne pas traduire.
config-table-local = Articles qui n’existent que dans une langue.
config-table-pair = Une paire fixée à la main ; elle prime sur tout ce que dirait cotejo.
config-table-front_matter = Les clés de l’en-tête (front matter) que lit l’appariement, chaque liste par ordre de préférence.
config-table-policy = Ce qui compte comme dette, et ce qui fait échouer `cotejo check`.
config-table-urgency = Ce qui rend un article urgent quand `cotejo pull` distribue le travail.
config-table-termbase = La base terminologique : le glossaire auquel les textes sont confrontés. Sans cela, le dossier glossary sert, s’il existe.
config-table-memory = Mémoires de traduction d’autres outils (TMX) d’où `cotejo pull` tire des correspondances, en plus des traductions du projet.
config-table-notice = Une formule propre au site pour « cette page n’est pas disponible dans votre langue ».

config-key-source = La langue dans laquelle sont écrits les articles, si rien de plus proche ne dit autre chose.
config-key-targets = Les langues dans lesquelles sont traduits les articles.
config-key-ledger = Le dossier des fiches ; à garder sous gestion de versions.
config-key-segments = Ce qui désigne une langue dans les chemins et les adresses, quand ce n’est pas son étiquette.
config-key-collection = Les collections : des groupes de fichiers que décrit un modèle.
config-key-keep = Articles à ne pas traduire.
config-key-local = Articles qui n’existent que dans une langue.
config-key-pair = Paires fixées à la main.
config-key-front_matter = Les clés de l’en-tête (front matter) que lit l’appariement.
config-key-policy = Ce qui compte comme dette, et ce qui fait échouer une vérification.
config-key-urgency = Ce qui rend un article urgent quand le travail est distribué.
config-key-termbase = Le glossaire auquel les textes sont confrontés.
config-key-memory = Mémoires de traduction d’autres outils d’où viennent des correspondances.
config-key-notice = Les formules propres au site pour « cette page n’est pas disponible dans votre langue ».

config-key-collection-name = Son nom, qui commence les identifiants de ses articles.
config-key-collection-files = Un modèle pour toutes les langues.
config-key-collection-locale_from = Ce qui dit la langue de ces fichiers : "path", leur chemin, ou "front-matter", leur en-tête (le modèle n’a alors pas de {"{locale}"}).
config-key-collection-source = Le modèle des sources, qui sont à part.
config-key-collection-target = Le modèle des traductions.
config-key-collection-pages = Le modèle des pages conservées, telles qu’un site les a servies.
config-key-collection-requested = La langue dans laquelle les pages ont été demandées, si ni le chemin ni l’adresse ne le disent.
config-key-collection-base_url = L’adresse du site, pour les adresses de page réduites à un chemin.
config-key-collection-format = Le format des fichiers (text, markdown), si l’extension ne le dit pas.
config-key-collection-source_locale = La langue dans laquelle sont écrits les articles de cette collection.
config-key-collection-segments = Ce qui désigne une langue dans ces chemins, quand ce n’est pas son étiquette.
config-key-collection-exclude = Fichiers qui n’en font pas partie, bien qu’ils conviennent.
config-key-collection-page = Pages isolées, indiquées à la main.
config-key-collection-page-file = Le fichier de la page.
config-key-collection-page-requested = La langue dans laquelle elle a été demandée.
config-key-collection-page-url = L’adresse à laquelle elle a été servie.
config-key-collection-page-article = Un nom qui réunit les pages d’un article.
config-key-keep-path = Un motif pour les chemins de leurs fichiers.
config-key-keep-article = Un motif pour leurs identifiants.
config-key-keep-locales = Les langues concernées ; toutes, si rien n’est indiqué.
config-key-keep-reason = La raison, pour ceux qui viendront après.
config-key-local-path = Un motif pour les chemins de leurs fichiers.
config-key-local-article = Un motif pour leurs identifiants.
config-key-local-locales = Les langues concernées ; toutes, si rien n’est indiqué.
config-key-local-reason = La raison, pour ceux qui viendront après.
config-key-pair-source = Le fichier de la source, ou une page de l’article.
config-key-pair-target = Le fichier de la traduction.
config-key-pair-locale = La langue de la traduction, si son chemin ne la dit pas.
config-key-front_matter-translation_key = Clés dont toutes les versions d’un article partagent la valeur.
config-key-front_matter-locale = Clés qui disent dans quelle langue est un fichier.
config-key-front_matter-source_locale = Clés qui disent dans quelle langue l’article a été écrit.
config-key-front_matter-url = Clés qui portent l’adresse de la page.
config-key-policy-outdated_from = Le changement le plus léger qui périme une version : major, mirror, minor ou cosmetic.
config-key-policy-unrecorded = Ce que fait check des versions qui n’ont pas de fiche : allow, warn ou fail.
config-key-policy-quality = Ce que fait check de ce que qa trouve dans les traductions : allow, warn, errors ou warnings.
config-key-policy-fail_on = Ce qui fait échouer une vérification : verdicts et classes de changement.
config-key-policy-grace_days = Jours de retard permis à une version avant qu’une vérification échoue.
config-key-policy-coverage = La part minimale de versions à jour, en pour cent, par langue.
config-key-urgency-fresh = Le poids de la nouveauté d’une page, de 0 à 1000.
config-key-urgency-change = Le poids de la part qui reste à faire.
config-key-urgency-traffic = Le poids du nombre de lectures, si des chiffres sont donnés.
config-key-urgency-half_life = Après tant de jours, une page est moitié moins nouvelle.
config-key-urgency-figures = Un fichier CSV : sur chaque ligne, l’identifiant, le chemin ou l’adresse d’un article et le nombre de ses lectures.
config-key-termbase-path = Un dossier contenant concepts.tsv et terms.tsv, ou un tableau.
config-key-memory-files = Fichiers TMX sous la racine du projet, sous forme de motifs.
config-key-memory-penalty = Combien de points sont ôtés à chaque correspondance qui en vient, de 0 à 30.
config-key-notice-name = Un nom pour les indices et les rapports.
config-key-notice-text = La formule ; {"{target}"} désigne le nom de la langue demandée, {"{served}"} celui de la langue servie.
config-key-notice-locale = La langue dans laquelle l’avis est écrit.

guess-system = { $file } révèle { $name }
guess-locale-folders = { $folder } a un dossier par langue : { $locales }
guess-locale-endings = les noms finissent par la langue, comme { $example } : { $locales }
guess-sources-apart = les sources n’ont pas de langue dans leur chemin, comme { $example }
guess-source-from-config = { $file } dit que la langue source est « { $locale } »
guess-source-most-files =
    { $files ->
        [one] « { $locale } » est prise pour langue source : c’est elle qui a le plus de fichiers, { $files }
       *[other] « { $locale } » est prise pour langue source : c’est elle qui a le plus de fichiers, { $files }
    }
guess-source-from-front-matter = « { $locale } » est prise pour langue source : l’en-tête de { $file } le dit
guess-source-from-script = « { $locale } » est prise pour langue source : { $file } est dans son écriture
guess-source-from-text = « { $locale } » est prise pour langue source : { $file } est écrit dans cette langue
guess-source-left = « { $locale } » est prise pour la langue source : elle a ses propres fichiers, et { $example } n’a pas de version dans cette langue
guess-source-english = en est prise pour langue source : rien ne dit autre chose, et aucun autre fichier n’est en anglais
guess-source-unsure = « { $locale } » est prise pour langue source, sans le savoir : l’indiquer avec --source
guess-source-told = « { $locale } » est la langue source, selon --source
guess-targets-told = les langues cibles sont celles de --targets : { $locales }
guess-locale-from-config = { $file } mentionne « { $locale } »
guess-po-files = il y a des traductions dans des fichiers .po, que cotejo ne lit pas : { $locales }
guess-front-matter-only = les billets ne disent leur langue que dans leur en-tête, comme { $file } ({ $locales }) ; c’est ce que dit locale_from = "front-matter"
guess-versioned-docs = { $folder } contient d’anciennes versions de la documentation ; elles ont été laissées de côté
guess-not-understood =
    { $files ->
        [one] { $files } fichier de texte n’entre dans aucune collection : { $example }
       *[other] { $files } fichiers de texte n’entrent dans aucune collection, comme { $example }
    }
guess-nothing-found = aucun endroit où se tiendraient les langues n’a été trouvé dans les chemins ; écrire une [[collection]] à la main
guess-too-many-files = seuls les { $files } premiers fichiers ont été regardés
