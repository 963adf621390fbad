help-accept-format = Formato del resultado
help-accept-long =
    Una versión a medio hacer se registra si se indica: sus unidades traducidas, y el resto queda
    pendiente. Con --all solo se registran versiones completas, y se enumera lo que quedó fuera.

select-unknown = no hay ningún artículo ni archivo de artículo llamado «{ $name }»
select-near = ¿se quería decir { $names }?
select-list = `cotejo pair` enumera los artículos y sus archivos
select-no-article = { $path } no pertenece a ningún artículo
select-no-article-hint = `cotejo pair` dice por qué; decidirlo en cotejo.toml

accept-nothing-named = no se ha indicado ningún artículo
accept-units-of-what = se han indicado unidades, pero no el artículo al que pertenecen
accept-nothing-named-hint = indicar artículos por id, ruta o patrón, un idioma con --locale, o usar --all
accept-units-of-many = solo se pueden indicar unidades de un artículo; se han indicado { $count } artículos
accept-bad-unit = { $unit } no es una unidad; escribir los números que muestra diff: 3, 5-7
accept-empty-reason = el motivo está vacío
accept-bad-now = el momento queda fuera de los años 0000 a 9999

accept-reason-unkept =
    { $count ->
        [one] el motivo no se guarda en 1 ficha: lo aceptado en ella ya estaba al día. Para dejar unas palabras al traductor está `cotejo note`
       *[other] el motivo no se guarda en { $count } fichas: lo aceptado en ellas ya estaba al día. Para dejar unas palabras al traductor está `cotejo note`
    }
accept-dry-run = No se ha escrito nada (--dry-run). Esto es lo que se registraría:
accept-count-new =
    { $count ->
        [one] 1 nueva
       *[other] { $count } nuevas
    }
accept-count-updated =
    { $count ->
        [one] 1 actualizada
       *[other] { $count } actualizadas
    }
accept-count-unchanged =
    { $count ->
        [one] 1 sin cambios
       *[other] { $count } sin cambios
    }
accept-count-left-out =
    { $count ->
        [one] 1 queda fuera
       *[other] { $count } quedan fuera
    }
accept-count-unwanted =
    { $count ->
        [one] 1 no deseada (keep, local)
       *[other] { $count } no deseadas (keep, local)
    }
accept-links-draft-mt =
    { $count ->
        [one] 1 vínculo como borrador automático
       *[other] { $count } vínculos como borradores automáticos
    }
accept-links-translated =
    { $count ->
        [one] 1 vínculo traducido
       *[other] { $count } vínculos traducidos
    }
accept-links-reviewed =
    { $count ->
        [one] 1 vínculo revisado
       *[other] { $count } vínculos revisados
    }
accept-links-as-is =
    { $count ->
        [one] 1 vínculo tal como está
       *[other] { $count } vínculos tal como están
    }
accept-doubtful =
    { $count ->
        [one] 1 vínculo dudoso
       *[other] { $count } vínculos dudosos
    }
accept-copies =
    { $count ->
        [one] 1 unidad con el texto del propio original
       *[other] { $count } unidades con el texto del propio original
    }
accept-pending =
    { $count ->
        [one] 1 unidad sigue pendiente
       *[other] { $count } unidades siguen pendientes
    }
accept-kind-new = nueva
accept-kind-updated = actualizada
accept-kind-unchanged = sin cambios
accept-units-pending =
    { $count ->
        [one] la unidad { $units } sigue pendiente: no hay traducción de ella
       *[other] las unidades { $units } siguen pendientes: no hay traducción de ellas
    }
accept-units-doubtful =
    { $count ->
        [one] la unidad { $units } es dudosa: comprobar que su traducción dice lo mismo
       *[other] las unidades { $units } son dudosas: comprobar que sus traducciones dicen lo mismo
    }
accept-units-copies =
    { $count ->
        [one] la unidad { $units } se registra tal como está: la traducción es el texto del propio original
       *[other] las unidades { $units } se registran tal como están: las traducciones son el texto del propio original
    }
