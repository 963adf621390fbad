diff-title = Qué ha cambiado desde que se aceptaron las versiones
diff-unit = unidad { $unit }
diff-nothing = Ningún original ha cambiado desde que se aceptaron sus versiones.
diff-unrecorded =
    { $count ->
        [one] 1 versión no tiene base con que compararla; `cotejo accept` la registra.
       *[other] { $count } versiones no tienen base con que compararlas; `cotejo accept` las registra.
    }
diff-edited-elsewhere =
    { $count ->
        [one] 1 versión al día con su original se ha modificado después de aceptarla: `cotejo diff { $article }` muestra dónde
       *[other] { $count } versiones al día con su original se han modificado después de aceptarlas; `cotejo diff { $article }` muestra dónde en una de ellas
    }
diff-accepted-by = aceptada por última vez el { $day } por { $by }
diff-accepted-on = aceptada por última vez el { $day }

diff-note-unwanted = Aquí no se quiere ninguna versión.
diff-note-missing = No hay versión.
diff-note-orphan = No hay original.
diff-note-unrecorded = No se conoce la base; `cotejo accept` la registra.
diff-note-lesser = Solo hay pendientes cambios de clases más leves.
diff-note-current = No ha cambiado nada desde que se aceptó.

diff-target-edited = la traducción se modificó después de aceptarla
diff-target-gone = la traducción ya no está
diff-extra = la traducción tiene una unidad de la que no se conoce original
diff-now-without-source = Esta unidad de la traducción se ha quedado sin original.
diff-also-edited = La traducción se modificó después de aceptarla; comprobar si ya sigue el cambio.
diff-no-target = No tiene traducción.
diff-copied = La traducción es el texto del propio original: está sin traducir.
diff-perhaps = Esta puede ser su traducción; aceptarla si lo es.
diff-left-as-is = Se dejó como estaba: { $reason }
diff-belongs-after = su traducción va después de «{ $text }»
diff-belongs-first = su traducción va al principio

cause-added = adición
cause-removed = supresión
cause-rewritten = nueva redacción
cause-number = número { $before } → { $after }
cause-number-gone = número { $before } suprimido
cause-number-new = número nuevo { $after }
cause-date = fecha { $before } → { $after }
cause-date-gone = fecha { $before } suprimida
cause-date-new = fecha nueva { $after }
cause-name = nombre { $before } → { $after }
cause-name-gone = nombre { $before } suprimido
cause-name-new = nombre nuevo { $after }
cause-negation = negación { $before } → { $after }
cause-negation-gone = negación { $before } suprimida
cause-negation-new = negación nueva { $after }
cause-term = término { $before } → { $after }
cause-term-gone = término { $before } suprimido
cause-term-new = término nuevo { $after }
cause-address = dirección { $before } → { $after }
cause-address-gone = dirección { $before } suprimida
cause-address-new = dirección nueva { $after }
cause-kind = { $before } → { $after }
cause-level = nivel del título { $before } → { $after }
cause-depth = nivel en la lista { $before } → { $after }
cause-code = código
cause-data = datos que se copian tal cual
cause-wording = redacción
cause-moved = cambio de lugar
cause-split = división
cause-merged = fusión
cause-date-form = forma de una fecha
cause-markup = marcas de formato
cause-case = mayúsculas
cause-punctuation = puntuación
cause-space = espacios
diff-editors-note = Nota: { $text }
