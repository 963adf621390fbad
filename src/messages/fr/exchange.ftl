exchange-no-project = il n’y a dans { $folder } aucun projet où importer
exchange-outside = { $path } n’est pas un dossier de celui du projet ; une importation n’écrit que là
exchange-two-locales = { $path } contient des paires de termes et ne dit pas en quelles langues
exchange-pair-needed = ce format contient des paires de termes de deux langues
exchange-two-locales-hint = indiquer les deux avec --locale, celle de départ d’abord : --locale en,es
exchange-needs-folder = il faut un dossier aux deux tableaux : l’indiquer avec --output
exchange-onto-itself = { $path } est la base terminologique elle-même
exchange-refused-hint = rien du fichier n’a été pris
exchange-unreadable-hint = après cette importation, les tableaux ne pourraient plus être lus ; rien n’a été écrit
exchange-clash-hint = rien n’a été écrit ; donner avec --prefix un début propre aux identifiants du fichier, ou prendre avec --update ce que dit le fichier

exchange-dry-run = rien n’est écrit ; une importation ferait ceci :
exchange-concepts = concepts : { $new } nouveaux, { $changed } modifiés, { $same } inchangés
exchange-terms = termes : { $new } nouveaux, { $changed } modifiés, { $same } inchangés
exchange-differ =
    { $count ->
        [one] { $count } cellule dit autre chose dans le fichier ; ce qui est en place est gardé (--update prend ce que dit le fichier)
       *[other] { $count } cellules disent autre chose dans le fichier ; ce qui est en place est gardé (--update prend ce que dit le fichier)
    }
exchange-new = nouveau
exchange-changed = modifié
exchange-kept = gardé
exchange-cell-filled = { $column } : { $to }
exchange-cell-before = { $column } : au lieu de { $from }
exchange-cell-after = { $column } : { $to }
exchange-cell-kept = { $column } : gardé : { $from }
exchange-cell-other = { $column } : dans le fichier : { $to }
exchange-more-concepts =
    { $count ->
        [one] et { $count } autre concept
       *[other] et { $count } autres concepts
    }
exchange-more =
    { $count ->
        [one] et { $count } autre de ce genre
       *[other] et { $count } autres de ce genre
    }
exchange-nothing-new = la base dit déjà tout cela ; rien n’a été écrit
exchange-written = écrit : { $files }

exchange-left-out-ambiguous =
    { $count ->
        [one] { $count } paire est omise, car plusieurs concepts ont son terme de départ (ligne { $line })
       *[other] { $count } paires sont omises, car plusieurs concepts ont leur terme de départ (la première à la ligne { $line })
    }
exchange-left-out-back =
    { $count ->
        [one] { $count } entrée après les termes est omise : une personne, un livre ou autre (ligne { $line })
       *[other] { $count } entrées après les termes sont omises : personnes, livres et autres (la première à la ligne { $line })
    }
exchange-left-out-empty-term =
    { $count ->
        [one] { $count } terme sans lettre est omis (ligne { $line })
       *[other] { $count } termes sans lettre sont omis (le premier à la ligne { $line })
    }
exchange-left-out-foreign-cell =
    { $count ->
        [one] { $count } cellule hors des colonnes nommées est omise (ligne { $line })
       *[other] { $count } cellules hors des colonnes nommées sont omises (la première à la ligne { $line })
    }
exchange-left-out-line =
    { $count ->
        [one] { $count } ligne sans terme est omise (ligne { $line })
       *[other] { $count } lignes sans terme sont omises (la première à la ligne { $line })
    }
exchange-left-out-long-term =
    { $count ->
        [one] { $count } terme de plus de mille octets est omis (ligne { $line })
       *[other] { $count } termes de plus de mille octets sont omis (le premier à la ligne { $line })
    }
exchange-left-out-markup =
    { $count ->
        [one] le balisage de { $count } passage est omis, son texte est gardé (ligne { $line })
       *[other] le balisage de { $count } passages est omis, leur texte est gardé (le premier à la ligne { $line })
    }
exchange-left-out-picture =
    { $count ->
        [one] { $count } image est omise (ligne { $line })
       *[other] { $count } images sont omises (la première à la ligne { $line })
    }
exchange-left-out-same-languages =
    { $count ->
        [one] { $count } paire d’une seule et même langue est omise (ligne { $line })
       *[other] { $count } paires d’une seule et même langue sont omises (la première à la ligne { $line })
    }
exchange-left-out-sheet =
    { $count ->
        [one] { $count } feuille sans nom de colonne connu est omise
       *[other] { $count } feuilles sans nom de colonne connu sont omises
    }
exchange-left-out-transaction =
    { $count ->
        [one] { $count } mention de qui a écrit quoi et quand est omise (ligne { $line })
       *[other] { $count } mentions de qui a écrit quoi et quand sont omises (la première à la ligne { $line })
    }

exchange-unheld = ce que ce format ne peut pas garder :
exchange-unheld-line = {"  "}{ $what }
exchange-unheld-case =
    { $count ->
        [one] que seules ses majuscules comptent, pour { $count } terme
       *[other] que seules leurs majuscules comptent, pour { $count } termes
    }
exchange-unheld-concept =
    { $count ->
        [one] l’identifiant de { $count } concept
       *[other] les identifiants de { $count } concepts
    }
exchange-unheld-control =
    { $count ->
        [one] des caractères de commande dans { $count } texte
       *[other] des caractères de commande dans { $count } textes
    }
exchange-unheld-definition =
    { $count ->
        [one] { $count } définition
       *[other] { $count } définitions
    }
