# Glossaire : les mots de cotejo en français, un seul pour chaque chose.
#   locale : langue                         source : source (langue source)
#   target : cible (langue cible)           article : article
#   version : version                       page : page
#   document : document                     block : bloc
#   unit : unité                            link : lien (symlink : lien symbolique)
#   baseline : référence                    ledger : registre
#   record : fiche                          to record : enregistrer
#   verdict : verdict                       finding : constat
#   notice : avis                           warning : avertissement
#   pairing : appariement                   collection : collection
#   class of change : classe de changement  policy : politique
#   folder : dossier                        path : chemin
#   term : terme                            termbase : base terminologique
#   reason : motif                          debt : dette
# Les erreurs sont impersonnelles (« impossible de lire… »), les conseils à l’infinitif.
# U+00A0 devant « : » et « % » et dans les guillemets, U+202F devant « ; », « ! » et « ? ».
# Ce qui se tape dans la ligne de commande ou dans cotejo.toml (missing, keep, --locale…) reste tel quel.

label-error = erreur :
label-warning = avertissement :
label-hint = conseil :

cause-not-found = n’existe pas ; vérifier le nom
cause-permission = accès refusé
cause-disk-full = le disque est plein
cause-read-only = le système de fichiers est en lecture seule
cause-directory = c’est un dossier
cause-not-directory = une partie du chemin n’est pas un dossier
cause-broken-pipe = le programme qui lisait la sortie s’est arrêté
cause-file-name = le système n’accepte pas ce nom de fichier
cause-too-large = trop volumineux

verdict-current = à jour
verdict-outdated = périmée
verdict-partial = partielle
verdict-untranslated = non traduite
verdict-missing = absente
verdict-unrecorded = sans fiche
verdict-undecided = indécise
verdict-orphan = orpheline
verdict-ambiguous = ambiguë
verdict-unreadable = illisible
verdict-source = source
verdict-translated = traduite

how-notice = avec avis
how-silent = sans avis
how-copy = copie

class-major = majeur
class-mirror = miroir
class-minor = mineur
class-cosmetic = cosmétique

wish-keep = à ne pas traduire
wish-local = dans une seule langue
