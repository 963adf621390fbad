inspect-verdict = verdict :
inspect-requested = demandée en :
inspect-served = écrite en :
inspect-share = dans la langue source :
inspect-evidence = indices :
inspect-blocks = blocs (ligne, langue, type) :
inspect-unknown = inconnue
inspect-by-given = comme indiqué
inspect-by-project = d’après le projet
inspect-by-notice = d’après son avis
inspect-by-date-line = d’après sa date
inspect-by-none = rien ne le dit
inspect-no-file = aucune page n’a été indiquée
inspect-no-file-hint = indiquer des fichiers, ou - pour l’entrée standard ; avec --jsonl, l’entrée standard est lue d’office
inspect-no-locales = les langues du site ne sont pas connues
inspect-no-locales-hint = les indiquer avec --locales en,es,fr (la langue source d’abord), ou travailler dans un projet
inspect-stdin-twice = l’entrée standard ne peut être lue qu’une fois
inspect-input = impossible de lire l’entrée : { $cause }

block-title = titre
block-heading = intertitre
block-paragraph = paragraphe
block-list-item = élément
block-table-cell = cellule
block-caption = légende
block-date-line = date
block-notice = avis
block-meta = en-tête
block-code = code
block-data = données

left-out-notice = avis
left-out-mirror = recopié tel quel
left-out-date-line = date
left-out-no-letters = sans lettres
left-out-names = noms
left-out-quotation = citation
left-out-scrap = trop court

evidence-notice =
    { $target ->
        [none]
            { $served ->
                [none] ligne { $line } : un avis ({ $rule }) dit que la page n’est pas dans la langue demandée
               *[other] ligne { $line } : un avis ({ $rule }) dit que la page est servie en { LANGUAGE($served) }
            }
       *[other]
            { $served ->
                [none] ligne { $line } : un avis ({ $rule }) dit que la page a été demandée en { LANGUAGE($target) }
               *[other] ligne { $line } : un avis ({ $rule }) dit que la page a été demandée en { LANGUAGE($target) } et qu’elle est servie en { LANGUAGE($served) }
            }
    }
evidence-stale-notice = ligne { $line } : l’avis est caduc : le texte qui le suit est dans la langue demandée
evidence-requested-notice = l’avis dit que la page a été demandée en { LANGUAGE($locale) }
evidence-requested-project =
    { $by ->
        [path] le projet sait qu’elle est demandée en { LANGUAGE($locale) } : par son chemin
        [url] le projet sait qu’elle est demandée en { LANGUAGE($locale) } : par son adresse
        [page] le projet sait qu’elle est demandée en { LANGUAGE($locale) } : par son entrée dans cotejo.toml
        [collection] le projet sait qu’elle est demandée en { LANGUAGE($locale) } : par sa collection
        [front-matter] le projet sait qu’elle est demandée en { LANGUAGE($locale) } : par son en-tête
       *[hand] le projet sait qu’elle est demandée en { LANGUAGE($locale) } : par une paire établie à la main
    }
evidence-source-project = la source de son article est connue : { $path }
evidence-requested-date-line = ligne { $line } : la date est écrite en { LANGUAGE($locale) }, la page a donc été demandée en { LANGUAGE($locale) }
evidence-date-line-not-source = ligne { $line } : la date est écrite comme en { LANGUAGE($locales) } et non comme dans la langue source ; ce n’est donc pas dans celle-ci que la page a été demandée
evidence-language = { $percent } % des lettres ({ $letters }) sont en { LANGUAGE($language) }
evidence-source-lines =
    { $blocks ->
        [one] { $blocks } bloc est dans la langue source, ligne { $lines }
       *[other] { $blocks } blocs sont dans la langue source, lignes { $lines }
    }
evidence-copy = { $percent } % des lettres sont le texte même de la source
evidence-third-language = le texte est en { LANGUAGE($language) }, qui n’est ni la langue demandée ni la langue source
evidence-same-language = { $requested } et { $source } sont une même langue : les mots ne distinguent pas une traduction de la source
evidence-no-word-list = aucune liste de mots ne permet de reconnaître la langue { LANGUAGE($locale) }, et son écriture est aussi celle de la source
evidence-too-little =
    { $letters ->
        [one] { $letters } lettre ne suffit pas pour trancher
       *[other] { $letters } lettres ne suffisent pas pour trancher
    }

problem-not-utf8 = ligne { $line }, colonne { $column } : pas de l’UTF-8 ; lu comme du Windows-1252
problem-broken-utf8 = ligne { $line }, colonne { $column } : UTF-8 abîmé à l’octet { $offset }
problem-broken-utf16 = ligne { $line }, colonne { $column } : UTF-16 abîmé à l’octet { $offset }
problem-nul = ligne { $line }, colonne { $column } : un octet NUL ; ce n’est peut-être pas un fichier texte
problem-front-matter = ligne { $line }, colonne { $column } : impossible de lire l’en-tête
problem-too-deep = ligne { $line }, colonne { $column } : trop de niveaux imbriqués ; lu ensuite comme du texte brut
problem-merge-conflict = ligne { $line } : un conflit de fusion commence ici ; ce qui est dit de cette page vaut pour les deux côtés ensemble
