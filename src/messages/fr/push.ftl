help-push = Reprendre le travail terminé
help-push-files = Fichiers revenus, ou dossiers qui en contiennent
help-push-package = Le paquet dont ils sont, s’ils ne le disent pas
help-push-by = Qui a fait le travail (par défaut : qui l’a pris, sinon COTEJO_BY, sinon user.name de git)
help-push-fail-on = À partir de quelle gravité un constat empêche de reprendre une unité
help-push-partial = Reprendre ce qui est en ordre même si d’autres unités ne le sont pas
help-push-dry-run = Montrer ce qui serait repris, ne rien écrire
help-push-format = Format du résultat
help-push-long =
    Reprend un paquet dans n’importe lequel des formats, quel que soit l’outil qui l’a écrit. Ce qui
    est traduit va dans le fichier cible, et le registre dit de quelle source cela vient : si la
    source a changé entre-temps, l’unité est reprise et attend toujours. Ce qui revient tel quel
    n’est pas fait.

    S’il n’y a pas encore de fichier cible, il est fait d’après la source ; ce que personne n’a
    traduit reste dans la langue source, pour que cela se voie. Si quelqu’un a modifié la cible
    entre-temps, les unités sont fusionnées une à une ; si une unité a changé des deux côtés, elle
    reste telle quelle et les deux textes sont gardés à côté du paquet.

    Rien n’est écrit si quelque chose ne va pas, sauf avec --partial. accept --undo défait un push.

push-dry-run = Rien n’a été écrit (--dry-run). Voici ce qui serait repris :
push-count-translated =
    { $count ->
        [one] { $count } unité reprise
       *[other] { $count } unités reprises
    }
push-count-reviewed = { $count } relues
push-count-already = { $count } déjà là
push-count-open = { $count } non faites
push-count-source =
    { $count ->
        [one] { $count } non prise : dite traduite, mais dans les mots de la source
       *[other] { $count } non prises : dites traduites, mais dans les mots de la source
    }
push-count-waiting =
    { $count ->
        [one] { $count } attend encore : sa source a changé entre-temps
       *[other] { $count } attendent encore : leur source a changé entre-temps
    }
push-count-absent =
    { $count ->
        [one] { $count } du paquet n’est pas dans le fichier
       *[other] { $count } du paquet ne sont pas dans le fichier
    }
push-count-conflict =
    { $count ->
        [one] { $count } conflit
       *[other] { $count } conflits
    }
push-count-locked = { $count } verrouillées
push-count-gone = { $count } disparues de la source
push-count-refused = { $count } refusées
push-nothing = rien à reprendre
push-file = modifié : { $path }
push-file-new = nouveau : { $path }
push-kept-reason = laissée telle quelle par le traducteur ({ $package })

push-foreign = { $path }:{ $line } : l’unité { $id } n’est pas à nous ; envoyer le fichier avec les ID qu’il avait
push-not-our-unit = { $path }:{ $line } : le paquet { $package } n’a pas d’unité { $unit } ; envoyer le fichier avec les ID qu’il avait
push-twice = { $path }:{ $line } : l’unité { $unit } se trouve aussi à la ligne { $other } et y dit autre chose ; en garder une
push-codes = { $path }:{ $line } : { $why } ; remettre les codes de { $unit } comme ils étaient
push-code-missing = le code { $number } manque
push-code-twice = le code { $number } s’y trouve plus souvent qu’il n’a été envoyé
push-code-unknown = le code { $number } n’a jamais été envoyé
push-code-crossed = le code { $number } finit avant de commencer ou en croise un autre
push-unwritable = { $path }:{ $line } : le format du fichier ne peut pas exprimer le texte de { $unit } ; enlever les marques qu’il lirait comme siennes
push-unheld = { $path }:{ $line } : { $target } ne peut pas contenir { $unit } comme voulu ; la placer à la main, puis `cotejo accept`
push-finding = { $path }:{ $line } : { $unit } : { $finding }
push-no-article = { $path }:{ $line } : le projet n’a plus d’article { $article }
push-no-source = { $path }:{ $line } : { $article } n’a plus de source
push-no-target = { $path }:{ $line } : aucun modèle ne dit où va la traduction de { $article } ; ajouter target à sa collection dans cotejo.toml
push-wrong-hint = rien de cela n’a été repris ; corriger et recommencer, reprendre le reste avec --partial, ou laisser passer les constats avec --fail-on none

