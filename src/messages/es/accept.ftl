help-accept-format = Formato del resultado
help-accept-long =
    Una versión hecha a medias se registra cuando se la nombra: sus unidades traducidas; el resto
    queda pendiente. Con --all solo se registran versiones completas, y se enumera lo que quedó fuera.

select-unknown = ningún artículo se llama { $name }, ni tampoco ninguno de sus archivos
select-near = ¿se trata de { $names }?
select-list = `cotejo pair` muestra los artículos y sus archivos
select-no-article = { $path } no pertenece a ningún artículo
select-no-article-hint = `cotejo pair` explica por qué; se resuelve en cotejo.toml

accept-nothing-named = no se ha nombrado ningún artículo
accept-units-of-what = se han nombrado unidades, pero no el artículo al que pertenecen
accept-nothing-named-hint = nombrar artículos por id, ruta o patrón, o usar --all
accept-units-of-many = solo se pueden nombrar unidades de un artículo; se han nombrado { $count }
accept-bad-unit = { $unit } no es una unidad; escribir los números como los muestra diff: 3, 5-7
accept-empty-reason = el motivo está vacío
accept-bad-now = el momento queda fuera de los años 0000 a 9999

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
accept-count-unchanged = { $count } sin cambios
accept-count-left-out =
    { $count ->
        [one] 1 excluida
       *[other] { $count } excluidas
    }
accept-count-unwanted =
    { $count ->
        [one] 1 no deseada (keep, local)
       *[other] { $count } no deseadas (keep, local)
    }
accept-links-draft-mt =
    { $count ->
        [one] 1 enlace como borrador automático
       *[other] { $count } enlaces como borradores automáticos
    }
accept-links-translated =
    { $count ->
        [one] 1 enlace traducido
       *[other] { $count } enlaces traducidos
    }
accept-links-reviewed =
    { $count ->
        [one] 1 enlace revisado
       *[other] { $count } enlaces revisados
    }
accept-links-as-is =
    { $count ->
        [one] 1 enlace tal cual
       *[other] { $count } enlaces tal cual
    }
accept-doubtful =
    { $count ->
        [one] 1 enlace dudoso
       *[other] { $count } enlaces dudosos
    }
accept-copies =
    { $count ->
        [one] 1 unidad con el propio texto de origen
       *[other] { $count } unidades con el propio texto de origen
    }
accept-pending =
    { $count ->
        [one] 1 unidad queda pendiente
       *[other] { $count } unidades quedan pendientes
    }
accept-kind-new = nueva
accept-kind-updated = actualizada
accept-kind-unchanged = sin cambios
accept-units-pending =
    { $count ->
        [one] la unidad { $units } queda pendiente: no hay traducción de ella
       *[other] las unidades { $units } quedan pendientes: no hay traducción de ellas
    }
accept-units-doubtful =
    { $count ->
        [one] la unidad { $units } es dudosa: comprobar si su destino dice lo mismo
       *[other] las unidades { $units } son dudosas: comprobar si sus destinos dicen lo mismo
    }
accept-units-copies =
    { $count ->
        [one] la unidad { $units } se registra tal cual: el destino es el propio texto de origen
       *[other] las unidades { $units } se registran tal cual: los destinos son el propio texto de origen
    }
accept-more = … y { $count } más
accept-path = { $path }
accept-share = { $percent } % de las letras en la lengua de origen

accept-left-missing =
    { $count ->
        [one] 1 ausente: no hay versión
       *[other] { $count } ausentes: no hay versión
    }
accept-left-orphan =
    { $count ->
        [one] 1 huérfana: no tiene texto de origen
       *[other] { $count } huérfanas: no tienen texto de origen
    }
accept-left-ambiguous =
    { $count ->
        [one] 1 ambigua: resolver antes el emparejamiento, véase `cotejo pair`
       *[other] { $count } ambiguas: resolver antes el emparejamiento, véase `cotejo pair`
    }
accept-left-unreadable =
    { $count ->
        [one] 1 que no se puede leer
       *[other] { $count } que no se pueden leer
    }
