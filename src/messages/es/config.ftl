config-unnamed = (sin nombre)
config-line-end = el fin de la línea

config-problem-too-large = el archivo tiene más de { $limit } bytes; una configuración ocupa unos cientos de líneas: hay que sacar lo que no es suyo
config-problem-syntax-escape = la barra inversa anterior empieza un escape que TOML no tiene: { $found }; duplicarla, o poner el texto entre '…'
config-problem-syntax-character = hay un carácter de control en esta línea: { $found }; quitarlo
config-problem-syntax-no-value = falta el valor: { $found }; escribirlo después del signo =, como source = "en", o quitar la línea
config-problem-syntax-number = { $found } no es un número; escribirlo solo con cifras, sin cero delante, o poner el texto entre comillas
config-problem-syntax-no-equals = { $found } no es ni clave = valor ni una [tabla]; escribir una de las dos cosas, o empezar un comentario con #
config-problem-syntax-colon = entre la clave y el valor va =, no dos puntos: { $found }
config-problem-syntax-key = { $found } no puede estar en una clave; las claves tienen letras de la a a la z, cifras, - y _; poner las demás entre comillas
config-problem-syntax-key-empty = falta una clave: { $found }; escribir clave = valor, o un encabezado como [policy]
config-problem-syntax-rest = { $found } sobra al final de esta línea; quitarlo o ponerlo en una línea propia; varios valores forman una lista, como ["es", "fr"]
config-problem-syntax-heading = el encabezado { $found } no está cerrado; escribirlo como [policy] o [[collection]], solo en su línea
config-problem-syntax-comma = falta una coma antes de { $found }; poner una entre los valores de una lista
config-problem-syntax-comma-extra = sobra una coma: { $found }; quitarla
config-problem-syntax-bracket = { $found } cierra lo que nada abrió; quitarlo
config-problem-syntax-conflict = aquí hay una marca de conflicto de fusión: { $found }; conservar un lado, y quitar las líneas que empiezan por <<<<<<<, ======= y >>>>>>>
config-problem-syntax-list = lo que { $key } abre aquí no está cerrado; poner { $close } después de su último valor
config-problem-syntax = esto no es TOML: { $found }; escribir clave = valor, o una [tabla] en una línea propia
config-problem-syntax-string = un texto entre comillas no está cerrado: { $found }; cerrarlo en la misma línea, con la comilla con que empieza
config-problem-syntax-value = { $found } no es un valor; poner los textos entre comillas, como source = "en"; true y false van en minúsculas
config-problem-syntax-unclosed = un corchete o una llave no está cerrado: { $found }; cerrarlo
config-problem-too-deep = hay tablas o listas anidadas a demasiada profundidad: { $found }
config-problem-duplicate-key = { $key } aparece aquí dos veces; dejar una sola
config-problem-unknown-key =
    no existe la clave { $key } { $table ->
        [top] en la raíz del archivo
        [front_matter] en [front_matter]
        [policy] en [policy]
        [urgency] en [urgency]
        [termbase] en [termbase]
        [memory] en [memory]
       *[other] en [[{ $table }]]
    }; quitarla, o usar una de estas: { $known }
config-problem-unknown-key-near =
    no existe la clave { $key } { $table ->
        [top] en la raíz del archivo
        [front_matter] en [front_matter]
        [policy] en [policy]
        [urgency] en [urgency]
        [termbase] en [termbase]
        [memory] en [memory]
       *[other] en [[{ $table }]]
    }; ¿se quería decir { $nearest }?
config-problem-wrong-type =
    { $key } debe ser { $expected ->
        [text] un texto entre comillas, como "en"
        [texts] una lista de textos, como ["es", "fr"]
        [table] una tabla, como {"{"} clave = "valor" {"}"}
        [tables] una lista de tablas, cada una bajo una línea [[{ $key }]]
       *[whole-number] un número entero sin comillas
    }, y es { $found ->
        [string] un texto
        [integer] un número entero
        [float] un número con decimales
        [boolean] true o false
        [array] una lista
        [table] una tabla
       *[datetime] una fecha
    }
config-problem-missing-key =
    falta { $key } { $table ->
        [top] en la raíz del archivo
        [front_matter] en [front_matter]
        [policy] en [policy]
        [urgency] en [urgency]
        [termbase] en [termbase]
        [memory] en [memory]
       *[other] en este [[{ $table }]]
    }; hay que añadirla
