help-pair-rows = Mostrar todos los artículos, por muchos que sean

pair-head =
    { $articles ->
        [one] 1 artículo
       *[other] { $articles } artículos
    } en { $collections ->
        [one] 1 colección
       *[other] { $collections } colecciones
    }
pairing-paired = emparejada
pairing-missing = falta
pairing-unwanted = no deseada
pairing-orphan = huérfana
pairing-ambiguous = ambigua
pairing-unreadable = ilegible

pair-files =
    { $count ->
        [0] ningún archivo del proyecto está en una colección
        [one] 1 archivo del proyecto:
       *[other] { $count } archivos del proyecto:
    }
pair-files-source =
    { $count ->
        [one] 1 original
       *[other] { $count } originales
    }
pair-files-target =
    { $count ->
        [one] 1 traducción
       *[other] { $count } traducciones
    }
pair-files-page =
    { $count ->
        [one] 1 página
       *[other] { $count } páginas
    }
pair-files-orphan =
    { $count ->
        [one] 1 huérfano
       *[other] { $count } huérfanos
    }
pair-files-ambiguous =
    { $count ->
        [one] 1 ambiguo
       *[other] { $count } ambiguos
    }
pair-files-unplaced = { $count } de ningún artículo

pair-source = original { $locale }: { $path }
pair-page = página pedida en { LANGUAGE($locale) }: { $path }
pair-page-unknown = página pedida en un idioma desconocido: { $path }
pair-paired = { $path } ({ $by })
pair-candidates =
    { $count ->
        [one] 1 archivo puede ser la versión:
       *[other] { $count } archivos pueden ser la versión:
    }
pair-candidate = { $by } ({ $shared }); { $why }
pair-settle = decidirlo en cotejo.toml, con la traducción que corresponda:
pair-more = … y { $count } más
pair-rows-hint =
    { $count ->
        [one] 1 lugar; mostrarlo con --rows
       *[other] { $count } lugares; mostrarlos con --rows, elegir con --pairing, --locale, --path
    }

pair-by-hand = a mano
pair-by-key = por una clave del front matter
pair-by-url = por su dirección
pair-by-template = por su ruta
pair-by-twin = por su ruta, salvo mayúsculas
pair-by-page = por su página

pair-why-several-versions = otros archivos reclaman el mismo lugar
pair-why-several-articles = encaja en varios artículos: { $articles }
pair-why-key-differs = pero { $name } es «{ $target }» aquí y «{ $source }» en el original

pair-unplaced-head =
    { $count ->
        [one] 1 archivo no pertenece a ningún artículo:
       *[other] { $count } archivos no pertenecen a ningún artículo:
    }
pair-unplaced = { $path }: { $why }
unplaced-no-locale = ni su ruta ni su front matter indican un idioma que se entienda; indicarlo ahí, o en un [[pair]] con locale
unplaced-other-locale = su idioma, «{ $locale }», no es del proyecto; añadirlo a targets o excluir el archivo
unplaced-no-collection = su colección no está en cotejo.toml
unplaced-seen-twice = lo reclaman varias colecciones ({ $collections }); ajustar sus plantillas o usar exclude

pair-notes-head =
    { $count ->
        [one] 1 observación:
       *[other] { $count } observaciones:
    }
pair-note-twin = { $path } se ha emparejado con { $with }, aunque los nombres difieren en mayúsculas o tildes; cambiar el nombre de uno
pair-note-outranked = { $path } encajaría { $by }, pero { $holder } ocupa el lugar con mejores indicios
pair-note-shared =
    { $count ->
        [one] se conoce 1 original { $by } como { $shared }: { $paths }
       *[other] se conocen { $count } originales { $by } como { $shared }, que debería ser de uno solo: { $paths }
    }
pair-note-unseen = { $path }, nombrado en un [[pair]], no está en ninguna colección o no existe; corregir la ruta
pair-note-impossible = la pareja [[pair]] de { $source } y { $target } es imposible: están en el mismo idioma, o el original es a su vez una traducción; corregirla
