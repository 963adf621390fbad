args-unknown = l’option { $argument } n’existe pas
args-unexpected = l’argument { $argument } est de trop
args-command = la commande { $command } n’existe pas
args-no-command = aucune commande n’a été indiquée
args-missing = il manque { $argument }
args-conflict = { $argument } ne va pas avec { $other }
args-twice = { $argument } est donné deux fois ; une seule suffit
args-no-value = il manque une valeur à { $argument }
args-flag-value = { $argument } ne prend pas de valeur ; retirer « { $value } »
args-value = « { $value } » n’est pas une valeur de { $argument } ; choisir parmi : { $values }
args-bad-value = « { $value } » n’est pas une valeur de { $argument } : { $why }
args-count = { $argument } n’a pas le bon nombre de valeurs
args-not-unicode = un argument n’est pas du texte Unicode
args-other = impossible de lire la ligne de commande
args-hint = voir { $help }
args-hint-meant = fallait-il lire { $meant } ? Voir { $help }

bad-lang = l’interface parle { $known }
bad-locale = ce n’est pas une étiquette de langue ; écrire une étiquette BCP 47, comme es ou pt-BR
bad-locale-undetermined = cela ne nomme aucune langue (c’est l’étiquette de l’indéterminé), si bien qu’aucun texte ne peut être dit dans celle-ci ; écrire l’étiquette de la langue, comme es ou pt-BR
bad-locale-private = cela est une étiquette privée sans langue, que seuls comprennent ceux qui en sont convenus ; écrire l’étiquette de la langue, comme es ou pt-BR, et dans segments le nom que lui donnent dossiers et adresses
bad-locale-extended = cela a une partie privée ou une extension, et une langue est ici une langue, une écriture et une région ; écrire ce qui précède cette partie, et dans segments le nom que lui donnent dossiers et adresses
bad-number = ce n’est pas un nombre qui convient ici
bad-time = ce n’est pas un moment ; écrire 2026-11-21 ou 2026-11-21T09:00:00Z
bad-percent = ce n’est pas un pourcentage de 0 à 100
bad-verdict = les verdicts sont { $known }
bad-gate = peuvent faire échouer : { $known }
bad-class = les classes sont { $known }
bad-coverage = écrire une langue et un pourcentage, comme es=80
bad-encoding-name = ce n’est pas un codage ; en écrire un tel que utf-8, utf-16le ou windows-1252

