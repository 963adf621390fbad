help-usage = Usage :
help-commands = Commandes{"\u00A0"}
help-arguments = Arguments{"\u00A0"}
help-options = Options{"\u00A0"}
help-global-options = Options de toutes les commandes{"\u00A0"}
help-values = parmi : { $values }
help-default = par défaut : { $value }

value-OPTIONS = OPTIONS
value-COMMAND = COMMANDE
value-LOCALE = LANGUE
value-LOCALES = LANGUES
value-WHEN = QUAND
value-FOLDER = DOSSIER
value-TIME = MOMENT
value-CONCEPT = CONCEPT
value-ARTICLE = ARTICLE
value-FILE = FICHIER
value-PATH = CHEMIN
value-FORMAT = FORMAT
value-VERDICT = VERDICT
value-COLLECTION = COLLECTION
value-PATTERN = MOTIF
value-KEY = CLÉ
value-NUMBER = NOMBRE
value-STATE = ÉTAT
value-TEXT = TEXTE
value-NAME = NOM
value-REF = RÉF
value-SEVERITY = GRAVITÉ
value-COVERAGE = LANGUE=POURCENTAGE
value-COUNT = NOMBRE
value-DAYS = JOURS
value-THRESHOLD = VERDICT
value-CLASS = CLASSE
value-PAIRING = APPARIEMENT
value-ENCODING = CODAGE
value-PREFIX = PRÉFIXE

help-cotejo = Fait avancer du même pas chaque article et ses versions en d’autres langues.
help-cotejo-long =
    Pour commencer : `cotejo init` dans le dossier des articles, puis `cotejo status`.

    `cotejo help COMMANDE` montre les options d’une commande.

    Codes de sortie : 0 fait, 1 un contrôle a trouvé quelque chose (`check`, `qa`, `glossary check`, `glossary lint`),
    2 le travail n’a pas pu être fait.

help-global-help = Afficher cette aide
help-global-version = Afficher la version
help-global-lang = Langue de l’interface : en, es ou fr (par défaut : celle de COTEJO_LANG, LC_ALL, LC_MESSAGES ou LANG)
help-global-color = Quand employer la couleur
help-global-project = Travailler dans ce dossier plutôt que dans le dossier courant
help-global-now = Prendre ce moment pour le moment présent, comme 2026-11-21 ou 2026-11-21T09:00:00Z

help-init = Examiner les dossiers et écrire un cotejo.toml commenté
help-init-dry-run = Montrer ce qui serait écrit, sans rien écrire
help-init-source = Langue dans laquelle les articles sont écrits, si elle est mal devinée
help-init-targets = Langues dans lesquelles ils sont traduits, séparées par des virgules