exchange-unheld-enforce =
    { $count ->
        [one] ce que vaut l’absence d’un terme, en { $count } endroit
       *[other] ce que vaut l’absence d’un terme, en { $count } endroits
    }
exchange-unheld-for =
    { $count ->
        [one] les termes que { $count } terme traduit
       *[other] les termes que { $count } termes traduisent
    }
exchange-unheld-forbidden =
    { $count ->
        [one] que { $count } terme est proscrit : il est écrit comme déconseillé
       *[other] que { $count } termes sont proscrits : ils sont écrits comme déconseillés
    }
exchange-unheld-gender =
    { $count ->
        [one] le genre de { $count } terme
       *[other] le genre de { $count } termes
    }
exchange-unheld-keep =
    { $count ->
        [one] que { $count } concept garde son nom dans toutes les langues
       *[other] que { $count } concepts gardent leur nom dans toutes les langues
    }
exchange-unheld-lone =
    { $count ->
        [one] { $count } concept qui n’a de terme que dans une des deux langues
       *[other] { $count } concepts qui n’ont de termes que dans une des deux langues
    }
exchange-unheld-more-words =
    { $count ->
        [one] { $count } terme de départ qu’un autre concept a aussi, ou qui serait un commentaire
       *[other] { $count } termes de départ qu’un autre concept a aussi, ou qui seraient un commentaire
    }
exchange-unheld-no-terms =
    { $count ->
        [one] { $count } concept sans terme
       *[other] { $count } concepts sans terme
    }
exchange-unheld-note =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
exchange-unheld-phrase =
    { $count ->
        [one] que { $count } sigle est une locution
       *[other] que { $count } sigles sont des locutions
    }
exchange-unheld-pos =
    { $count ->
        [one] la catégorie grammaticale de { $count } terme
       *[other] la catégorie grammaticale de { $count } termes
    }
exchange-unheld-proper =
    { $count ->
        [one] que { $count } terme est un nom propre : il est écrit comme nom
       *[other] que { $count } termes sont des noms propres : ils sont écrits comme noms
    }
exchange-unheld-source =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
exchange-unheld-status =
    { $count ->
        [one] le statut de { $count } terme
       *[other] le statut de { $count } termes
    }
exchange-unheld-subject =
    { $count ->
        [one] { $count } domaine
       *[other] { $count } domaines
    }
exchange-unheld-synonym =
    { $count ->
        [one] { $count } autre terme d’arrivée
       *[other] { $count } autres termes d’arrivée
    }
exchange-unheld-variant =
    { $count ->
        [one] les autres formes de { $count } terme
       *[other] les autres formes de { $count } termes
    }
exchange-unheld-wrong-word =
    { $count ->
        [one] { $count } terme d’arrivée déconseillé ou proscrit
       *[other] { $count } termes d’arrivée déconseillés ou proscrits
    }

glossary-problem-bad-encoding = des octets sont faux dans le codage du fichier ; l’enregistrer en UTF-8 ou indiquer son codage avec --encoding
glossary-problem-bad-id = { $found } ne peut pas être l’identifiant d’un concept : il commence par # ou est trop long
glossary-problem-cell-too-long = la ligne dépasse { $known } Mo ou a trop de cellules ; est-ce bien là ce qui sépare les cellules ?
glossary-problem-clash = { $found } est l’identifiant d’un autre concept de la base : ils ne partagent aucun terme
glossary-problem-entity = l’entité « { $found } » n’est pas de celles de XML, et aucune n’est lue ailleurs
glossary-problem-entity-declared = le fichier déclare une entité { $found } ; de tels fichiers ne sont pas lus, écrire son texte à sa place
glossary-problem-entry-too-long = l’entrée dépasse { $known } Mo
glossary-problem-languages = la ligne ne dit pas en quelles langues sont ses termes ; les indiquer avec --locale en,es
glossary-problem-no-known-column = aucune colonne n’a de nom connu : concept, locale et term, ou une colonne par langue
glossary-problem-not-tmx = ce n’est pas du TMX : son élément extérieur n’est pas tmx
glossary-problem-unit-too-long = une unité est plus longue que toute traduction
glossary-problem-not-tbx = ce n’est pas du TBX : son élément extérieur n’est ni tbx ni martif
glossary-problem-not-xlsx = ce n’est pas un classeur Excel (.xlsx)
glossary-problem-preferred-twice = { $found } est privilégié, comme celui de la ligne { $known } ; il est pris comme admis
glossary-problem-quote = la cellule s’ouvre par un guillemet qui n’est jamais fermé
glossary-problem-same-entry = le concept { $found } est déjà à la ligne { $known }
glossary-problem-too-deep = les éléments s’emboîtent à plus de { $known } niveaux
glossary-problem-too-many = le fichier a plus de { $known } entrées
glossary-problem-two-cells = la ligne a { $found } cellules remplies ; une paire a un terme de départ et un terme d’arrivée
glossary-problem-unknown-encoding = le fichier indique un codage inconnu
glossary-problem-unknown-word = { $found } n’est pas un de { $known } ; cela passe dans la note
glossary-problem-unreadable = la lecture ne peut pas se poursuivre : { $found }
glossary-problem-xlsx-part = le classeur est endommagé : { $found }
glossary-problem-xlsx-too-large = le classeur dépasse { $known } Mo une fois décompressé
glossary-problem-xml-cut = le fichier finit à l’intérieur d’un élément
glossary-problem-xml-end-tag = la fin de { $found } ne correspond pas à ce qui est ouvert
glossary-problem-xml-syntax = ce n’est pas du XML bien formé
glossary-problem-xml-token = une balise ou un texte dépasse { $known } Mo
