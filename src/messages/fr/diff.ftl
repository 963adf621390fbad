diff-title = Ce qui a changé depuis que les versions ont été acceptées
diff-unit = unité { $unit }
diff-nothing = Aucune source n’a changé depuis que ses versions ont été acceptées.
diff-unrecorded =
    { $count ->
        [one] { $count } version n’a pas d’état de départ auquel se comparer ; `cotejo accept` l’enregistre.
       *[other] { $count } versions n’ont pas d’état de départ auquel se comparer ; `cotejo accept` les enregistre.
    }
diff-accepted-by = acceptée pour la dernière fois le { $day } par { $by }
diff-accepted-on = acceptée pour la dernière fois le { $day }

diff-note-unwanted = Aucune version n’est voulue ici.
diff-note-missing = Il n’y a pas de version.
diff-note-orphan = Il n’y a pas de source.
diff-note-unrecorded = Aucun état de départ n’est connu ; `cotejo accept` en enregistre un.
diff-note-lesser = Seuls des changements de classes moindres sont en attente.
diff-note-current = Rien n’a changé depuis qu’elle a été acceptée.

diff-target-edited = la cible a été modifiée depuis qu’elle a été acceptée
diff-target-gone = la cible a disparu
diff-extra = la cible a une unité dont aucune unité source n’est connue
diff-now-without-source = Cette unité cible n’a plus de source.
diff-also-edited = La cible a été modifiée depuis qu’elle a été acceptée ; vérifier si elle suit déjà.
diff-no-target = Elle n’a pas de cible.
diff-copied = La cible est le texte source lui-même : non traduite.
diff-perhaps = C’est peut-être sa traduction ; si c’est le cas, l’accepter.
diff-left-as-is = Elle a été laissée telle quelle : { $reason }
diff-belongs-after = sa traduction vient après « { $text } »
diff-belongs-first = sa traduction vient au début

cause-added = ajoutée
cause-removed = supprimée
cause-rewritten = réécrite
cause-number = nombre { $before } → { $after }
cause-number-gone = nombre { $before } disparu
cause-number-new = nouveau nombre { $after }
cause-date = date { $before } → { $after }
cause-date-gone = date { $before } disparue
cause-date-new = nouvelle date { $after }
cause-name = nom { $before } → { $after }
cause-name-gone = nom { $before } disparu
cause-name-new = nouveau nom { $after }
cause-negation = négation { $before } → { $after }
cause-negation-gone = négation { $before } disparue
cause-negation-new = nouvelle négation { $after }
cause-term = terme { $before } → { $after }
cause-term-gone = terme { $before } disparu
cause-term-new = nouveau terme { $after }
cause-address = adresse { $before } → { $after }
cause-address-gone = adresse { $before } disparue
cause-address-new = nouvelle adresse { $after }
cause-kind = { $before } → { $after }
cause-code = code
cause-data = données recopiées
cause-wording = rédaction
cause-moved = déplacée
cause-split = divisée
cause-merged = fusionnée
cause-date-form = forme d’une date
cause-markup = balisage
cause-case = majuscules
cause-punctuation = ponctuation
cause-space = espaces