accept-left-untranslated = { $count } sin traducir
accept-left-untranslated-hint = nombrar una con --reason para registrarla tal cual
accept-left-partial =
    { $count ->
        [one] 1 a medio traducir
       *[other] { $count } a medio traducir
    }
accept-left-partial-hint = nombrar una para registrar las unidades que están traducidas
accept-left-undecided = { $count } con demasiado poco texto para decidir
accept-left-undecided-hint = nombrar una para responder por ella
accept-left-needs-reason =
    { $count ->
        [one] 1 que no siguió a su origen; no se ha registrado nada de ella
       *[other] { $count } que no siguieron a su origen; no se ha registrado nada de ellas
    }
accept-left-needs-reason-hint = traducir estas unidades o indicar un motivo con --reason; véase `cotejo diff`
accept-left-unknown-unit = { $count } sin tal unidad
accept-left-changed =
    { $count ->
        [one] 1 que cambió mientras se examinaba; volver a ejecutar la orden
       *[other] { $count } que cambiaron mientras se examinaban; volver a ejecutar la orden
    }

accept-unit-unchanged = unidad { $unit }, línea { $line } del destino: el destino no siguió un cambio mayor ({ $causes }): { $text }
accept-unit-source-gone = unidad { $unit }, línea { $line } del destino: el origen ha desaparecido y el destino sigue ahí: { $text }
accept-unit-no-target = unidad { $unit }: nada en el destino la traduce: { $text }
accept-unit-untranslated = unidad { $unit }, línea { $line } del destino: el destino no está traducido: { $text }

accept-refused-line = { $line }
accept-refused-unwanted = { $article }, { $locale }: la configuración dice que no se desea traducción
accept-refused-missing = { $article }, { $locale }: no hay versión que aceptar
accept-refused-orphan = { $article }, { $locale }: no hay origen con el que estar al día
accept-refused-unreadable = { $article }, { $locale }: { $why }
accept-refused-untranslated = { $article }, { $locale }: la versión está sin traducir ({ $how })
accept-refused-partial = { $article }, { $locale }: la versión está a medio traducir ({ $how })
accept-refused-undecided = { $article }, { $locale }: hay demasiado poco texto para decidir
accept-refused-unit = { $article }, { $locale }: no hay unidad { $unit }
accept-refused-reason =
    { $count ->
        [one] { $article }, { $locale }: el destino de 1 unidad no siguió al origen
       *[other] { $article }, { $locale }: los destinos de { $count } unidades no siguieron al origen
    }
accept-hint-reason = no se ha registrado nada; traducirlas, elegir otras con --unit o decir con --reason por qué quedan como están
accept-hint-nothing = no se ha registrado nada

accept-undone =
    { $count ->
        [one] 1 archivo está como antes del último paso:
       *[other] { $count } archivos están como antes del último paso:
    }
accept-undo-nothing = no hay ningún paso que deshacer
accept-undo-edited =
    { $count ->
        [one] el último paso no se puede deshacer: 1 archivo ha cambiado desde entonces
       *[other] el último paso no se puede deshacer: { $count } archivos han cambiado desde entonces
    }
accept-undo-edited-hint = dejar estos archivos como los dejó el paso, o conservar el paso tal como está

looks-moved = { $from } ya no está y { $to } se le parece ({ $percent } % de su texto); `cotejo accept --moved` hace que sus registros lo sigan
accept-moved =
    { $count ->
        [0] ningún registro tiene un origen que se haya movido
        [one] 1 registro sigue a su origen
       *[other] { $count } registros siguen a su origen
    }
accept-moved-dry =
    { $count ->
        [0] ningún registro tiene un origen que se haya movido
        [one] 1 registro seguiría a su origen; no se ha escrito nada (--dry-run)
       *[other] { $count } registros seguirían a su origen; no se ha escrito nada (--dry-run)
    }
accept-moved-line = { $article }  { $locale }  { $from } → { $to }
accept-target-behind = la versión { $path } se queda donde está y allí no pertenece a ningún artículo; moverla a { $wanted }
accept-target-behind-somewhere = la versión { $path } se queda donde está y allí no pertenece a ningún artículo; resolver la pareja en cotejo.toml
