diff-title = Ce qui a changé depuis que les versions ont été acceptées
diff-unit = unité { $unit }
diff-nothing = Aucune source n’a changé depuis que ses versions ont été acceptées.
diff-unrecorded =
    { $count ->
        [one] { $count } version n’a pas de référence à laquelle la comparer ; `cotejo accept` l’enregistre.
       *[other] { $count } versions n’ont pas de référence à laquelle les comparer ; `cotejo accept` les enregistre.
    }
diff-edited-elsewhere =
    { $count ->
        [one] { $count } version à jour avec sa source a été modifiée depuis son acceptation : `cotejo diff { $article }` montre où
       *[other] { $count } versions à jour avec leur source ont été modifiées depuis leur acceptation ; `cotejo diff { $article }` montre où dans l’une d’elles
    }
diff-accepted-by = acceptée pour la dernière fois le { $day } par { $by }
diff-accepted-on = acceptée pour la dernière fois le { $day }

diff-note-unwanted = Aucune version n’est voulue ici.
diff-note-missing = Il n’y a pas de version.
diff-note-orphan = Il n’y a pas de source.
diff-note-unrecorded = Aucune référence n’est connue ; `cotejo accept` en enregistre une.
diff-note-lesser = Seuls des changements de classes moins graves sont en attente.
diff-note-current = Rien n’a changé depuis son acceptation.

diff-target-edited = la cible a été modifiée depuis son acceptation
diff-target-gone = la cible a disparu
diff-extra = la cible a une unité dont aucune source n’est connue
diff-now-without-source = Cette unité de la cible n’a plus de source.
diff-also-edited = La cible a été modifiée depuis son acceptation ; vérifier si elle suit déjà le changement.
diff-no-target = Elle n’a pas de cible.
diff-copied = La cible est le texte même de la source : elle n’est pas traduite.
diff-perhaps = Ceci peut être sa traduction ; l’accepter si c’est le cas.
diff-left-as-is = Laissée telle quelle : { $reason }
diff-belongs-after = sa traduction va après « { $text } »
diff-belongs-first = sa traduction va au début

cause-added = ajout
cause-removed = suppression
cause-rewritten = réécriture
cause-number = nombre { $before } → { $after }
cause-number-gone = nombre { $before } supprimé
cause-number-new = nouveau nombre { $after }
cause-date = date { $before } → { $after }
cause-date-gone = date { $before } supprimée
cause-date-new = nouvelle date { $after }
cause-name = nom { $before } → { $after }
cause-name-gone = nom { $before } supprimé
cause-name-new = nouveau nom { $after }
cause-negation = négation { $before } → { $after }
cause-negation-gone = négation { $before } supprimée
cause-negation-new = nouvelle négation { $after }
cause-term = terme { $before } → { $after }
cause-term-gone = terme { $before } supprimé
cause-term-new = nouveau terme { $after }
cause-address = adresse { $before } → { $after }
cause-address-gone = adresse { $before } supprimée
cause-address-new = nouvelle adresse { $after }
cause-kind = { $before } → { $after }
cause-level = niveau du titre { $before } → { $after }
cause-depth = niveau dans la liste { $before } → { $after }
cause-code = code
cause-data = données recopiées telles quelles
cause-wording = formulation
cause-moved = déplacement
cause-split = division
cause-merged = fusion
cause-date-form = forme d’une date
cause-markup = balisage
cause-case = majuscules
cause-punctuation = ponctuation
cause-space = espaces
diff-editors-note = Note : { $text }