config-problem-empty-value = { $key } está vacía; darle un valor o quitar la línea
config-problem-bad-locale = «{ $value }» no es una etiqueta de idioma; escribir BCP 47, como es, pt-BR o zh-Hans
config-problem-locale-undetermined = «{ $value }» no nombra ninguna lengua (es la etiqueta de lo indeterminado), así que de ningún texto se puede decir que esté en ella; escribir la etiqueta de la lengua, como es o pt-BR
config-problem-locale-private = «{ $value }» es una etiqueta privada sin lengua, que solo entienden quienes la acordaron; escribir la etiqueta de la lengua, como es o pt-BR, y en segments cómo la llaman carpetas y direcciones
config-problem-locale-extended = «{ $value }» tiene una parte privada o una extensión, y aquí un idioma es lengua, escritura y región; escribir lo que está delante de esa parte, y en segments cómo lo llaman carpetas y direcciones
config-problem-unknown-locale = «{ $value }» no es un idioma del proyecto ({ $known }); añadirlo a targets o corregirlo aquí
config-problem-source-is-target = «{ $locale }» es el idioma original y no puede ser también de destino; quitarlo de targets
config-problem-duplicate-value = { $key } tiene «{ $value }» dos veces; dejar una sola
config-problem-bad-choice = «{ $value }» no es un valor de { $key }; elegir uno de estos: { $choices }
config-problem-bad-choice-near = «{ $value }» no es un valor de { $key }; ¿se quería decir { $nearest }? Los que hay: { $choices }
config-problem-out-of-range = { $key } = { $value } queda fuera de los límites; debe estar entre { $min } y { $max }
config-problem-bad-segment = «{ $segment }» no puede representar un idioma en una ruta; escribir un segmento de 64 caracteres como máximo, sin espacios, barras ni llaves
config-problem-bad-name = el nombre «{ $value }» no puede encabezar los identificadores de los artículos; quitar /, ~ y los caracteres de control
config-problem-bad-glob = { $key }: «{ $value }» no es un patrón de rutas; cerrar todos los corchetes: * no sale de la carpeta, ** cruza carpetas
config-problem-bad-url = { $key }: «{ $value }» no es una dirección web; escribirla entera, como https://example.org/
config-problem-path-absolute = { $key }: «{ $value }» parte de la raíz del disco o de la carpeta personal; escribir la ruta desde la carpeta de cotejo.toml
config-problem-path-climbs = { $key }: «{ $value }» sale del proyecto o tiene un segmento vacío; escribir la ruta desde la carpeta de cotejo.toml, sin . ni ..
config-problem-path-backslash = { $key }: «{ $value }» tiene una barra inversa; escribir / entre carpetas, en cualquier sistema
config-problem-template-brace = la plantilla «{ $template }» tiene una llave sin abrir o sin cerrar; escribir {"{locale}"}, {"{name}"} o {"{path}"}
config-problem-template-placeholder = la plantilla «{ $template }» tiene {"{"}{ $placeholder }{"}"}, que no representa nada; hay {"{locale}"}, {"{name}"} y {"{path}"}
config-problem-template-placeholder-near = la plantilla «{ $template }» tiene {"{"}{ $placeholder }{"}"}, que no representa nada; ¿se quería decir {"{"}{ $nearest }{"}"}?
config-problem-template-name-and-path = la plantilla «{ $template }» tiene {"{name}"} y {"{path}"}; dejar uno: {"{path}"} puede cruzar carpetas, {"{name}"} no
config-problem-template-stem-twice = la plantilla «{ $template }» tiene {"{name}"} o {"{path}"} dos veces; dejar uno
config-problem-template-no-stem = la plantilla «{ $template }» no tiene {"{name}"} ni {"{path}"}, así que todos sus archivos serían un solo artículo; poner lo que distingue un artículo de otro
config-problem-template-no-locale = a la plantilla «{ $template }» de { $key } le falta {"{locale}"}; ponerlo donde las rutas llevan el idioma, o indicar locale_from = "front-matter"
config-problem-template-locale = la plantilla «{ $template }» de { $key } tiene {"{locale}"}, pero los originales están en un solo idioma; quitarlo, o usar files = para una plantilla de todos los idiomas
config-problem-template-locale-apart = la plantilla «{ $template }» de { $key } tiene {"{locale}"}, pero locale_from = "front-matter" deja que cada archivo diga su idioma; quitar uno de los dos
config-problem-locale-from-sides = la colección { $name } tiene locale_from = "front-matter", que solo va con files; quitarlo, o usar files para todos los idiomas
config-problem-template-adjacent = la plantilla «{ $template }» tiene dos marcadores sin nada en medio y no se sabe dónde acaba el primero; poner un carácter entre los dos
config-problem-template-too-long = la plantilla «{ $template }» es demasiado larga o tiene más de 16 partes; acortarla
config-problem-template-star = la plantilla «{ $template }» tiene un *, que en una plantilla no representa nada; escribir {"{name}"} para un nombre, {"{path}"} para una ruta que cruza carpetas
config-problem-template-reserved = la plantilla «{ $template }» lleva a { $folder }, donde no se busca ningún artículo; tener los artículos en otra carpeta
config-problem-template-in-ledger = la plantilla «{ $template }» lleva a { $ledger }, la carpeta de los registros, donde no se busca ningún artículo; tener los artículos en otra carpeta, o cambiar ledger
config-problem-collection-no-files = la colección { $name } no dice qué archivos tiene; darle files, o source y target, o pages
config-problem-collection-mixed = la colección { $name } tiene files además de source, target o pages; dejar solo files, o quitarlo
config-problem-collection-half = la colección { $name } tiene { $has } pero no { $lacks }; añadir { $lacks }, o usar files para una plantilla de todos los idiomas
config-problem-collections-overlap = las colecciones { $name } y { $other } se quedarían las dos con { $example }; ajustar una plantilla, o dar exclude a una de ellas
config-problem-key-for-pages = { $key } es para páginas guardadas, y la colección { $name } no tiene; quitarla, o añadir pages
config-problem-wish-of-nothing = este [[{ $table }]] no se refiere a ningún artículo; darle path o article
config-problem-pair-one-file = source y target son { $path } los dos; nombrar los dos archivos de la pareja
config-problem-pair-target-twice = { $path } es también el destino del [[pair]] de la línea { $other }; un archivo es la versión de un solo artículo: dejar uno de los dos
config-problem-notice-slot = el aviso tiene un hueco {"{"}{ $slot }{"}"}; hay {"{target}"} y {"{served}"}
config-problem-no-collection = no hay ninguna [[collection]], así que ningún archivo pertenece a un artículo; añadir una, o pedir una propuesta con `cotejo init --dry-run`
config-problem-template-folder = la plantilla «{ $template }» de { $key } no coincide con ningún archivo: no existe la carpeta { $folder }; corregir la plantilla, o poner allí los archivos
config-problem-template-folder-near = la plantilla «{ $template }» de { $key } no coincide con ningún archivo: no existe la carpeta { $folder }; ¿se quería decir { $nearest }?
config-problem-template-excluded = la plantilla «{ $template }» de { $key } se queda sin archivos: exclude los quita, como { $example }; ajustar exclude
config-problem-template-taken = la plantilla «{ $template }» de { $key } no tiene archivos propios: se los lleva otra plantilla, como { $example }; corregir una de las dos, o poner allí los archivos
config-problem-template-unlike = la plantilla «{ $template }» de { $key } no coincide con ningún archivo: tomaría { $wanted }, y lo que hay es como { $found }; corregir la plantilla, o nombrar en segments la carpeta del idioma
config-problem-template-empty = la plantilla «{ $template }» de { $key } no coincide con ningún archivo: no hay ninguno donde estaría { $wanted }; corregir la plantilla, o poner allí los archivos
config-problem-pair-outside = { $key } de este [[pair]] nombra { $path }, que no está en ninguna colección; dar a una colección una plantilla que lo tome, o quitarlo de exclude
config-problem-pair-no-file = { $key } de este [[pair]] nombra { $path }, que no existe; corregir la ruta, o quitar la pareja
config-problem-pair-no-file-near = { $key } de este [[pair]] nombra { $path }, que no existe; ¿se quería decir { $nearest }?
config-problem-wish-path-idle = ningún artículo tiene un archivo que coincida con { $key } = «{ $value }» de este [[{ $table }]]; los patrones empiezan en la carpeta de cotejo.toml, * no sale de la carpeta, ** cruza carpetas: corregirlo, o quitarlo
config-problem-wish-path-is-id = ningún archivo coincide con { $key } = «{ $value }» de este [[{ $table }]], pero sí identificadores de artículos; escribir article = "{ $value }"
config-problem-wish-id-idle = ningún artículo tiene un identificador que coincida con { $key } = «{ $value }» de este [[{ $table }]]; los identificadores empiezan por el nombre de la colección, y `cotejo pair --rows` los enumera: corregirlo, o quitarlo
config-problem-wish-id-is-path = ningún identificador coincide con { $key } = «{ $value }» de este [[{ $table }]], pero sí rutas de archivos; escribir path = "{ $value }"
config-problem-wish-both-idle = ningún artículo cumple a la vez { $key } = «{ $value }» y article de este [[{ $table }]]; quitar uno, o escribir dos [[{ $table }]]
config-more =
    { $count ->
        [one] y 1 advertencia más de cotejo.toml
       *[other] y { $count } advertencias más de cotejo.toml
    }

