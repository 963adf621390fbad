init-looked =
    { $files ->
        [0] aucun fichier trouvé dans { $folder }
        [one] { $files } fichier regardé dans { $folder }
       *[other] { $files } fichiers regardés dans { $folder }
    }
init-source = langue source : { $locale }
init-targets = langues cibles : { $locales }
init-targets-none = langues cibles : aucune n’a été trouvée ; « { $locale } » figure là pour être changée
init-target =
    { $files ->
        [0] { $locale } (encore aucun fichier)
        [one] { $locale } ({ $files } fichier)
       *[other] { $locale } ({ $files } fichiers)
    }
init-collection = collection { $name } : { $template } ({ $counts })
init-sides = { $source } → { $target }
init-why = pourquoi :
init-reason = - { $reason }
init-written = { $file } est écrit ; le relire, puis lancer `cotejo status`
init-would-write = rien n’a été écrit ; sans --dry-run, ceci devient { $path }
init-exists = il y a déjà un cotejo.toml : { $path }
init-exists-hint = le modifier, le déplacer, ou le comparer à ce que propose `cotejo init --dry-run`
init-exists-dry = { $path } existe déjà : init ne l’écrirait pas
init-inside = ce dossier appartient déjà au projet de { $path } ; un cotejo.toml ici crée un projet à part, et les commandes lancées ici ne verront plus l’autre
init-too-many = il y a plus de { $most } fichiers et dossiers dans { $folder }
init-too-many-hint = lancer init dans le dossier des articles, ou l’indiquer avec -C
init-source-is-target = « { $locale } » est à la fois dans --source et dans --targets ; la retirer de --targets
init-not-listed =
    { $count ->
        [one] { $count } endroit n’a pu être regardé : { $example }
       *[other] { $count } endroits n’ont pu être regardés, par exemple { $example }
    }
