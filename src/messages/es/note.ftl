help-note = Escribir algo para quien traduce
help-note-article = El artículo, por identificador, ruta o patrón
help-note-text = El texto; sin él se muestran las notas que hay
help-note-unit = Sobre esta unidad, por el número que muestra diff, su enlace o su hash (por omisión: todo el artículo)
help-note-locale = Solo para este idioma; puede repetirse (por omisión: todos los que se quieren)
help-note-by = Quién la escribe (por omisión: COTEJO_BY; si no, user.name de git)
help-note-remove = Quitar la nota
help-note-long =
    La nota se guarda en el registro del artículo en cada idioma, `cotejo diff` la muestra y
    `cotejo pull` la entrega con la unidad. Una nota nueva sustituye a la anterior; accept --undo
    la deshace.

note-empty = la nota está vacía; escribir lo que deba saber quien traduce o quitarla con --remove
note-nothing = { $article } no tiene versión que traducir en estos idiomas
note-no-unit = { $article } no tiene unidad { $unit }; `cotejo diff` muestra los números
note-written = { $article }  { $locale }  anotado
note-removed = { $article }  { $locale }  nota quitada
note-same = { $article }  { $locale }  nada que cambiar
note-line = { $article }  { $locale }  { $about }: { $text }
note-of-article = el artículo
note-none = No hay notas.