config-intro = Lo que cotejo debe saber de este proyecto: qué archivos son artículos y en qué idiomas están. Una línea que empieza por # es un comentario. Una clave comentada muestra su valor por defecto o un ejemplo: para cambiarla, quitar el #.
config-optional = A continuación, lo que un proyecto puede decir además; para usar un bloque, quitarle los #.
config-example-pages = Una colección de páginas tal como las sirvió un sitio, con sus traducciones al lado, y todas las claves que puede tener una colección.
config-example-front-matter = Una colección cuyos archivos dicen su idioma en su front matter.
config-table-collection = Un grupo de archivos que describe una plantilla: {"{locale}"} representa el idioma, {"{name}"} un nombre, {"{path}"} una ruta que puede cruzar carpetas.
config-table-collection-page = Lo que se sabe de una página guardada.
config-table-keep = Artículos que no se traducen.
config-table-local = Artículos que existen en un solo idioma.
config-table-pair = Una pareja decidida a mano; prevalece sobre todo lo que diría cotejo.
config-table-front_matter = Las claves del front matter que lee el emparejamiento, cada lista por orden de preferencia.
config-table-policy = Qué cuenta como deuda y qué hace fallar `cotejo check`.
config-table-urgency = Qué hace urgente un artículo cuando `cotejo pull` reparte trabajo.
config-table-termbase = La base terminológica: el glosario con el que se cotejan los textos. Sin esto se usa la carpeta glossary, si existe.
config-table-memory = Memorias de traducción de otras herramientas (TMX) de las que `cotejo pull` ofrece coincidencias, además de las traducciones del proyecto.
config-table-notice = Una fórmula propia del sitio para «esta página no está disponible en su idioma».

