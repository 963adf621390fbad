help-check-collection = Solo esta colección
help-check-path = Solo los artículos con una ruta que coincida, como news/2020/**
help-check-long =
    Códigos de salida: 0 nada falla, 1 algo falla, 2 algo no se ha podido leer o el historial no alcanza;
    los mismos en todos los formatos. --fail-on admite veredictos (missing, untranslated, partial,
    outdated, unrecorded, undecided, orphan, ambiguous, unreadable), not-published, clases de cambio
    (major, mirror, minor, cosmetic) o none. También cuenta lo que encuentra `cotejo qa`, según
    policy.quality en cotejo.toml; con none no hace fallar nada.

severity-error = error:
severity-warning = advertencia:
severity-hint = sugerencia:

rule-missing = Un artículo no tiene versión en un idioma
rule-untranslated = Una versión no está en su idioma
rule-partial = Una parte de una versión sigue en el idioma original
rule-outdated = El original ha cambiado desde que la versión estuvo al día
rule-unrecorded = Una versión está traducida, pero ninguna ficha dice a partir de qué original
rule-moved = Un original parece haber cambiado de lugar y sus fichas esperan donde estaba
rule-undecided = Una versión tiene demasiado poco texto para saber su idioma
rule-orphan = Una versión no tiene original
rule-ambiguous = No está decidido qué archivo es la versión de un artículo
rule-unreadable = No se ha podido leer un archivo o una carpeta
rule-not-published = El sitio sirve otro idioma aunque la versión está al día
rule-stale-notice = Un aviso dice que una página no está disponible aunque está traducida
rule-flawed = Una parte de un archivo no se ha podido leer como se quería
rule-coverage-low = Un idioma tiene menos versiones al día de las que exige la política
rule-debt-grown = La lista de deudas tiene una entrada que antes no tenía
rule-debt-paid = La lista de deudas tiene una entrada que ya nadie debe
rule-nothing-recorded = Todavía no se ha registrado ninguna versión del proyecto

finding-missing =
    { $words ->
        [one] «{ $title }» no tiene versión en { LANGUAGE($locale) } (1 palabra por traducir)
       *[other] «{ $title }» no tiene versión en { LANGUAGE($locale) } ({ $words } palabras por traducir)
    }
finding-untranslated =
    { $how ->
        [notice] «{ $title }» no está traducido a { LANGUAGE($locale) }: lo dice un aviso, y el texto está en otro idioma
        [copy] «{ $title }» no está traducido a { LANGUAGE($locale) }: el texto es el del original
       *[silent] «{ $title }» no está traducido a { LANGUAGE($locale) }: el texto está en otro idioma
    }
finding-partial = «{ $title }» solo está en parte en { LANGUAGE($locale) }: el { $percent } % de las letras está en { LANGUAGE($source) }
finding-outdated =
    { $changes ->
        [one] «{ $title }» está desfasado en { LANGUAGE($locale) }: queda pendiente 1 cambio del original
       *[other] «{ $title }» está desfasado en { LANGUAGE($locale) }: quedan pendientes { $changes } cambios del original
    }{ $class ->
        [major] {" (mayor)"}
        [mirror] {" (espejo)"}
        [minor] {" (menor)"}
       *[cosmetic] {" (cosmético)"}
    }; véase `cotejo diff`
finding-unrecorded = «{ $title }» está traducido a { LANGUAGE($locale) }, pero sin registrar; ejecutar `cotejo accept` cuando esté al día
finding-moved =
    { $changes ->
        [0] { $from } ya no está y «{ $title }» se le parece; su ficha en { LANGUAGE($locale) } espera para seguirlo
        [one] { $from } ya no está y «{ $title }» se le parece; según su ficha en { LANGUAGE($locale) } queda pendiente 1 cambio del original
       *[other] { $from } ya no está y «{ $title }» se le parece; según su ficha en { LANGUAGE($locale) } quedan pendientes { $changes } cambios del original
    }{ $class ->
        [none] {""}
        [major] {" (mayor)"}
        [mirror] {" (espejo)"}
        [minor] {" (menor)"}
       *[cosmetic] {" (cosmético)"}
    }{ $candidates ->
        [none] ; ejecutar `cotejo accept --moved` y después `cotejo diff`
       *[other] ; puede ser cualquiera de estos: { $candidates }: ejecutar `cotejo accept --moved { $from } { $path }` si es este, y después `cotejo diff`
    }
finding-undecided = «{ $title }» tiene demasiado poco texto en { LANGUAGE($locale) } para saber su idioma
finding-orphan = { $article }: la versión en { LANGUAGE($locale) } no tiene original; véase `cotejo pair`
finding-ambiguous = «{ $title }»: no está decidido qué archivo es la versión en { LANGUAGE($locale) }: { $candidates }; `cotejo pair` dice por qué, y [[pair]] en cotejo.toml lo decide
finding-unreadable = { $why }
finding-not-published =
    { $served ->
        [none] «{ $title }» está al día en { LANGUAGE($locale) }, pero el sitio lo sirve en otro idioma
       *[other] «{ $title }» está al día en { LANGUAGE($locale) }, pero el sitio lo sirve en { LANGUAGE($served) }
    }
finding-flawed =
    { $kind ->
        [not-utf8] el archivo no es UTF-8 y se ha leído como Windows-1252; guardarlo como UTF-8
        [broken-utf8] UTF-8 dañado; volver a escribir los caracteres
        [broken-utf16] UTF-16 dañado; guardar el archivo como UTF-8
        [nul] un byte nulo, que ningún texto tiene
        [front-matter] los metadatos iniciales están mal formados y no se han tocado
       *[too-deep] anidado a demasiada profundidad; el resto del texto no se ha tocado
    }{ $count ->
        [1] {""}
       *[other] {" "}({ $count } lugares del archivo; `cotejo inspect` los enumera)
    }
finding-stale-notice = «{ $title }» está traducido a { LANGUAGE($locale) }, pero un aviso sigue diciendo que no está disponible
finding-coverage-low = { $locale }: el { $percent } % de los artículos está al día ({ $current } de { $articles }); la política exige el { $least } %
finding-debt-grown = la lista de deudas ha crecido: { $debt } de { $article } en { $locale } no estaba en ella; traducirlo o quitar la línea
finding-debt-paid = { $debt } de { $article } en { $locale } está saldada; quitar la línea o ejecutar con --record-debts
finding-nothing-recorded =
    { $count ->
        [one] todavía no hay nada registrado; cuando 1 versión traducida esté al día con su original, ejecutar `cotejo accept --all`
       *[other] todavía no hay nada registrado; cuando las { $count } versiones traducidas estén al día con sus originales, ejecutar `cotejo accept --all`
    }

sarif-more =
    { $count ->
        [one] y 1 hallazgo más; las vistas de análisis de código no aceptan más de 25 000 por ejecución
       *[other] y { $count } hallazgos más; las vistas de análisis de código no aceptan más de 25 000 por ejecución
    }
github-more =
    { $count ->
        [one] y 1 más; la lista de abajo los contiene todos
       *[other] y { $count } más; la lista de abajo los contiene todos
    }

check-passed-unchanged =
    { $count ->
        [one] omitidas: 1 versión que la rama no ha tocado
       *[other] omitidas: { $count } versiones que la rama no ha tocado
    }
check-passed-unread =
    { $count ->
        [one] omitidos: 1 lugar que no se puede leer y que la rama no ha tocado
       *[other] omitidos: { $count } lugares que no se pueden leer y que la rama no ha tocado
    }
check-passed-coverage =
    { $count ->
        [one] omitida: la cobertura baja de 1 idioma que la rama no ha tocado
       *[other] omitida: la cobertura baja de { $count } idiomas que la rama no ha tocado
    }
check-passed-debt =
    { $count ->
        [one] omitidas: 1 deuda registrada
       *[other] omitidas: { $count } deudas registradas
    }
check-passed-hints =
    { $count ->
        [one] sin mostrar: 1 sugerencia sobre una traducción; véase `cotejo qa`
       *[other] sin mostrar: { $count } sugerencias sobre traducciones; véase `cotejo qa`
    }
check-passed-grace =
    { $count ->
        [one] en sus días de gracia: 1
       *[other] en sus días de gracia: { $count }
    }

check-sum-passes =
    { $cases ->
        [one] superado: 1 versión examinada
       *[other] superado: { $cases } versiones examinadas
    }, { $errors ->
        [one] 1 error
       *[other] { $errors } errores
    }, { $warnings ->
        [one] 1 advertencia
       *[other] { $warnings } advertencias
    }, { $hints ->
        [one] 1 sugerencia
       *[other] { $hints } sugerencias
    }
check-by-code = por código: { $codes }
check-sum-fails =
    { $cases ->
        [one] no superado: 1 versión examinada
       *[other] no superado: { $cases } versiones examinadas
    }, { $errors ->
        [one] 1 error
       *[other] { $errors } errores
    }, { $warnings ->
        [one] 1 advertencia
       *[other] { $warnings } advertencias
    }, { $hints ->
        [one] 1 sugerencia
       *[other] { $hints } sugerencias
    }
check-sum-incomplete =
    { $cases ->
        [one] no se ha podido leer todo: 1 versión examinada
       *[other] no se ha podido leer todo: { $cases } versiones examinadas
    }, { $errors ->
        [one] 1 error
       *[other] { $errors } errores
    }, { $warnings ->
        [one] 1 advertencia
       *[other] { $warnings } advertencias
    }, { $hints ->
        [one] 1 sugerencia
       *[other] { $hints } sugerencias
    }

check-coverage-elsewhere = --min-coverage nombra { $locale }, que esta ejecución no examina; nombrarlo también con --locale, o quitar --locale
check-debts-new =
    { $count ->
        [one] 1 de estas deudas es nueva
       *[other] { $count } de estas deudas son nuevas
    }
check-debts-recorded =
    { $count ->
        [one] { $path } tiene ahora 1 deuda
       *[other] { $path } tiene ahora { $count } deudas
    }
check-debts-first = { $path } es nueva en esta rama: en «{ $name }» no hay lista de deudas con la que compararla
check-debts-outside = { $path } no está en el proyecto; la lista de deudas va dentro de la carpeta de cotejo.toml
check-debts-hint = la lista de deudas tiene una línea por deuda: código, artículo e idioma separados por tabuladores; --record-debts la escribe
check-debts-missing = no hay ninguna lista de deudas en { $path }
check-debts-missing-hint = indicar la lista que existe, o escribir esta con --record-debts
check-debt-bad = { $path }:{ $line }: no es una deuda: { $why }
check-debt-fields = hacen falta tres campos separados por tabuladores: código, artículo, idioma
check-debt-code = el primer campo no es un código que se pueda deber, como missing u outdated
check-debt-locale = el último campo no es un idioma

check-ref-unknown = git no conoce ningún commit «{ $name }»
check-ref-unknown-hint = indicar una rama, una etiqueta o un commit, o traerlo antes: git fetch origin { "<" }rama{ ">" }
check-ref-shallow = este clon es superficial y no contiene el punto en que se separan «{ $name }» y la copia de trabajo
check-ref-unrelated = «{ $name }» y la copia de trabajo no tienen historial en común
check-ref-unrelated-hint = indicar la rama de la que salió esta
check-unshallow = ejecutar git fetch --unshallow, o clonar con el historial completo (fetch-depth: 0)
check-history-short = { $path }: el historial de este clon es demasiado corto para saber desde cuándo está desfasada la versión
check-age-unknown = { $path }: nada dice desde cuándo está desfasada la versión, porque el proyecto no está en git
check-age-unknown-hint = ejecutar en una copia de git, o sin días de gracia (--grace-days 0)
check-git-none = no existe el comando git
check-git-none-hint = instalar git, o ejecutar sin --only-changed-since ni --grace-days
check-git-nowhere = el proyecto no está en ninguna copia de git
check-git-nowhere-hint = ejecutar en una copia de git, o sin --only-changed-since
check-git-dubious = git se niega a mirar en un repositorio que pertenece a otro usuario
check-git-dubious-hint = si es de confianza: git config --global --add safe.directory { "<" }carpeta{ ">" }
check-git-failed = git { $command } ha fallado: { $said }
check-git-io = no se ha podido ejecutar git { $command }: { $cause }
