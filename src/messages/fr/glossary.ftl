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
glossary-no-terms = la base n’a pas de termes en { $locale }
glossary-exact = aucune règle de nombre et de genre n’est connue pour { $locale } : les termes ne sont cherchés que tels qu’ils sont écrits
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