config-key-source = El idioma en que se escriben los artículos, si nada más cercano dice otra cosa.
config-key-targets = Los idiomas a los que se traducen los artículos.
config-key-ledger = La carpeta de las fichas; hay que mantenerla en el control de versiones.
config-key-segments = Lo que representa un idioma en rutas y direcciones, si no es su etiqueta.
config-key-collection = Las colecciones: grupos de archivos que describe una plantilla.
config-key-keep = Artículos que no se traducen.
config-key-local = Artículos que existen en un solo idioma.
config-key-pair = Parejas decididas a mano.
config-key-front_matter = Las claves del front matter que lee el emparejamiento.
config-key-policy = Qué cuenta como deuda y qué hace fallar una comprobación.
config-key-urgency = Qué hace urgente un artículo al repartir trabajo.
config-key-termbase = El glosario con el que se cotejan los textos.
config-key-memory = Memorias de traducción de otras herramientas de las que se ofrecen coincidencias.
config-key-notice = Las fórmulas propias del sitio para «esta página no está disponible en su idioma».

config-key-collection-name = Su nombre, que encabeza los identificadores de sus artículos.
config-key-collection-files = Una plantilla para todos los idiomas.
config-key-collection-locale_from = Qué indica el idioma de estos archivos: "path", la ruta, o "front-matter" (y entonces la plantilla no lleva {"{locale}"}).
config-key-collection-source = La plantilla de los originales, que están aparte.
config-key-collection-target = La plantilla de las traducciones.
config-key-collection-pages = La plantilla de las páginas guardadas, tal como las sirvió un sitio.
config-key-collection-requested = El idioma en que se pidieron las páginas, si no lo dicen ni la ruta ni la dirección.
config-key-collection-base_url = La dirección del sitio, para las direcciones de página que son solo una ruta.
config-key-collection-format = El formato de los archivos (text, markdown), si no lo dice la extensión.
config-key-collection-source_locale = El idioma en que se escriben los artículos de esta colección.
config-key-collection-segments = Lo que representa un idioma en estas rutas, si no es su etiqueta.
config-key-collection-exclude = Archivos que no forman parte de ella, aunque encajen.
config-key-collection-page = Páginas sueltas, indicadas a mano.
config-key-collection-page-file = El archivo de la página.
config-key-collection-page-requested = El idioma en que se pidió.
config-key-collection-page-url = La dirección en que se sirvió.
config-key-collection-page-article = Un nombre que reúne las páginas de un artículo.
config-key-keep-path = Un patrón para las rutas de sus archivos.
config-key-keep-article = Un patrón para sus identificadores.
config-key-keep-locales = Los idiomas para los que vale; todos, si no se indica.
config-key-keep-reason = El porqué, para quien venga después.
config-key-local-path = Un patrón para las rutas de sus archivos.
config-key-local-article = Un patrón para sus identificadores.
config-key-local-locales = Los idiomas para los que vale; todos, si no se indica.
config-key-local-reason = El porqué, para quien venga después.
config-key-pair-source = El archivo del original, o una página del artículo.
config-key-pair-target = El archivo de la traducción.
config-key-pair-locale = El idioma de la traducción, si no lo dice su ruta.
config-key-front_matter-translation_key = Claves cuyo valor comparten todas las versiones de un artículo.
config-key-front_matter-locale = Claves que dicen en qué idioma está un archivo.
config-key-front_matter-source_locale = Claves que dicen en qué idioma se escribió el artículo.
config-key-front_matter-url = Claves con la dirección de la página.
config-key-policy-outdated_from = El cambio más leve que deja desfasada una versión: major, mirror, minor o cosmetic.
config-key-policy-unrecorded = Qué hace check con las versiones que no tienen ficha: allow, warn o fail.
config-key-policy-quality = Qué hace check con lo que qa encuentra en las traducciones: allow, warn, errors o warnings.
config-key-policy-fail_on = Qué hace fallar una comprobación: veredictos y clases de cambio.
config-key-policy-grace_days = Días que una versión puede llevar de retraso antes de que falle una comprobación.
config-key-policy-coverage = La proporción mínima de versiones al día, en tanto por ciento, por idioma.
config-key-urgency-fresh = Cuánto pesa que una página sea reciente, de 0 a 1000.
config-key-urgency-change = Cuánto pesa que quede por hacer una gran parte.
config-key-urgency-traffic = Cuánto pesa que se lea mucho, si hay cifras.
config-key-urgency-half_life = Tras estos días, una página es la mitad de reciente.
config-key-urgency-figures = Un archivo CSV: en cada fila, el identificador, la ruta o la dirección de un artículo y cuántas veces se leyó.
config-key-termbase-path = Una carpeta con concepts.tsv y terms.tsv, o una tabla.
config-key-memory-files = Archivos TMX bajo la raíz del proyecto, como patrones.
config-key-memory-penalty = Cuántos puntos se restan a cada coincidencia suya, de 0 a 30.
config-key-notice-name = Un nombre para indicios e informes.
config-key-notice-text = La fórmula; {"{target}"} representa el nombre del idioma pedido, {"{served}"} el del servido.
config-key-notice-locale = El idioma en que está escrito el aviso.

