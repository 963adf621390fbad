help-note = Write something for the translator
help-note-article = The article, by id, path or pattern
help-note-text = The words; without them, the notes there are are shown
help-note-unit = About this unit, by the number that diff shows, its link or its hash (default: the whole article)
help-note-locale = Only for this locale; may be repeated (default: every locale that is wanted)
help-note-by = Who writes it (default: COTEJO_BY, else git's user.name)
help-note-remove = Take the note away
help-note-long =
    The note is kept in the record of the article in each locale, `cotejo diff` shows it, and
    `cotejo pull` hands it out with the unit. A new note takes the place of the one before;
    accept --undo takes it back.

note-empty = the note is empty; write what the translator is to know, or take the note away with --remove
note-nothing = { $article } has no version to be translated in these locales
note-no-unit = { $article } has no unit { $unit }; `cotejo diff` shows their numbers
note-written = { $article }  { $locale }  noted
note-removed = { $article }  { $locale }  the note is gone
note-same = { $article }  { $locale }  nothing to change
note-line = { $article }  { $locale }  { $about }: { $text }
note-of-article = the article
note-none = There are no notes.
