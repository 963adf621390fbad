diff-title = What changed since the versions were accepted
diff-unit = unit { $unit }
diff-nothing = No source has changed since its versions were accepted.
diff-unrecorded =
    { $count ->
        [one] 1 version has no baseline to compare with; `cotejo accept` records it.
       *[other] { $count } versions have no baseline to compare with; `cotejo accept` records them.
    }
diff-edited-elsewhere =
    { $count ->
        [one] 1 version in step with its source was edited since it was accepted: `cotejo diff { $article }` shows where
       *[other] { $count } versions in step with their sources were edited since they were accepted; `cotejo diff { $article }` shows where in one of them
    }
diff-accepted-by = last accepted on { $day } by { $by }
diff-accepted-on = last accepted on { $day }

diff-note-unwanted = No version is wanted here.
diff-note-missing = There is no version.
diff-note-orphan = There is no source.
diff-note-unrecorded = No baseline is known; `cotejo accept` records one.
diff-note-lesser = Only changes of lesser classes wait.
diff-note-current = Nothing has changed since it was accepted.

diff-target-edited = the target was edited since it was accepted
diff-target-gone = the target is gone
diff-extra = the target has a unit that no source unit is known for
diff-now-without-source = This target unit is now without a source.
diff-also-edited = The target was edited since it was accepted; look whether it follows already.
diff-no-target = It has no target.
diff-copied = The target is the source's own text: not translated.
diff-perhaps = This may be its translation; accept it if it is.
diff-left-as-is = It was left as it is: { $reason }
diff-belongs-after = its translation belongs after “{ $text }”
diff-belongs-first = its translation belongs at the beginning

cause-added = added
cause-removed = removed
cause-rewritten = rewritten
cause-number = number { $before } → { $after }
cause-number-gone = number { $before } gone
cause-number-new = new number { $after }
cause-date = date { $before } → { $after }
cause-date-gone = date { $before } gone
cause-date-new = new date { $after }
cause-name = name { $before } → { $after }
cause-name-gone = name { $before } gone
cause-name-new = new name { $after }
cause-negation = negation { $before } → { $after }
cause-negation-gone = negation { $before } gone
cause-negation-new = new negation { $after }
cause-term = term { $before } → { $after }
cause-term-gone = term { $before } gone
cause-term-new = new term { $after }
cause-address = address { $before } → { $after }
cause-address-gone = address { $before } gone
cause-address-new = new address { $after }
cause-kind = { $before } → { $after }
cause-level = heading level { $before } → { $after }
cause-depth = list depth { $before } → { $after }
cause-code = code
cause-data = data that is copied across
cause-wording = wording
cause-moved = moved
cause-split = split
cause-merged = merged
cause-date-form = form of a date
cause-markup = markup
cause-case = capitals
cause-punctuation = punctuation
cause-space = blanks
diff-editors-note = Note: { $text }
