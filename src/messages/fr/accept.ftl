help-accept-format = Format du résultat
help-accept-long =
    Une version à moitié faite est enregistrée si elle est indiquée : ses unités traduites, le reste
    demeurant en attente. Avec --all, seules les versions entières le sont, et le reste est énuméré.

select-unknown = aucun article ne s’appelle « { $name } », et aucun fichier d’article non plus
select-near = fallait-il lire { $names } ?
select-list = `cotejo pair` énumère les articles et leurs fichiers
select-no-article = { $path } n’appartient à aucun article
select-no-article-hint = `cotejo pair` dit pourquoi ; trancher dans cotejo.toml

accept-nothing-named = aucun article n’a été indiqué
accept-units-of-what = des unités ont été indiquées, mais pas l’article auquel elles appartiennent
accept-nothing-named-hint = indiquer des articles par id, chemin ou motif, une langue avec --locale, ou employer --all
accept-units-of-many = on ne peut indiquer d’unités que pour un article ; { $count } ont été indiqués
accept-bad-unit = { $unit } n’est pas une unité ; écrire les numéros que montre diff : 3, 5-7
accept-empty-reason = le motif est vide
accept-bad-now = le moment sort des années 0000 à 9999

accept-reason-unkept =
    { $count ->
        [one] le motif n’est pas conservé dans { $count } fiche : ce qui y a été accepté était déjà à jour. Pour laisser un mot au traducteur, il y a `cotejo note`
       *[other] le motif n’est pas conservé dans { $count } fiches : ce qui y a été accepté était déjà à jour. Pour laisser un mot au traducteur, il y a `cotejo note`
    }
accept-dry-run = Rien n’a été écrit (--dry-run). Voici ce qui serait enregistré :
accept-count-new =
    { $count ->
        [one] { $count } nouvelle
       *[other] { $count } nouvelles
    }
accept-count-updated =
    { $count ->
        [one] { $count } mise à jour
       *[other] { $count } mises à jour
    }
accept-count-unchanged =
    { $count ->
        [one] { $count } inchangée
       *[other] { $count } inchangées
    }
accept-count-left-out =
    { $count ->
        [one] { $count } laissée de côté
       *[other] { $count } laissées de côté
    }
accept-count-unwanted =
    { $count ->
        [one] { $count } non voulue (keep, local)
       *[other] { $count } non voulues (keep, local)
    }
accept-links-draft-mt =
    { $count ->
        [one] { $count } lien comme brouillon automatique
       *[other] { $count } liens comme brouillons automatiques
    }
accept-links-translated =
    { $count ->
        [one] { $count } lien traduit
       *[other] { $count } liens traduits
    }
accept-links-reviewed =
    { $count ->
        [one] { $count } lien relu
       *[other] { $count } liens relus
    }
accept-links-as-is =
    { $count ->
        [one] { $count } lien tel quel
       *[other] { $count } liens tels quels
    }
accept-doubtful =
    { $count ->
        [one] { $count } lien douteux
       *[other] { $count } liens douteux
    }
accept-copies =
    { $count ->
        [one] { $count } unité avec le texte même de la source
       *[other] { $count } unités avec le texte même de la source
    }
accept-pending =
    { $count ->
        [one] { $count } unité reste en attente
       *[other] { $count } unités restent en attente
    }
accept-kind-new = nouvelle
accept-kind-updated = mise à jour
accept-kind-unchanged = inchangée
accept-units-pending =
    { $count ->
        [one] l’unité { $units } reste en attente : il n’en existe pas de traduction
       *[other] les unités { $units } restent en attente : il n’en existe pas de traduction
    }
accept-units-doubtful =
    { $count ->
        [one] l’unité { $units } est douteuse : vérifier que sa cible dit la même chose
       *[other] les unités { $units } sont douteuses : vérifier que leurs cibles disent la même chose
    }
accept-units-copies =
    { $count ->
        [one] unité { $units } enregistrée telle quelle : la cible est le texte même de la source
       *[other] unités { $units } enregistrées telles quelles : les cibles sont le texte même de la source
    }
accept-more = … et { $count } de plus
accept-path = { $path }
accept-path-gone = { $path } (n’existait pas avant)
accept-share = { $percent } % des lettres dans la langue source