error-output = impossible d’écrire le résultat : { $cause }
error-no-project = pas de cotejo.toml dans { $folder } ni dans un dossier qui le contient
error-no-project-hint = lancer `cotejo init` dans le dossier des articles, ou indiquer ce dossier avec -C
error-read = impossible de lire { $path } : { $cause }
error-read-folder-hint = indiquer les fichiers qu’il contient, un à un ou comme l’interpréteur en écrit plusieurs (articles/*.md)
error-read-too-large = impossible de lire { $path } : il fait plus de { $limit } Mio
error-read-too-large-hint = aucun article n’est aussi long ; diviser le fichier en ses articles, ou les donner en JSON Lines, un par ligne, avec --jsonl
error-config = { $path }:{ $line }:{ $column }: { $problem }

filter-locale = « { $locale } » n’est pas une langue du projet
filter-collection = la collection { $collection } n’existe pas
filter-known = le projet a : { $known }
filter-pattern = { $pattern } n’est pas un motif de chemin : { $why }
filter-path = aucun article du projet ne répond à --path { $pattern }
filter-path-hint = le motif est comparé aux id et aux chemins des articles depuis la racine du projet ; `cotejo pair` les énumère
glob-class = un [ n’est pas fermé
glob-range = un intervalle entre [ ] va à rebours
glob-alternates = il manque la moitié d’une paire { "{" } { "}" }
glob-escape = il finit par une barre oblique inverse
glob-other = il est incompréhensible ; * reste dans un dossier, ** traverse les dossiers
error-not-utf8 = { $path }:{ $line }: le fichier n’est pas du texte UTF-8 ; l’enregistrer en UTF-8
error-write = impossible d’écrire { $path } : { $cause }
config-hint =
    { $count ->
        [one] à corriger dans cotejo.toml ; `cotejo init --dry-run` affiche un fichier avec toutes les clés et leur rôle
       *[other] à corriger dans cotejo.toml ; `cotejo init --dry-run` affiche un fichier avec toutes les clés et leur rôle
    }
config-not-utf8-hint = dans un éditeur, « enregistrer avec l’encodage » ; dans un terminal, `iconv -f WINDOWS-1252 -t UTF-8` avec l’encodage du fichier
filter-nothing-locale = les articles demandés sont écrits en { $locales } : aucune version n’y figure ; leurs versions sont en : { $known }
filter-nothing = aucune version ne remplit tout ce qui est demandé ; sans filtre, la même commande montre ce qu’il y a

notice-bad = cotejo.toml : impossible de chercher l’avis « { $name } » : { $why }
notice-too-short = il lui faut au moins huit lettres de suite hors de ses emplacements
notice-unknown-slot = il a un emplacement autre que {"{target}"} et {"{served}"}
notice-slot-twice = il a deux fois le même emplacement
notice-adjacent-slots = il a deux emplacements sans rien entre eux
notice-unclosed-slot = il a une {"{"} qui n’est pas fermée

lock-held = un autre cotejo travaille dans ce projet : { $command } (processus { $pid })
lock-held-unknown = un autre cotejo travaille dans ce projet
lock-held-hint = attendre qu’il ait fini, ou l’arrêter ; il n’y a rien à nettoyer ensuite
lock-waiting = un autre cotejo travaille dans ce projet ; attente de { $seconds } secondes au plus
lock-not-a-file = { $path } devrait être un fichier ; retirer ce qui s’y trouve
local-not-a-folder = { $path } devrait être un dossier de ce projet ; retirer ce qui s’y trouve
recovered-completed =
    { $count ->
        [one] une étape interrompue a été achevée : { $count } fichier
       *[other] une étape interrompue a été achevée : { $count } fichiers
    }
recovered-undone =
    { $count ->
        [one] une étape interrompue a été annulée : { $count } fichier
       *[other] une étape interrompue a été annulée : { $count } fichiers
    }
recovered-edited = { $path } a été modifié après l’interruption ; il a été laissé tel quel

step-wrong-lock = le verrou est celui d’un autre projet ; c’est une erreur de cotejo, merci de la signaler
step-path = impossible d’écrire { $path } : le chemin doit rester dans le projet
step-outside = impossible d’écrire { $path } : un lien symbolique sort du projet ; le retirer
step-in-the-way = impossible d’écrire { $path } : autre chose s’y trouve ; le déplacer
step-same-file = { $path } et { $other } sont le même fichier ; ne l’indiquer qu’une fois
step-changed = { $path } a été modifié entre-temps par quelqu’un d’autre ; rien n’a été écrit
step-changed-hint = relancer la commande, qui verra alors le nouveau texte
step-nothing-written = rien n’a été changé
step-interrupted-hint = supprimer la cause et lancer n’importe quelle commande de cotejo : elle achève l’étape ou l’annule
step-damaged = ce qu’une étape interrompue a laissé dans { $path } est abîmé
step-damaged-hint = ce dossier contient les anciens et les nouveaux fichiers : sauver ce qui compte, puis le supprimer

trouble-path = { $path } : ce chemin ne peut pas être lu ; renommer le fichier
trouble-missing = { $path } : le fichier n’est plus là ; relancer la commande
trouble-folder = { $path } : c’est un dossier, il faut un fichier
trouble-special = { $path } : c’est un périphérique ou un tube, pas un fichier
trouble-too-large = { $path } : non lu, car il fait { $size } Mio ; un article peut en faire { $limit }
trouble-changing = { $path } : le fichier a changé pendant la lecture ; relancer la commande
trouble-outside = { $path } : un lien symbolique sort du projet ; mettre les fichiers dans le projet, ou retirer le lien
trouble-link-loop = { $path } : les liens symboliques tournent en rond ; en retirer un
trouble-broken-link = { $path } : un lien symbolique ne mène nulle part ; le retirer ou le corriger
trouble-not-unicode = { $path } : le nom n’est pas en Unicode ; renommer le fichier
trouble-too-deep = { $path } : trop de dossiers les uns dans les autres
trouble-more =
    { $count ->
        [one] et { $count } autre n’a pas pu être lu
       *[other] et { $count } autres n’ont pas pu être lus
    }
trouble-hint = le reste est fait ; remédier à ce qui précède, ou écarter les fichiers : exclude = ["…"] dans leur [[collection]] de cotejo.toml
trouble-hint-mend = le reste est fait ; remédier à ce qui précède, puis relancer la commande
trouble-io = impossible de lire { $path } : { $cause }
trouble-ambiguous = il n’est pas établi quel fichier est la version : { $candidates } ; `cotejo pair` dit pourquoi
trouble-no-text = { $path }: ce n’est pas du texte ; l’exclure par `exclude` dans cotejo.toml, ou l’enregistrer comme texte en UTF-8
trouble-merge-conflict = { $path }:{ $line }: le texte contient un conflit de fusion ; garder un des côtés, retirer les lignes qui commencent par <<<<<<<, ======= et >>>>>>>, puis relancer la commande
trouble-record = { $path }:{ $line }: impossible de lire la fiche : { $what } ; reprendre la dernière bonne : `git checkout -- { $path }`, ou celle d’un commit que montre `git log -- { $path }`. La supprimer et accepter de nouveau est le dernier recours : les changements de la source encore en attente passeraient pour faits, et les états, les motifs et les noms seraient perdus
trouble-record-part = { $path }:{ $line }: impossible de lire les lignes { $lines } de la fiche : { $what } ; les autres liens ({ $count }) ont été lus, et diff les montre. Reprendre la dernière fiche bonne : `git checkout -- { $path }`, ou celle d’un commit que montre `git log -- { $path }` ; à défaut, retirer ces lignes et confronter leurs unités à la source avant de les accepter de nouveau : ce qu’elles disaient est perdu
trouble-record-conflict = { $path }:{ $line }: la fiche a un conflit de fusion (lignes { $what }) ; garder un des côtés et retirer les marques

record-not-a-record = elle ne commence pas comme une fiche
record-version = elle vient d’une autre version de cotejo
record-conflict = elle a un conflit de fusion
record-unknown-key = elle a une ligne qu’aucune fiche n’a
record-duplicate-key = une ligne y est deux fois
record-missing-key = il manque une ligne
record-empty-link = un lien n’a ni source ni cible
record-bad-link = le numéro d’un lien est mal écrit
record-bad-locale = une langue est mal écrite
record-missing-path = il manque un chemin
record-bad-path = un chemin sort du projet
record-misplaced = elle nomme un autre article ou une autre langue que celui ou celle dont elle occupe la place
record-bad-kind = le type d’une unité est inconnu
record-bad-hash = une empreinte est mal écrite
record-bad-standing = la position d’une unité est mal écrite
record-bad-state = l’état d’un lien est inconnu
record-bad-note = ce sur quoi porte une note est mal écrit
record-bad-time = une date est mal écrite
record-bad-escape = un texte a un échappement mal écrit
record-truncated = elle finit trop tôt
record-after-end = quelque chose suit sa fin

# A line of JSON Lines that can't be read; the codes stand in the answer beside these.
line-too-long = la ligne { $line } dépasse { $most } Mo
line-not-utf8 = la ligne { $line } n’est pas du texte UTF-8 ; l’écrire en UTF-8
line-not-json = ligne { $line }, colonne { $column } : ce n’est pas du JSON ; écrire un objet par ligne, avec { $fields }
line-bad-object = ligne { $line }, colonne { $column } : un champ manque ou est d’un autre type ; écrire un objet avec { $fields }
line-bad-locale = ligne { $line } : ce n’est pas une étiquette de langue ; écrire une étiquette BCP 47, comme es ou pt-BR
line-in-file = { $path } : { $what }
line-more =
    { $count ->
        [one] { $count } autre ligne est illisible
       *[other] { $count } autres lignes sont illisibles
    }
