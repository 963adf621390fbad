diff-title = Qué ha cambiado desde que se aceptaron las versiones
diff-unit = unidad { $unit }
diff-nothing = Ningún texto de origen ha cambiado desde que se aceptaron sus versiones.
diff-unrecorded =
    { $count ->
        [one] 1 versión no tiene con qué compararse; `cotejo accept` la registra.
       *[other] { $count } versiones no tienen con qué compararse; `cotejo accept` las registra.
    }
diff-accepted-by = aceptado por última vez el { $day } por { $by }
diff-accepted-on = aceptado por última vez el { $day }

diff-note-unwanted = Aquí no se desea ninguna versión.
diff-note-missing = No hay versión.
diff-note-orphan = No hay texto de origen.
diff-note-unrecorded = No se conoce el estado de partida; `cotejo accept` lo registra.
diff-note-lesser = Solo hay cambios pendientes de clases menores.
diff-note-current = Nada ha cambiado desde que se aceptó.

diff-target-edited = el destino se ha editado desde que se aceptó
diff-target-gone = el destino ha desaparecido
diff-extra = el destino tiene una unidad a la que no se le conoce unidad de origen
diff-now-without-source = Esta unidad de destino se ha quedado sin origen.
diff-also-edited = El destino se ha editado desde que se aceptó; comprobar si ya sigue al origen.
diff-no-target = No tiene destino.
diff-copied = El destino es el propio texto de origen: sin traducir.
diff-perhaps = Esta puede ser su traducción; si lo es, aceptarla.
diff-left-as-is = Se dejó tal cual: { $reason }
diff-belongs-after = su traducción va después de «{ $text }»
diff-belongs-first = su traducción va al principio

cause-added = añadida
cause-removed = eliminada
cause-rewritten = reescrita
cause-number = número { $before } → { $after }
cause-number-gone = desaparece el número { $before }
cause-number-new = número nuevo { $after }
cause-date = fecha { $before } → { $after }
cause-date-gone = desaparece la fecha { $before }
cause-date-new = fecha nueva { $after }
cause-name = nombre { $before } → { $after }
cause-name-gone = desaparece el nombre { $before }
cause-name-new = nombre nuevo { $after }
cause-negation = negación { $before } → { $after }
cause-negation-gone = desaparece la negación { $before }
cause-negation-new = negación nueva { $after }
cause-term = término { $before } → { $after }
cause-term-gone = desaparece el término { $before }
cause-term-new = término nuevo { $after }
cause-address = dirección { $before } → { $after }
cause-address-gone = desaparece la dirección { $before }
cause-address-new = dirección nueva { $after }
cause-kind = { $before } → { $after }
cause-code = código
cause-data = datos que se copian
cause-wording = redacción
cause-moved = trasladada
cause-split = dividida
cause-merged = unida
cause-date-form = forma de una fecha
cause-markup = marcas de formato
cause-case = mayúsculas
cause-punctuation = puntuación
cause-space = espacios