guess-system = { $file } es de { $name }
guess-locale-folders = { $folder } tiene una carpeta por idioma: { $locales }
guess-locale-endings = los nombres acaban en el idioma, como { $example }: { $locales }
guess-sources-apart = los originales están sin idioma en la ruta, como { $example }
guess-source-from-config = { $file } dice que el idioma original es «{ $locale }»
guess-source-most-files =
    { $files ->
        [one] se toma «{ $locale }» como idioma original: es el que más archivos tiene, 1
       *[other] se toma «{ $locale }» como idioma original: es el que más archivos tiene, { $files }
    }
guess-source-from-front-matter = se toma «{ $locale }» como idioma original: lo dice el front matter de { $file }
guess-source-from-script = se toma «{ $locale }» como idioma original: { $file } está en su escritura
guess-source-from-text = se toma «{ $locale }» como idioma original: { $file } está escrito en él
guess-source-left = se toma «{ $locale }» como idioma original: tiene archivos propios, y { $example } no tiene versión en él
guess-source-english = se toma en como idioma original: nada dice otra cosa y ningún otro archivo está en inglés
guess-source-unsure = se toma «{ $locale }» como idioma original, sin saberlo: indicarlo con --source
guess-source-told = «{ $locale }» es el idioma original, según --source
guess-targets-told = los idiomas de destino son los de --targets: { $locales }
guess-locale-from-config = { $file } incluye «{ $locale }»
guess-po-files = hay traducciones en archivos .po, que cotejo no lee: { $locales }
guess-front-matter-only = las entradas solo dicen su idioma en el front matter, como { $file } ({ $locales }); así lo indica locale_from = "front-matter"
guess-versioned-docs = { $folder } guarda versiones anteriores de la documentación; se han dejado fuera
guess-not-understood =
    { $files ->
        [one] 1 archivo de texto no encaja en ninguna colección: { $example }
       *[other] { $files } archivos de texto no encajan en ninguna colección, como { $example }
    }
guess-nothing-found = no se ha encontrado ningún lugar de las rutas donde estén los idiomas; escribir una [[collection]] a mano
guess-too-many-files = solo se han mirado los primeros { $files } archivos