accept-left-missing =
    { $count ->
        [one] { $count } absente : il n’y a pas de version
       *[other] { $count } absentes : il n’y a pas de version
    }
accept-left-orphan =
    { $count ->
        [one] { $count } orpheline : elle n’a pas de source
       *[other] { $count } orphelines : elles n’ont pas de source
    }
accept-left-ambiguous =
    { $count ->
        [one] { $count } ambiguë : trancher d’abord l’appariement, voir `cotejo pair`
       *[other] { $count } ambiguës : trancher d’abord l’appariement, voir `cotejo pair`
    }
accept-left-unreadable =
    { $count ->
        [one] { $count } illisible
       *[other] { $count } illisibles
    }
accept-left-untranslated =
    { $count ->
        [one] { $count } non traduite
       *[other] { $count } non traduites
    }
accept-left-untranslated-hint = en indiquer une avec --reason pour l’enregistrer telle quelle
accept-left-partial =
    { $count ->
        [one] { $count } à moitié faite
       *[other] { $count } à moitié faites
    }
accept-left-partial-hint = en indiquer une pour enregistrer ses unités traduites
accept-left-undecided = { $count } avec trop peu de texte pour trancher
accept-left-undecided-hint = en indiquer une pour s’en porter garant
accept-left-needs-reason =
    { $count ->
        [one] { $count } qui n’a pas suivi sa source ; rien n’en a été enregistré
       *[other] { $count } qui n’ont pas suivi leur source ; rien n’en a été enregistré
    }
accept-left-needs-reason-hint = traduire ces unités, ou donner un motif avec --reason ; voir `cotejo diff`
accept-left-unknown-unit = { $count } sans cette unité
accept-left-changed =
    { $count ->
        [one] { $count } qui a changé pendant l’examen ; relancer la commande
       *[other] { $count } qui ont changé pendant l’examen ; relancer la commande
    }
accept-left-moved =
    { $count ->
        [one] { $count } qui semble avoir changé de place ; rien n’en a été enregistré
       *[other] { $count } qui semblent avoir changé de place ; rien n’en a été enregistré
    }
accept-left-moved-hint = avec `cotejo accept --moved`, leurs fiches les suivent, et `cotejo diff` montre ensuite ce qui a changé ; supprimer les anciennes fiches s’il s’agit d’un autre article
accept-moved-from = était à { $from }

accept-unit-unchanged = unité { $unit }, ligne { $line } de la cible : elle n’a pas suivi un changement majeur ({ $causes }) : { $text }
accept-unit-source-gone = unité { $unit }, ligne { $line } de la cible : la source a disparu, la cible demeure : { $text }
accept-unit-no-target = unité { $unit } : rien dans la cible ne la traduit : { $text }
accept-unit-untranslated = unité { $unit }, ligne { $line } de la cible : elle n’est pas traduite : { $text }

accept-refused-line = { $line }
accept-refused-unwanted = { $article }, { $locale } : la configuration dit qu’aucune traduction n’est voulue
accept-refused-missing = { $article }, { $locale } : il n’y a pas de version à accepter
accept-refused-orphan = { $article }, { $locale } : il n’y a pas de source à laquelle la comparer
accept-refused-unreadable = { $article }, { $locale } : { $why }
accept-refused-untranslated = { $article }, { $locale } : la version n’est pas traduite ({ $how })
accept-refused-partial = { $article }, { $locale } : la version est à moitié faite ({ $how })
accept-refused-undecided = { $article }, { $locale } : il y a trop peu de texte pour trancher
accept-refused-moved = { $article }, { $locale } : elle semble venir de { $from }, dont la fiche attend encore
accept-refused-unit = { $article }, { $locale } : il n’y a pas d’unité { $unit }
accept-refused-reason =
    { $count ->
        [one] { $article }, { $locale } : la cible de { $count } unité n’a pas suivi
       *[other] { $article }, { $locale } : les cibles de { $count } unités n’ont pas suivi
    }
