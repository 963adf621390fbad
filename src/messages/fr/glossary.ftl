term-status-preferred = privilégié
term-status-admitted = admis
term-status-deprecated = déconseillé
term-status-forbidden = proscrit

glossary-count =
    { $count ->
        [0] aucun terme de la base
        [one] { $count } terme
       *[other] { $count } termes
    }
glossary-no-file = aucun texte n’a été indiqué
glossary-none = aucune base terminologique n’a été indiquée, et il n’y a pas de projet ici
glossary-no-folder = le projet de { $folder } n’a pas de dossier glossary, et sa configuration n’indique aucune base
glossary-none-hint = indiquer avec --glossary un dossier contenant concepts.tsv et terms.tsv, ou un tableau
glossary-no-terms = la base n’a pas de termes en { LANGUAGE($locale) }
glossary-exact = aucune règle de nombre et de genre n’est connue pour { LANGUAGE($locale) } : les termes ne sont cherchés que tels qu’ils sont écrits
glossary-hint =
    { $count ->
        [one] à corriger dans le tableau ; rien n’a été cherché
       *[other] à corriger dans le tableau ; rien n’a été cherché
    }

glossary-problem-bad-head = la première ligne n’est pas { $known }
glossary-problem-bad-locale = { $found } n’est pas une étiquette de langue ; écrire une étiquette BCP 47 comme es ou pt-BR
glossary-problem-bad-word = { $found } n’a pas sa place ici ; choisir parmi : { $known }
glossary-problem-cells = la ligne a { $found } cellules, le tableau { $known } colonnes
glossary-problem-empty = un terme, ou une de ses variantes, manque ou n’a pas de lettres
glossary-problem-no-column = il manque la colonne { $found }
glossary-problem-no-concept = le concept { $found } n’est pas dans concepts.tsv
glossary-problem-no-id = le concept n’a pas d’identifiant
glossary-problem-no-locales = aucune colonne ne porte le nom d’une langue
glossary-problem-not-utf8 = le fichier n’est pas du texte UTF-8 ; l’enregistrer en UTF-8
glossary-problem-nul = un octet NUL ; ce n’est pas un fichier texte
glossary-problem-same-column = il y a deux colonnes { $found }
glossary-problem-same-id = le concept { $found } est déjà à la ligne { $known }
glossary-problem-same-term = { $found } est déjà à la ligne { $known }, pour le même concept et la même langue
glossary-problem-too-large = le fichier dépasse { $known } Mo
glossary-problem-too-long = le terme, ou une de ses variantes, dépasse 1000 octets
glossary-problem-two-preferred = { $found } est privilégié, comme celui de la ligne { $known } ; un concept n’a qu’un terme privilégié par langue

# glossary check
rule-term-forbidden = Un terme est fautif pour son concept
rule-term-deprecated = Un terme est déconseillé
rule-term-missing = Un concept de la source n’a pas de terme dans la traduction
rule-term-acronym = Un nom est sans le sigle que la source met à côté
rule-term-inconsistent = Un concept est nommé autrement ailleurs dans l’article
finding-term-forbidden = « { $words } » est fautif pour { $concept } ; écrire { $better }
finding-term-deprecated = « { $words } » est déconseillé pour { $concept } ; écrire { $better }
finding-term-missing = « { $words } » ({ $concept }), dans la source, n’a pas de terme ici ; attendu : { $better }
finding-term-acronym = « { $words } » est nommé sans son sigle, que la source met à côté ; ajouter { $better }
finding-term-inconsistent = « { $words } » désigne ici { $concept }, « { $better } » ailleurs dans l’article
terms-right =
    { $count ->
        [one] juste : { $count } concept
       *[other] justes : { $count } concepts
    }

# glossary suggest
suggest-count =
    { $count ->
        [0] aucun concept de la base
        [one] { $count } concept
       *[other] { $count } concepts
    }
suggest-none = pas de terme dans cette langue
suggest-keep = reste tel quel dans toutes les langues
suggest-no-article = rien n’y est à traduire vers { LANGUAGE($locale) }

# glossary lint
rule-lint-table = Une ligne de la base est inutilisable
rule-lint-cycle = Des termes s’interdisent en cercle
rule-lint-forbidden-elsewhere = Un terme est interdit pour un concept et juste pour un autre
rule-lint-hidden = Un terme n’est jamais trouvé
rule-lint-shared = Un terme est juste pour deux concepts
rule-lint-acronym = Un sigle ne correspond à aucun nom de son concept
rule-lint-no-term = Un concept n’a pas de terme
rule-lint-no-locale = Un concept n’a pas de bon terme dans une langue
finding-lint-table = { $code ->
        [same-id] le concept { $found } figure déjà ligne { $known }
        [same-term] { $found } figure déjà ligne { $known }, pour le même concept et la même langue
        [two-preferred] { $found } est préféré, comme celui de la ligne { $known } ; un concept a un seul terme préféré par langue
        [bad-locale] { $found } n’est pas une étiquette de langue
        [bad-word] { $found } ne peut figurer ici ; choisir parmi : { $known }
        [no-concept] il n’y a pas de concept { $found } dans concepts.tsv
        [no-id] le concept n’a pas d’identifiant
        [empty] un terme, ou une de ses variantes, manque ou n’a pas de lettres
        [too-long] le terme, ou une de ses variantes, dépasse 1000 octets
        [cells] la ligne a { $found } cellules, le tableau { $known } colonnes
        [no-column] il n’y a pas de colonne { $found }
        [same-column] il y a deux colonnes { $found }
       *[other] le tableau est illisible ({ $code })
    }
