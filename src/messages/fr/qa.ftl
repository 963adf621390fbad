help-qa = Chercher dans les traductions ce que marquerait un second lecteur
help-qa-articles = Articles par id, chemin ou motif (par défaut : tous)
help-qa-locale = Cette langue seulement ; peut être répété
help-qa-only = Seulement ce que trouvent ces contrôles, par code ; peut être répété
help-qa-fail-on = À partir de quelle gravité elle échoue
help-qa-ignore = Ignorer désormais la remarque de cet id ; peut être répété
help-qa-reason = Pourquoi ce n’en est pas une ; se trouve à côté de l’id dans .cotejo/ignores
help-qa-format = Format du résultat
help-qa-long =
    Chaque remarque se termine par son code et son id. Une remarque ignorée revient quand son unité
    de la source change. `check` compte aussi ce qui est trouvé ici, selon policy.quality dans
    cotejo.toml : allow, warn, errors (par défaut : les erreurs font échouer), warnings (les
    avertissements aussi).

    Codes de sortie : 0 rien n’échoue, 1 quelque chose échoue, 2 quelque chose n’a pas pu être lu.

value-CHECK = CONTRÔLE
value-ID = ID

bad-check = les contrôles sont { $known }
bad-finding-id = ce n’est pas l’id d’une remarque : douze caractères de 0 à 9 et de a à f
bad-reason = une raison demande des mots

rule-left-untranslated = Une partie d’une traduction est encore le texte source ou dans sa langue
rule-wrong-language = Une partie d’une traduction est dans une troisième langue
rule-markup-broken = Un lien, une image, du code, une variable ou une adresse manque ou est abîmé
rule-units-differ = Un paragraphe, un titre ou un élément n’a pas de correspondant
rule-forbidden-term = Un terme que la base interdit
rule-keep-broken = Un sigle ou un nom qui reste tel quel dans toutes les langues manque ou a changé
rule-number-differs = Un nombre n’est pas celui de la source
rule-date-differs = Une date n’est pas celle de la source
rule-name-differs = Un nom ne s’écrit pas comme dans la source
rule-bracket-open = Une parenthèse ou un guillemet est seul
rule-inverted-mark = Il manque le signe qui ouvre une question ou une exclamation
rule-word-twice = Un mot est deux fois de suite
rule-length-unusual = Une traduction est bien plus longue ou plus courte que les autres
rule-two-ways = Une phrase de la source est traduite de deux façons
rule-list-items = Une liste a plus ou moins d’éléments que celle de la source
rule-heading-level = Un titre n’est pas au niveau de celui de la source
rule-end-mark = Une unité ne se termine pas par le même signe que sa source
rule-french-space = Il manque une espace insécable
rule-double-space = Deux espaces de suite
rule-ignore-idle = Une ligne de ce qui est ignoré ne sert plus

finding-left-untranslated = « { $target } » est encore en { LANGUAGE($language) }
finding-wrong-language = « { $target } » est en { LANGUAGE($language) }, pas en { LANGUAGE($locale) }
finding-markup-broken =
    { $kind ->
        [placeholder] une variable diffère : { $source } → { $target }
        [mail] une adresse électronique diffère : { $source } → { $target }
        [address] une adresse manque ou est abîmée : { $source } → { $target }
        [code] du code manque ou est abîmé : { $source } → { $target }
        [image] une image manque
       *[syntax] le balisage est abîmé à { $target }
    }
finding-units-differ =
    { $kind ->
        [lost] un paragraphe de la source n’est pas traduit : « { $source } »
        [heading-lost] un titre de la source n’est pas traduit : « { $source } »
        [item-lost] un élément de la liste de la source n’est pas traduit : « { $source } »
        [come] un paragraphe n’a pas de source : « { $source } »
        [heading-come] un titre n’a pas de source : « { $source } »
       *[item-come] un élément d’une liste n’a pas de source : « { $source } »
    }
finding-forbidden-term = « { $target } » est fautif ici ; écrire { $source }
finding-keep-broken = « { $source } » reste tel quel dans toutes les langues, et ne figure pas ici
finding-number-differs =
    { $kind ->
        [lost] il manque un nombre de la source : { $source }
        [come] un nombre n’est pas dans la source : { $target }
        [exchanged] ces nombres semblent avoir changé de place : { $target }
       *[both] la source dit { $source }, la traduction { $target }
    }
finding-date-differs = la source dit « { $source } », la traduction « { $target } »
finding-name-differs = un nom s’écrit autrement : « { $source } » dans la source, « { $target } » ici
finding-bracket-open = { $target } est seul
finding-inverted-mark = il manque { $target }
finding-word-twice = « { $target } » est deux fois de suite
finding-length-unusual =
    { $kind ->
        [short] ne fait que { $percent } % de la longueur de sa source : il manque peut-être quelque chose
       *[long] fait { $percent } % de la longueur de sa source : il y a peut-être quelque chose de trop
    }
finding-two-ways = une phrase de la source est traduite autrement à { $place }
finding-list-items =
    { $kind ->
        [joined] des éléments de la liste de la source n’en font plus qu’un : « { $target } »
       *[split] un élément de la liste de la source en fait plusieurs : « { $target } »
    }
finding-heading-level =
    { $kind ->
        [all] les titres ne sont pas au niveau de ceux de la source : ici { $target } au lieu de { $source }, et tous les autres décalés d’autant
       *[one] titre de niveau { $target } ; celui de la source est de niveau { $source }
    }
finding-end-mark = la source se termine par { $source }, la traduction par { $target }
finding-french-space =
    { $kind ->
        [throughout]
            { $count ->
                [one] { $target } est partout sans son espace insécable : { $count } unité
               *[other] { $target } est partout sans son espace insécable : { $count } unités
            }
       *[one] { $target } demande une espace insécable à côté
    }
finding-double-space = deux espaces de suite
finding-ignore-idle = { $id } ({ $check } de { $article } en { $locale }) ne se trouve plus : sa source a changé ou c’est corrigé ; retirer la ligne

qa-passed-ignored =
    { $count ->
        [one] ignorée : { $count } remarque
       *[other] ignorées : { $count } remarques
    }
qa-ignored =
    { $count ->
        [one] { $path } l’ignore désormais
       *[other] { $path } ignore désormais ces { $count } remarques
    }
qa-ignore-unknown = rien ne se trouve avec l’id { $id }
qa-ignore-unknown-hint = l’id est entre crochets derrière le code d’une remarque ; voir `cotejo qa`
qa-ignore-bad = { $path }:{ $line }: cela n’ignore rien : { $why }
qa-ignore-bad-hint = chaque ligne a un id, un code, un article, une langue et une raison séparés par des tabulations ; `cotejo qa --ignore` l’écrit
qa-ignore-fields = il y faut cinq champs séparés par des tabulations
qa-ignore-id = le premier champ n’est pas l’id d’une remarque
qa-ignore-code = le deuxième champ n’est pas le code d’un contrôle
qa-ignore-locale = le quatrième champ n’est pas une langue
qa-ignore-reason = la raison manque