accept-hint-reason = rien n’a été enregistré ; les traduire, en choisir d’autres avec --unit, ou dire avec --reason pourquoi elles restent telles quelles
accept-hint-nothing = rien n’a été enregistré
accept-hint-moved-perhaps = rien n’a été enregistré ; s’il s’agit de cet article, `cotejo accept --moved { $from } { $to }` fait suivre ses fiches, et `cotejo diff` montre ensuite ce qui a changé. S’il s’agit d’un autre, supprimer d’abord les anciennes fiches
accept-hint-moved = rien n’a été enregistré ; avec `cotejo accept --moved`, les fiches suivent, et `cotejo diff` montre ensuite ce qui a changé. S’il s’agit d’un autre article, supprimer d’abord les anciennes fiches

accept-undone =
    { $count ->
        [one] { $count } fichier est tel qu’avant la dernière étape :
       *[other] { $count } fichiers sont tels qu’avant la dernière étape :
    }
accept-undo-dry =
    { $count ->
        [one] Rien n’a été écrit (--dry-run). { $count } fichier serait tel qu’avant la dernière étape :
       *[other] Rien n’a été écrit (--dry-run). { $count } fichiers seraient tels qu’avant la dernière étape :
    }
accept-undo-nothing = il n’y a aucune étape à annuler
accept-undo-edited =
    { $count ->
        [one] impossible d’annuler la dernière étape : { $count } fichier a changé depuis
       *[other] impossible d’annuler la dernière étape : { $count } fichiers ont changé depuis
    }
accept-undo-edited-hint = remettre ces fichiers comme l’étape les a laissés, ou laisser l’étape telle quelle

record-stray =
    { $count ->
        [one] { $count } fiche n’appartient à aucun article ni à aucune langue du projet : { $paths }
       *[other] { $count } fiches n’appartiennent à aucun article ni à aucune langue du projet : { $paths }
    } ; ramener l’article ; s’il a changé de place, le dire avec `cotejo accept --moved AVANT APRÈS` ; ou retirer sa fiche : `git rm { $first }`
looks-moved = { $from } a disparu et { $to } lui ressemble ({ $percent } % de son texte) ; avec `cotejo accept --moved`, ses fiches le suivent
may-have-moved =
    { $count ->
        [one] { $from } a disparu et { $places } lui ressemble, mais aussi à une autre source disparue ; dire laquelle c’est : `cotejo accept --moved { $from } { $first }`
       *[other] { $from } a disparu et son texte se trouve à { $count } endroits : { $places } ; dire lequel est le bon : `cotejo accept --moved { $from } { $first }`
    }
accept-moved-nowhere = { $from } a disparu et rien ne lui ressemble ; dire où se trouve maintenant son texte : `cotejo accept --moved { $from } APRÈS`
accept-moved-unknown = aucune fiche n’a de source qui se soit trouvée à { $from }
accept-moved-gone = ont disparu : { $paths }
accept-moved-none-gone = aucune fiche n’a perdu sa source ; `cotejo pair` énumère les articles et leurs fichiers
accept-moved-there = { $from } n’a pas changé de place : il est toujours là
accept-moved-there-hint = si { $to } est un autre article, l’accepter pour lui-même : `cotejo accept { $to }`
accept-moved-many = { $to } nomme { $count } articles ; nommer celui qu’il est devenu
accept-moved-recorded = { $to } a sa propre fiche : { $record }
accept-moved-recorded-hint = s’il s’agit de l’article qui a changé de place, retirer d’abord cette fiche : `git rm { $record }`
accept-moved-no-source = { $to } n’a pas de source lisible
accept-moved =
    { $count ->
        [0] aucune fiche n’a de source qui ait changé de place
        [one] { $count } fiche suit sa source
       *[other] { $count } fiches suivent leur source
    }
accept-moved-dry =
    { $count ->
        [0] aucune fiche n’a de source qui ait changé de place
        [one] { $count } fiche suivrait sa source ; rien n’a été écrit (--dry-run)
       *[other] { $count } fiches suivraient leur source ; rien n’a été écrit (--dry-run)
    }
accept-moved-line = { $article }  { $locale }  { $from } → { $to }
accept-target-behind = la version { $path } reste où elle est et n’y appartient à aucun article ; la déplacer vers { $wanted }
accept-target-behind-somewhere = la version { $path } reste où elle est et n’y appartient à aucun article ; trancher la paire dans cotejo.toml