help-pair = Montrer quels fichiers vont ensemble, et pourquoi
help-pair-pairing = Seulement les appariements de ce type
help-pair-locale = Seulement cette langue ; peut se répéter
help-pair-collection = Seulement cette collection
help-pair-path = Seulement les articles dont un chemin correspond, comme news/2020/**
help-pair-format = Format du résultat

help-inspect = Dire ce qu’est une page (langue, avis, verdict), et pourquoi
help-inspect-long =
    Avec --jsonl, lit un objet JSON par ligne, {"{"}"id","text","requested"?,"source"?{"}"}, et écrit
    son verdict, un par ligne aussi, dans l’ordre de lecture. Une ligne illisible reçoit pour
    réponse une ligne avec "error", et le travail continue.
help-inspect-files = Les pages ; - est l’entrée standard
help-inspect-jsonl = Lire du JSON Lines dans les fichiers ou l’entrée standard, écrire du JSON Lines
help-inspect-locales = Langues du site, séparées par des virgules (par défaut : celles du projet)
help-inspect-source-locale = Langue dans laquelle les articles sont écrits (par défaut : celle du projet, sinon la première de --locales)
help-inspect-requested = Langue dans laquelle les pages ont été demandées (par défaut : ce qu’elles en disent elles-mêmes)
help-inspect-source = Texte source, pour reconnaître une copie
help-inspect-format = Format du résultat

help-status = Montrer où en est chaque article dans chaque langue
help-status-locale = Seulement cette langue ; peut se répéter
help-status-verdict = Seulement ce verdict ; peut se répéter
help-status-collection = Seulement cette collection
help-status-path = Seulement les articles dont un chemin correspond, comme news/2020/**
help-status-rows = Montrer tous les articles, aussi nombreux soient-ils
help-status-sort = Ordre des lignes
help-status-format = Format du résultat

help-diff = Montrer ce qui a changé dans la source depuis la référence, à côté de la cible
help-diff-articles = Articles par id, chemin ou motif (par défaut : tous ceux qui sont périmés)
help-diff-locale = Seulement cette langue ; peut se répéter
help-diff-class = Seulement les changements de cette classe ou d’une classe plus grave
help-diff-format = Format du résultat
help-diff-side-by-side = Sur deux colonnes, si le terminal est assez large

help-accept = Enregistrer que des versions sont à jour par rapport à leur source
help-accept-articles = Articles par id, chemin ou motif
help-accept-locale = Seulement cette langue, en entier si aucun article n’est nommé ; peut se répéter
help-accept-units = Seulement ces unités, comme diff les nomme : 3 ou 2-5, ou les lettres d’une unité disparue, séparées par des virgules
help-accept-all = Tous les articles
help-accept-state = État des liens enregistrés
help-accept-reason = Pourquoi la cible n’a pas à changer ; requis après un changement majeur qu’elle ne suit pas
help-accept-by = Qui accepte (par défaut : COTEJO_BY, sinon le user.name de git)
help-accept-moved = Faire suivre les fiches des sources qui ont changé de place ; avec AVANT APRÈS, celles de la source qui était à AVANT passent à APRÈS
help-accept-undo = Annuler la dernière acceptation
help-accept-dry-run = Montrer ce qui serait enregistré ou annulé, sans rien écrire

help-check = Échouer si des traductions sont en retard, pour l’intégration continue
help-check-locale = Seulement cette langue ; peut se répéter
help-check-fail-on = Verdicts ou classes de changement qui font échouer, séparés par des virgules (par défaut : ceux de la politique)
help-check-min-coverage = Pourcentage minimal d’articles à jour, comme es=80 ; peut se répéter
help-check-grace-days = Ne pas échouer pour ce qui a moins de ce nombre de jours
help-check-only-changed-since = Seulement ce qui a changé depuis la base commune avec cette référence git
help-check-debts = Fichier des dettes admises, qui ne peut que diminuer
help-check-record-debts = Écrire dans le fichier des dettes ce qui est trouvé maintenant
help-check-format = Format du résultat

help-report = Rendre compte de la couverture, pour la rédaction
help-report-locale = Seulement cette langue ; peut se répéter
help-report-collection = Seulement cette collection
help-report-path = Seulement les articles dont un chemin correspond
help-report-format = Format du résultat

help-help = Afficher l’aide d’une commande
help-help-verb = La commande (par défaut : toutes)

help-glossary = Appliquer la base terminologique : chercher ses termes, vérifier les traductions, la vérifier elle-même
help-glossary-find = Montrer où un texte emploie les termes de la base, à tout nombre et genre
help-glossary-find-long =
    Avec --jsonl, une ligne en entrée est {"{"}"id","text"{"}"}, une ligne en sortie {"{"}"id","hits"{"}"} ; chaque
    occurrence a son concept, son terme, son statut, son début et sa fin en octets du texte UTF-8.
help-glossary-find-files = Les textes ; - est l’entrée standard
help-glossary-find-locale = La langue des textes
help-glossary-find-glossary = La base : un dossier ou un tableau (par défaut, celle du projet)
help-glossary-find-jsonl = Lire du JSON Lines dans les fichiers ou l’entrée standard, écrire du JSON Lines
help-glossary-find-format = Format du résultat
help-glossary-import = Intégrer un fichier de termes à la base terminologique du projet
help-glossary-import-long =
    Les concepts se reconnaissent à leur identifiant ou, si le fichier n’en a pas, à un terme. Ce qui manque
    à la base est ajouté ; là où les deux disent quelque chose, ce qui est en place est gardé et l’écart
    montré. Rien n’est jamais retiré. accept --undo annule une importation.
help-glossary-import-file = TBX, un tableau (CSV, TSV, XLSX), un glossaire d’OmegaT ou de DeepL, ou un dossier avec les deux tableaux ; - est l’entrée standard
help-glossary-import-format = Format du fichier (par défaut, d’après ses premiers octets et son nom)
help-glossary-import-locale = Les deux langues d’une liste de paires, celle de départ d’abord
help-glossary-import-encoding = Codage d’un tableau ou d’une liste sans marque d’ordre des octets (par défaut, UTF-8)
help-glossary-import-glossary = Le dossier de la base dans celui du projet (par défaut, glossary)
help-glossary-import-prefix = À mettre devant chaque identifiant du fichier
help-glossary-import-update = Là où les deux disent quelque chose, prendre ce que dit le fichier
help-glossary-import-dry-run = Montrer ce qui serait fait, sans rien écrire
help-glossary-export = Écrire la base terminologique dans le format d’un autre outil
help-glossary-export-long =
    tbx et tbx-dct sont TBX v3 (ISO 30042:2019) ; tbx2 est TBX v2, que lisent OmegaT, Weblate et Virtaal.
    csv, tsv et cotejo gardent tout ; ce qu’un autre format ne peut garder est compté sur la sortie d’erreur.
help-glossary-export-format = Format du résultat
help-glossary-export-locale = Seulement les termes de ces langues ; pour une liste de paires, celle de départ et celle d’arrivée
help-glossary-export-output = Écrire dans ce fichier (avec cotejo, dans ce dossier) et non sur la sortie standard
help-glossary-export-glossary = La base : un dossier ou un tableau (par défaut, le dossier glossary du projet)
help-glossary-check = Montrer ce que les traductions ont fait des concepts de leurs sources
help-glossary-check-long =
    Pour chaque paire d’unités alignées : les termes absents (un avertissement), déconseillés ou interdits
    (une erreur), les noms sans le sigle que présente la source, et ce qui est dit de deux façons dans
    l’article (un conseil). La colonne enforce de la base en décide autrement là où il le faut.
help-glossary-check-articles = Articles par identifiant, chemin, motif ou dossier (par défaut, tous)
help-glossary-check-locale = Cette langue seulement ; peut être répété
help-glossary-check-glossary = La base : un dossier ou un tableau (par défaut, celle du projet)
help-glossary-check-fail-on = Échouer à partir de cette gravité
help-glossary-check-format = Format du résultat
help-glossary-apply = Corriger les termes déconseillés et interdits là où c’est sûr
help-glossary-apply-long =
    Le terme privilégié prend la place du terme déconseillé ou interdit, au même nombre, avec les mots
    qui le précèdent et s’accordent avec lui, l’élision, la contraction et les majuscules ; rien d’autre
    ne change dans un fichier. Ce qui peut ne pas être sûr (un adjectif qui devrait suivre, une citation,
    du code, un nom) est laissé, avec la raison. Sans --write, le plan est montré.

    Le relevé suit les mots de sa version : celle qui est à jour le reste, celle qui attend un changement
    de sa source continue d’attendre. accept --undo y revient.
help-glossary-apply-articles = Articles par identifiant, chemin, motif ou dossier (par défaut, tous)
help-glossary-apply-locale = Cette langue seulement ; peut être répété
help-glossary-apply-concept = Ce concept seulement, par son identifiant, avec ses indices ; peut être répété
help-glossary-apply-glossary = La base : un dossier ou un tableau (par défaut, celle du projet)
help-glossary-apply-write = Écrire les fichiers, en une seule étape
help-glossary-apply-dry-run = Montrer ce qui serait fait, sans rien écrire (par défaut)
help-glossary-apply-format = Format du résultat
help-glossary-suggest = Énumérer les termes dont le traducteur d’un article aura besoin
help-glossary-suggest-article = L’article, par identifiant, chemin ou motif
help-glossary-suggest-locale = La langue vers laquelle on traduit
help-glossary-suggest-glossary = La base : un dossier ou un tableau (par défaut, celle du projet)
help-glossary-suggest-format = Format du résultat
help-glossary-extract = Énumérer les termes et sigles qui manquent à la base, les meilleurs d’abord
help-glossary-extract-long =
    Les suites de mots que les sources disent plus d’une fois sont classées par leur valeur C : plus elles
    sont longues et fréquentes, plus il s’agit probablement de termes. Les traductions alignées montrent
    comment elles se disent sans doute dans chaque langue, et combien d’unités le disent.
help-glossary-extract-articles = Articles par identifiant, chemin, motif ou dossier (par défaut, tous)
help-glossary-extract-locale = Les traductions dans cette langue seulement ; peut être répété
help-glossary-extract-glossary = La base : un dossier ou un tableau (par défaut, celle du projet)
help-glossary-extract-least = Seulement ce qui figure tant de fois ou plus dans les sources
help-glossary-extract-limit = En montrer tant au plus
help-glossary-extract-format = Format du résultat
help-glossary-lint = Montrer les défauts de la base elle-même
help-glossary-lint-glossary = La base : un dossier ou un tableau (par défaut, celle du projet)
help-glossary-lint-fail-on = Échouer à partir de cette gravité
help-glossary-lint-format = Format du résultat
