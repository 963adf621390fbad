label-error = erreur :
label-warning = avertissement :
label-hint = conseil :

cause-not-found = introuvable
cause-permission = permission refusée
cause-disk-full = le disque est plein
cause-read-only = le système de fichiers est en lecture seule
cause-directory = c’est un dossier
cause-not-directory = une partie du chemin n’est pas un dossier
cause-broken-pipe = le lecteur de la sortie s’est fermé
cause-file-name = le système n’accepte pas ce nom de fichier
cause-too-large = trop volumineux

verdict-current = à jour
verdict-outdated = périmée
verdict-partial = partielle
verdict-untranslated = non traduite
verdict-missing = absente
verdict-unrecorded = non enregistrée
verdict-undecided = indécise
verdict-orphan = orpheline
verdict-ambiguous = ambiguë
verdict-unreadable = illisible
verdict-source = source
verdict-translated = traduite

how-notice = annoncée
how-silent = sans le dire
how-copy = copie

class-major = majeur
class-mirror = miroir
class-minor = mineur
class-cosmetic = cosmétique

wish-keep = conserver
wish-local = local
