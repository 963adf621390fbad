help-note = Écrire un mot pour qui traduit
help-note-article = L’article, par identifiant, chemin ou motif
help-note-text = Le texte ; sans lui, les notes présentes sont montrées
help-note-unit = Sur cette unité, par le numéro que montre diff, son lien ou son empreinte (par défaut : tout l’article)
help-note-locale = Seulement pour cette langue ; répétable (par défaut : toutes celles qui sont voulues)
help-note-by = Qui l’écrit (par défaut : COTEJO_BY, sinon user.name de git)
help-note-remove = Enlever la note
help-note-long =
    La note est gardée dans le registre de l’article pour chaque langue, `cotejo diff` la montre et
    `cotejo pull` la remet avec l’unité. Une note nouvelle remplace la précédente ; accept --undo la
    reprend.

note-empty = la note est vide ; écrire ce que doit savoir qui traduit, ou l’enlever avec --remove
note-nothing = { $article } n’a pas de version à traduire dans ces langues
note-no-unit = { $article } n’a pas d’unité { $unit } ; `cotejo diff` montre leurs numéros
note-written = { $article }  { $locale }  noté
note-removed = { $article }  { $locale }  note enlevée
note-same = { $article }  { $locale }  rien à changer
note-line = { $article }  { $locale }  { $about } : { $text }
note-of-article = l’article
note-none = Il n’y a pas de note.