accept-more = … y { $count } más
accept-path = { $path }
accept-path-gone = { $path } (antes no existía)
accept-share = { $percent } % de las letras en el idioma original

accept-left-missing =
    { $count ->
        [one] falta 1: no hay versión
       *[other] faltan { $count }: no hay versión
    }
accept-left-orphan =
    { $count ->
        [one] 1 huérfana: no tiene original
       *[other] { $count } huérfanas: no tienen original
    }
accept-left-ambiguous =
    { $count ->
        [one] 1 ambigua: decidir antes el emparejamiento, véase `cotejo pair`
       *[other] { $count } ambiguas: decidir antes el emparejamiento, véase `cotejo pair`
    }
accept-left-unreadable =
    { $count ->
        [one] 1 que no se puede leer
       *[other] { $count } que no se pueden leer
    }
accept-left-untranslated = { $count } sin traducir
accept-left-untranslated-hint = indicarla con --reason para registrarla tal como está
accept-left-partial = { $count } a medio hacer
accept-left-partial-hint = indicarla para registrar las unidades traducidas
accept-left-undecided = { $count } con demasiado poco texto para saberlo
accept-left-undecided-hint = indicarla para responder por ella
accept-left-needs-reason =
    { $count ->
        [one] 1 que no ha seguido a su original; no se ha registrado nada de ella
       *[other] { $count } que no han seguido a su original; no se ha registrado nada de ellas
    }
accept-left-needs-reason-hint = traducir estas unidades o dar un motivo con --reason; véase `cotejo diff`
accept-left-unknown-unit = { $count } sin esa unidad
accept-left-changed =
    { $count ->
        [one] 1 que ha cambiado mientras se examinaba; repetir la orden
       *[other] { $count } que han cambiado mientras se examinaban; repetir la orden
    }
accept-left-moved =
    { $count ->
        [one] 1 que parece haber cambiado de lugar; no se ha registrado nada de ella
       *[other] { $count } que parecen haber cambiado de lugar; no se ha registrado nada de ellas
    }
accept-left-moved-hint = `cotejo accept --moved` hace que sus fichas las sigan, y `cotejo diff` muestra después lo que ha cambiado; borrar las fichas antiguas si es otro artículo
accept-moved-from = estaba en { $from }

accept-unit-unchanged = unidad { $unit }, línea { $line } de la traducción: no ha seguido un cambio mayor ({ $causes }): { $text }
accept-unit-source-gone = unidad { $unit }, línea { $line } de la traducción: el original ya no está y la traducción sigue: { $text }
accept-unit-no-target = unidad { $unit }: nada en la versión la traduce: { $text }
accept-unit-untranslated = unidad { $unit }, línea { $line } de la traducción: está sin traducir: { $text }

accept-refused-line = { $line }
accept-refused-unwanted = { $article }, { $locale }: la configuración dice que no se quiere traducción
accept-refused-missing = { $article }, { $locale }: no hay versión que aceptar
accept-refused-orphan = { $article }, { $locale }: no hay original con el que compararla
accept-refused-unreadable = { $article }, { $locale }: { $why }
accept-refused-untranslated = { $article }, { $locale }: la versión está sin traducir ({ $how })
accept-refused-partial = { $article }, { $locale }: la versión está a medio hacer ({ $how })
accept-refused-undecided = { $article }, { $locale }: hay demasiado poco texto para saberlo
accept-refused-moved = { $article }, { $locale }: parece venir de { $from }, cuya ficha sigue a la espera
accept-refused-unit = { $article }, { $locale }: no hay unidad { $unit }
accept-refused-reason =
    { $count ->
        [one] { $article }, { $locale }: la traducción de 1 unidad no ha seguido al original
       *[other] { $article }, { $locale }: las traducciones de { $count } unidades no han seguido al original
    }
