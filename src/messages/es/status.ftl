number = { $number }
percent = { $percent } %

status-head =
    { $articles ->
        [0] ningún artículo que contar
        [one] 1 artículo en { $locales ->
            [one] 1 idioma de destino
           *[other] { $locales } idiomas de destino
        }
       *[other] { $articles } artículos en { $locales ->
            [one] 1 idioma de destino
           *[other] { $locales } idiomas de destino
        }
    }
status-column-locale = idioma
status-column-articles = artículos
status-column-units = unidades
status-column-words = palabras
status-column-current = al día
status-column-share = % al día
status-column-to-do = pendiente
status-column-published = publicado
status-column-article = artículo
status-column-verdict = veredicto
status-column-details = detalles
status-all = todos
status-published = { $published } de { $known }
status-left-out =
    { $count ->
        [one] 1 queda fuera de las sumas: keep o local en cotejo.toml
       *[other] { $count } quedan fuera de las sumas: keep o local en cotejo.toml
    }
status-lost =
    { $count ->
        [one] a 1 versión le faltan unidades que se habían aceptado; véase `cotejo diff`
       *[other] a { $count } versiones les faltan unidades que se habían aceptado; véase `cotejo diff`
    }
status-flawed =
    { $count ->
        [one] 1 versión o su original es ilegible en partes; véase `cotejo check`
       *[other] { $count } versiones o sus originales son ilegibles en partes; véase `cotejo check`
    }
status-drafts =
    { $count ->
        [one] 1 unidad es un borrador automático que nadie ha revisado
       *[other] { $count } unidades son borradores automáticos que nadie ha revisado
    }
status-reviewed =
    { $count ->
        [one] 1 unidad revisada
       *[other] { $count } unidades revisadas
    }
status-edited =
    { $count ->
        [one] 1 versión se ha modificado después de aceptarla
       *[other] { $count } versiones se han modificado después de aceptarlas
    }
status-rows-hint =
    { $count ->
        [one] 1 fila; se muestra con --rows
       *[other] { $count } filas; se muestran con --rows y se eligen con --locale, --verdict, --path
    }
status-unplaced =
    { $count ->
        [one] 1 archivo no pertenece a ningún artículo; `cotejo pair` dice por qué
       *[other] { $count } archivos no pertenecen a ningún artículo; `cotejo pair` dice por qué
    }

bucket-current = { $count } al día
bucket-outdated =
    { $count ->
        [one] 1 desfasada
       *[other] { $count } desfasadas
    }
bucket-partial =
    { $count ->
        [one] 1 parcial
       *[other] { $count } parciales
    }
bucket-untranslated = { $count } sin traducir
bucket-missing =
    { $count ->
        [one] falta 1
       *[other] faltan { $count }
    }
bucket-unrecorded = { $count } sin registrar
bucket-undecided =
    { $count ->
        [one] 1 dudosa
       *[other] { $count } dudosas
    }
bucket-orphan =
    { $count ->
        [one] 1 huérfana
       *[other] { $count } huérfanas
    }
bucket-ambiguous =
    { $count ->
        [one] 1 ambigua
       *[other] { $count } ambiguas
    }
bucket-unreadable =
    { $count ->
        [one] 1 ilegible
       *[other] { $count } ilegibles
    }

pending-major =
    { $count ->
        [one] 1 cambio mayor
       *[other] { $count } cambios mayores
    }
pending-mirror =
    { $count ->
        [one] 1 cambio de espejo
       *[other] { $count } cambios de espejo
    }
pending-minor =
    { $count ->
        [one] 1 cambio menor
       *[other] { $count } cambios menores
    }
pending-cosmetic =
    { $count ->
        [one] 1 cambio cosmético
       *[other] { $count } cambios cosméticos
    }

detail-share = { $percent } % de las letras en { LANGUAGE($locale) }
detail-edited =
    { $count ->
        [one] 1 unidad modificada después de aceptarla
       *[other] { $count } unidades modificadas después de aceptarlas
    }
detail-lost =
    { $count ->
        [one] falta 1 unidad que se había aceptado
       *[other] faltan { $count } unidades que se habían aceptado
    }
detail-flawed =
    { $count ->
        [one] 1 lugar mal legible
       *[other] { $count } lugares mal legibles
    }
detail-reviewed =
    { $count ->
        [one] 1 revisada
       *[other] { $count } revisadas
    }
detail-draft =
    { $count ->
        [one] 1 borrador automático
       *[other] { $count } borradores automáticos
    }
detail-stale-notice = aviso caduco sobre un texto traducido
detail-not-published = sin publicar: el sitio la sirve en { LANGUAGE($served) }, con aviso
detail-not-published-silent = sin publicar: el sitio la sirve en { LANGUAGE($served) }, sin aviso
detail-not-published-other = sin publicar