finding-lint-cycle = { $term } est interdit pour { $concept } et préféré pour un concept qui interdit, en cercle, le terme préféré de { $concept } ; la correction n’en finirait pas : mettre warn dans enforce là où seule la source décide
finding-lint-forbidden-elsewhere = { $term } est interdit pour { $concept } et juste pour { $other_concept } (ligne { $other_line }) : mettre warn dans enforce, pour ne le juger qu’à côté de sa source
finding-lint-hidden = { $term } ({ $concept }) n’est jamais trouvé : ces mots sont { $other } (ligne { $other_line })
finding-lint-shared = { $term } est juste pour { $concept } et pour { $other_concept } (ligne { $other_line })
finding-lint-acronym = { $term } n’est le sigle d’aucun nom de { $concept }
finding-lint-no-term = { $concept } n’a aucun terme
finding-lint-no-locale = { $concept } n’a ni terme préféré ni terme admis en { LANGUAGE($locale) }
lint-no-table-hint = corriger le fichier, ou en nommer un autre avec --glossary ; rien n’y a été examiné
lint-sum-passes =
    { $terms ->
        [one] réussi : { $terms } terme
       *[other] réussi : { $terms } termes
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
lint-sum-fails =
    { $terms ->
        [one] échoué : { $terms } terme
       *[other] échoué : { $terms } termes
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

terms-found = termes : { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }, { $hints ->
        [one] { $hints } conseil
       *[other] { $hints } conseils
    }
terms-bad = la base terminologique du projet est illisible, aucun terme n’a été examiné ; lancer `cotejo glossary lint`
finding-terms = les termes de « { $title } » en { LANGUAGE($locale) } : { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    } ; `cotejo glossary check` les montre
rule-terms = Des termes que la base terminologique veut autrement

# glossary extract
extract-head =
    { $count ->
        [0] aucun candidat terme dans { $articles ->
            [one] { $articles } article
           *[other] { $articles } articles
        } en { LANGUAGE($locale) }
        [one] 1 candidat terme dans { $articles ->
            [one] { $articles } article
           *[other] { $articles } articles
        } en { LANGUAGE($locale) }
       *[other] { $count } candidats termes dans { $articles ->
            [one] { $articles } article
           *[other] { $articles } articles
        } en { LANGUAGE($locale) } ; { $shown } sont montrés
    }
extract-columns = valeur C  fois  terme
extract-no-words = aucun mot grammatical n’est connu pour cette langue ({ LANGUAGE($locale) }) : bien des candidats n’en seront pas

# glossary apply
apply-left = laissé : « { $words } » ({ $concept }) : { $why }
apply-why-no-preferred = la base n’a pas de terme privilégié de ce genre
apply-why-several = la base a plusieurs termes privilégiés
apply-why-hint = la base n’en fait qu’un indice ; nommer le concept avec --concept
apply-why-shared = les mots peuvent avoir ici un autre sens
apply-why-language = aucune règle n’est connue pour la langue
apply-why-number = la forme du nouveau terme à ce nombre n’est pas connue
apply-why-gender = le genre à écrire est incertain
apply-why-agreement = d’autres mots peuvent s’accorder avec lui
apply-why-sound = le son du nouveau terme est incertain
apply-why-line-break = une fin de ligne se trouve au milieu
apply-why-markup = une emphase ou un lien commence ou finit entre des mots qui vont ensemble
apply-why-code = il est dans du code, une adresse ou une référence
apply-why-quote = il est dans une citation
apply-why-compound = il est lié à un autre mot
apply-why-name = il fait partie d’un nom
apply-why-foreign = il est donné dans une autre langue
apply-why-beside = le nouveau terme est à côté
apply-why-as-is = l’unité a été laissée telle quelle à dessein
apply-why-file = le fichier ne peut y recevoir les nouveaux mots tels quels
apply-why-many = l’unité en a trop
apply-sum-plan =
    à corriger : { $mended ->
        [one] { $mended } terme
       *[other] { $mended } termes
    } dans { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    } ; laissés : { $left } ; rien n’est écrit sans --write
apply-sum-written =
    corrigé : { $mended ->
        [one] { $mended } terme
       *[other] { $mended } termes
    } dans { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    } ; laissés : { $left } ; `cotejo accept --undo` y revient
apply-sum-nothing = rien à corriger ; laissés : { $left }
apply-no-concept = la base n’a pas le concept { $concept }
apply-no-concept-hint = --concept prend les identifiants de concepts que montre `cotejo glossary check`