accept-hint-reason = no se ha registrado nada; traducirlas, elegir otras con --unit, o decir con --reason por qué se quedan como están
accept-hint-nothing = no se ha registrado nada
accept-hint-moved-perhaps = no se ha registrado nada; si es ese artículo, `cotejo accept --moved { $from } { $to }` hace que sus fichas lo sigan, y `cotejo diff` muestra después lo que ha cambiado. Si es otro, borrar antes las fichas antiguas
accept-hint-moved = no se ha registrado nada; `cotejo accept --moved` hace que las fichas lo sigan, y `cotejo diff` muestra después lo que ha cambiado. Si es otro artículo, borrar antes las fichas antiguas

accept-undone =
    { $count ->
        [one] 1 archivo está como antes del último paso:
       *[other] { $count } archivos están como antes del último paso:
    }
accept-undo-dry =
    { $count ->
        [one] No se ha escrito nada (--dry-run). 1 archivo quedaría como antes del último paso:
       *[other] No se ha escrito nada (--dry-run). { $count } archivos quedarían como antes del último paso:
    }
accept-undo-nothing = no hay ningún paso que deshacer
accept-undo-edited =
    { $count ->
        [one] no se puede deshacer el último paso: 1 archivo ha cambiado desde entonces
       *[other] no se puede deshacer el último paso: { $count } archivos han cambiado desde entonces
    }
accept-undo-edited-hint = devolver esos archivos a como los dejó el paso, o dejar el paso como está

record-stray =
    { $count ->
        [one] 1 ficha no pertenece a ningún artículo ni idioma del proyecto: { $paths }
       *[other] { $count } fichas no pertenecen a ningún artículo ni idioma del proyecto: { $paths }
    }; recuperar el artículo; si ha cambiado de lugar, indicarlo con `cotejo accept --moved ANTES DESPUÉS`; o retirar su ficha: `git rm { $first }`
looks-moved = { $from } ya no está y { $to } se le parece ({ $percent } % de su texto); con `cotejo accept --moved` sus fichas lo siguen
may-have-moved =
    { $count ->
        [one] { $from } ya no está y { $places } se le parece, pero también a otro original que ya no está; indicar cuál es: `cotejo accept --moved { $from } { $first }`
       *[other] { $from } ya no está y su texto se encuentra en { $count } lugares: { $places }; indicar cuál es: `cotejo accept --moved { $from } { $first }`
    }
accept-moved-nowhere = { $from } ya no está y nada se le parece; indicar dónde está ahora su texto: `cotejo accept --moved { $from } DESPUÉS`
accept-moved-unknown = ninguna ficha tiene un original que estuviera en { $from }
accept-moved-gone = estos ya no están: { $paths }
accept-moved-none-gone = ninguna ficha ha perdido su original; `cotejo pair` enumera los artículos y sus archivos
accept-moved-there = { $from } no ha cambiado de lugar: sigue ahí
accept-moved-there-hint = si { $to } es otro artículo, aceptarlo por sí mismo: `cotejo accept { $to }`
accept-moved-many = { $to } nombra { $count } artículos; nombrar aquel al que ha pasado
accept-moved-recorded = { $to } tiene una ficha propia: { $record }
accept-moved-recorded-hint = si es el artículo que ha cambiado de lugar, retirar antes esa ficha: `git rm { $record }`
accept-moved-no-source = { $to } no tiene un original que se pueda leer
accept-moved =
    { $count ->
        [0] ninguna ficha tiene un original que haya cambiado de lugar
        [one] 1 ficha sigue a su original
       *[other] { $count } fichas siguen a su original
    }
accept-moved-dry =
    { $count ->
        [0] ninguna ficha tiene un original que haya cambiado de lugar
        [one] 1 ficha seguiría a su original; no se ha escrito nada (--dry-run)
       *[other] { $count } fichas seguirían a su original; no se ha escrito nada (--dry-run)
    }
accept-moved-line = { $article }  { $locale }  { $from } → { $to }
accept-target-behind = la versión { $path } se queda donde está y allí no pertenece a ningún artículo; moverla a { $wanted }
accept-target-behind-somewhere = la versión { $path } se queda donde está y allí no pertenece a ningún artículo; decidir la pareja en cotejo.toml