push-no-package = { $path } : aucun paquet { $package } n’a été remis d’ici ; `cotejo pull` montre ce qui est sorti
push-not-ours = { $path } : aucun paquet remis n’a ces unités ; le nommer avec --package
push-which-package = { $path } : plusieurs paquets ont ces unités ; en nommer un avec --package
push-other-locale = { $path } : le fichier dit { $found } là où le paquet { $package } a { $locale } ; envoyer le fichier de ce paquet
push-file-hint = rien n’a été repris
push-empty-folder = { $path } : le dossier n’a aucun fichier d’un paquet
push-omegat-empty = { $path } : OmegaT n’a encore rien écrit dans son dossier target ; y créer les documents traduits (menu Projet), puis relancer `cotejo push`
push-office-folder = { $path } : le dossier n’a que des documents de bureautique, qui ne sont pas lus ; les enregistrer en HTML (Fichier > Enregistrer sous), puis relancer `cotejo push`
push-passed-over = { $path } : laissé de côté ; un document de bureautique n’est pas lu : l’enregistrer en HTML (Fichier > Enregistrer sous) et relancer `cotejo push` avec ce fichier
push-conflict = { $article } { $locale } { $unit } : modifiée dans l’arbre et par la traduction. Dans l’arbre : { $ours } — Revenu : { $theirs }
push-kept-locked = { $article } { $locale } { $unit } : elle était verrouillée et revient modifiée : { $theirs }
push-kept-gone = { $article } { $locale } { $unit } : la source ne l’a plus. Revenu : { $theirs }
push-conflict-hint = tout le reste est repris ; ces textes sont gardés dans { $paths } : mettre ce qui est juste dans la cible, et l’accepter

push-problem = { $path }:{ $line } : { $problem }
push-problem-column = { $path }:{ $line }:{ $column } : { $problem }
push-problem-archive = c’est une archive ; la décompresser et relancer `cotejo push` avec les fichiers qu’elle contient
push-problem-bad-encoding = des octets sont faux dans le codage du fichier ; l’enregistrer en UTF-8
push-problem-bad-locale = { $found } n’est pas une étiquette de langue ; écrire celle que le fichier avait
push-problem-bad-state = { $found } n’est pas un état ; écrire l’un de { $known }
push-problem-cells = la ligne a { $found } cellules, le tableau { $known } colonnes ; remettre celles qui manquent
push-problem-cut = le fichier finit trop tôt, ou une partie manque ; envoyer le fichier entier
push-problem-empty-file = le fichier est vide ; envoyer celui qui a été enregistré
push-problem-entity = l’entité « { $found } » n’est pas de celles de XML, et aucune n’est lue ailleurs
push-problem-entity-declared = le fichier déclare une entité { $found } ; de tels fichiers ne sont pas lus, écrire son texte à sa place
push-problem-json-syntax = ce n’est pas du JSON bien formé ; envoyer le fichier tel qu’il a été enregistré
push-problem-no-units = aucune unité du fichier n’est de celles qui ont été remises ; envoyer le fichier avec les ID qu’il avait
push-problem-not-work = ce n’est pas un paquet de travail ; envoyer le fichier qu’a écrit `cotejo pull`, en XLIFF, PO, HTML, Markdown ou JSON
push-problem-office = c’est un document de bureautique ({ $found }) ; l’ouvrir, l’enregistrer en HTML (Fichier > Enregistrer sous) et relancer `cotejo push` avec ce fichier
push-problem-po-syntax = aucun catalogue PO n’a cette ligne : { $found } ; remettre le fichier comme l’outil l’avait enregistré
push-problem-same-unit = l’unité { $found } se trouve aussi à la ligne { $known } ; en garder une
push-problem-too-deep = les éléments s’emboîtent à plus de { $known } niveaux ; envoyer le fichier tel que l’outil l’a enregistré
push-problem-too-large = le fichier dépasse { $known } Mo ; l’envoyer en parties
push-problem-too-many = le fichier a plus de { $known } unités ; l’envoyer en parties
push-problem-unit-too-long = une unité est plus longue que toutes celles qui ont été remises ; enlever ce qui n’y a pas sa place
push-problem-unknown-encoding = le fichier indique un codage inconnu ; l’enregistrer en UTF-8
push-problem-xml-cut = le fichier finit à l’intérieur d’un élément ; envoyer le fichier entier
push-problem-xml-end-tag = la fin de { $found } ne correspond pas à ce qui est ouvert ; envoyer le fichier tel que l’outil l’a enregistré
push-problem-xml-syntax = ce n’est pas du XML bien formé ; envoyer le fichier tel que l’outil l’a enregistré
push-problem-xml-token = une balise ou un texte dépasse { $known } Mo ; enlever ce qui n’y a pas sa place
