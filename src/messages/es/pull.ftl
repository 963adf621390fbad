help-pull = Entregar el trabajo pendiente para la herramienta de traducción
help-pull-articles = Artículos por identificador, ruta o patrón (por omisión: todo lo pendiente)
help-pull-locale = El idioma al que se traduce
help-pull-collection = Solo esta colección; puede repetirse
help-pull-path = Solo las rutas que se ajustan a este patrón; puede repetirse
help-pull-verdict = Solo estos veredictos, separados por comas (por omisión: missing, untranslated, partial, outdated)
help-pull-since = Solo los artículos con esta fecha o posteriores
help-pull-words = Entregar hasta tantas palabras, lo más urgente primero; al menos una unidad
help-pull-traffic = Archivo CSV que dice cuánto se lee cada página (por omisión: urgency.figures de cotejo.toml)
help-pull-format = Formato de los archivos
help-pull-out = Carpeta donde escribir los archivos (por omisión: la actual)
help-pull-per-article = Escribir un archivo por artículo
help-pull-only-pending = Omitir las unidades que no requieren trabajo
help-pull-holder = Quién se lleva el trabajo
help-pull-again = Entregar de nuevo lo que ya está fuera
help-pull-count = Solo contar las palabras; no escribir ni entregar nada
help-pull-counts = Formato del recuento de palabras
help-pull-release = Liberar este paquete: sus unidades pueden entregarse a otras personas
help-pull-long =
    Elige lo pendiente, lo más urgente primero, y lo escribe como paquete para la herramienta que se
    use: XLIFF 1.2 y 2.1, gettext PO, una tabla en HTML o Markdown, JSON, o una carpeta que OmegaT
    abre como proyecto. Cada unidad lleva su original, el cambio desde que la traducción estuvo al
    día, la traducción tal como está, las mejores coincidencias de las traducciones del proyecto,
    sus términos y lo que se ha detectado en ella. `cotejo push` recoge el archivo.

    La urgencia es la media ponderada de tres partes: lo reciente que es la página, cuánto queda
    por hacer y cuánto se lee. [urgency] en cotejo.toml fija los pesos.

    Lo que está fuera se guarda en .cotejo/out, que debe estar en git: otro pull no lo entrega de
    nuevo.

value-DATE = FECHA
value-PACKAGE = PAQUETE

bad-day = esto no es un día; escribir 2026-11-21
bad-package = el nombre de un paquete solo tiene letras, cifras, - y _
bad-words = escribir un número entero desde 1

pull-one-locale = hay que indicar un idioma de destino: --locale
pull-source-locale = { $locale } es el idioma en que están escritos los artículos: no hay nada que traducir a él
pull-nothing = No hay nada que entregar.
pull-head = { $package }: { $articles ->
        [one] 1 artículo
       *[other] { $articles } artículos
    }, { $units ->
        [one] 1 unidad
       *[other] { $units } unidades
    }, { $size }
pull-would = Por entregar: { $articles ->
        [one] 1 artículo
       *[other] { $articles } artículos
    }, { $units ->
        [one] 1 unidad
       *[other] { $units } unidades
    }, { $size }
pull-size-words =
    { $count ->
        [one] 1 palabra
       *[other] { $count } palabras
    }
pull-size-characters =
    { $count ->
        [one] 1 carácter
       *[other] { $count } caracteres
    }
pull-file = escrito: { $path }
pull-number = { $count }
pull-column-segments = segmentos
pull-column-words = palabras
pull-column-characters = signos
pull-column-all-characters = caracteres
pull-band-new = nuevas
pull-band-50-74 = 50–74 %
pull-band-75-84 = 75–84 %
pull-band-85-94 = 85–94 %
pull-band-95-99 = 95–99 %
pull-band-repetition = repetidas
pull-band-exact = exactas
pull-band-in-context = en contexto
pull-total = total
pull-out = Ya está fuera:
pull-out-line = { $package }: { $count ->
        [one] 1 unidad
       *[other] { $count } unidades
    } desde el { $date }
pull-out-line-with = { $package }: { $count ->
        [one] 1 unidad
       *[other] { $count } unidades
    } con { $holder } desde el { $date }
pull-out-hint = Lo pendiente está fuera; entregarlo otra vez con --again o liberar un paquete con --release.
pull-released = { $package } queda liberado; { $count ->
        [one] 1 unidad puede entregarse a otras personas
       *[other] { $count } unidades pueden entregarse a otras personas
    }. Lo que vuelva de él se sigue recogiendo.
pull-released-before = { $package } ya se había liberado el { $date }.
pull-out-idle =
    { $count ->
        [one] { $count } unidad de { $package } está entregada y ya no espera: liberarla con `cotejo pull --release { $package }`
       *[other] { $count } unidades de { $package } están entregadas y ninguna espera ya: liberarlas con `cotejo pull --release { $package }`
    }
pull-strange =
    { $count ->
        [one] { $count } página de las cifras no es ningún artículo: { $first }
       *[other] { $count } páginas de las cifras no son ningún artículo: { $first } …
    }
figures-problem-quote = unas comillas se abren y no se cierran: { $found }
figures-problem-number = { $found } no es un número desde 0
figures-problem-syntax = esto no es una fila de una tabla
figures-hint = cada fila tiene una página (identificador, ruta o dirección de un artículo) y cuántas veces se leyó, entre comas, puntos y comas o tabuladores
pull-no-package = ningún paquete se llama { $package }
pull-packages = existen: { $known }
pull-no-packages = aún no se ha entregado nada
pull-placeless = { $article }: ninguna plantilla dice dónde va su traducción; añadir target a su colección en cotejo.toml
pull-by-hand =
    { $count ->
        [one] 1 unidad solo cambió de lugar o desapareció en el original: `cotejo diff` la muestra; cambiar el archivo a mano y aceptarlo
       *[other] { $count } unidades solo cambiaron de lugar o desaparecieron en el original: `cotejo diff` las muestra; cambiar los archivos a mano y aceptarlos
    }
pull-mirror =
    { $count ->
        [one] { $count } artículo solo espera lo que se copia tal cual (código, cabecera, imágenes): `cotejo diff` lo muestra; copiarlo a mano y después `cotejo accept`
       *[other] { $count } artículos solo esperan lo que se copia tal cual (código, cabecera, imágenes): `cotejo diff` lo muestra; copiarlo a mano y después `cotejo accept`
    }
pull-left =
    { $count ->
        [one] 1 unidad ({ $words } palabras) queda para otro día
       *[other] { $count } unidades ({ $words } palabras) quedan para otro día
    }
pull-write-hint = no se ha entregado nada; indicar otra carpeta con --out o hacer sitio

out-bad = { $path }:{ $line }: no se puede leer lo que está fuera: { $why }
out-bad-magic = no empieza como un paquete, o es de otra versión de cotejo
out-bad-conflict = tiene un conflicto de fusión; conservar un lado y quitar las marcas
out-bad-line = una línea no corresponde aquí
out-bad-missing = falta una línea
out-bad-truncated = termina demasiado pronto
out-bad-hint = recuperar la última versión buena con `git checkout -- RUTA`, o borrar el archivo: entonces sus unidades cuentan como no entregadas y su paquete no puede recogerse

work-colon = { ": " }
work-id = ID (no cambiar)
work-source = Original
work-target = Traducción
work-notes = Notas
work-instructions = Traducir cada unidad; en una tabla, en la columna Traducción. Dejar los ID como están. Lo que se deje como está cuenta como no hecho.
work-instructions-codes = Las marcas como <1> y </1> representan enlaces, negritas y similares: todas deben estar en la traducción, en su sitio.
work-instructions-back = Guardar el archivo en su mismo formato y devolverlo.
work-file = Archivo
work-line = Línea
work-before = Antes
work-change = Cambio
work-offer = Coincidencia
work-in-context = en contexto
work-one-sentence = solo una frase de la unidad
work-term = Término
work-remark = Detectado
work-note = Nota
work-todo-translate = por traducir
work-todo-update = el original cambió
work-todo-check = un borrador, por revisar
work-todo-nothing = contexto, bloqueada

help-memory = Escribir la memoria de traducción del proyecto en TMX
help-memory-locale = Solo hacia estos idiomas, separados por comas (por omisión: todos)
help-memory-output = Archivo que se escribe (por omisión: la salida estándar)
help-memory-long =
    Escribe en TMX 1.4, que toda herramienta de traducción lee, lo que dicen las traducciones
    del proyecto: unidades enteras y, donde es seguro cuáles se corresponden, sus frases. Las
    memorias que nombra [memory] de cotejo.toml no se entregan.
memory-count =
    { $count ->
        [one] { $count } texto en la memoria
       *[other] { $count } textos en la memoria
    }
memory-no-files = [memory] nombra archivos y ninguno cumple sus patrones: no se ofrecen coincidencias suyas
memory-hint = corregir el archivo o quitarlo de files en [memory] de cotejo.toml
