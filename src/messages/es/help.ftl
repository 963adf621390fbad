help-usage = Uso:
help-commands = Órdenes
help-arguments = Argumentos
help-options = Opciones
help-global-options = Opciones de todas las órdenes
help-values = uno de: { $values }
help-default = si no se indica: { $value }

value-OPTIONS = OPCIONES
value-COMMAND = ORDEN
value-LOCALE = IDIOMA
value-LOCALES = IDIOMAS
value-WHEN = CUÁNDO
value-FOLDER = CARPETA
value-TIME = MOMENTO
value-CONCEPT = CONCEPTO
value-ARTICLE = ARTÍCULO
value-FILE = ARCHIVO
value-PATH = RUTA
value-FORMAT = FORMATO
value-VERDICT = VEREDICTO
value-COLLECTION = COLECCIÓN
value-PATTERN = PATRÓN
value-KEY = CLAVE
value-NUMBER = NÚMERO
value-STATE = ESTADO
value-TEXT = TEXTO
value-NAME = NOMBRE
value-REF = REF
value-SEVERITY = GRAVEDAD
value-COVERAGE = IDIOMA=PORCENTAJE
value-COUNT = CANTIDAD
value-DAYS = DÍAS
value-THRESHOLD = VEREDICTO
value-CLASS = CLASE
value-PAIRING = EMPAREJAMIENTO
value-ENCODING = CODIFICACIÓN
value-PREFIX = PREFIJO

help-cotejo = Mantiene cada artículo y sus versiones en otros idiomas al mismo paso.
help-cotejo-long =
    Para empezar: `cotejo init` en la carpeta de los artículos y, después, `cotejo status`.

    `cotejo help ORDEN` muestra las opciones de una orden.

    Códigos de salida: 0 hecho, 1 un control ha encontrado algo (`check`, `qa`, `glossary check`, `glossary lint`),
    2 no se ha podido hacer el trabajo.

help-global-help = Mostrar esta ayuda
help-global-version = Mostrar la versión
help-global-lang = Idioma de la interfaz: en, es o fr (si no se indica: el de COTEJO_LANG, LC_ALL, LC_MESSAGES o LANG)
help-global-color = Cuándo usar color
help-global-project = Trabajar en esta carpeta y no en la actual
help-global-now = Tomar este momento por el actual, como 2026-11-21 o 2026-11-21T09:00:00Z

help-init = Examinar las carpetas y escribir un cotejo.toml comentado
help-init-dry-run = Mostrar lo que se escribiría, sin escribir nada
help-init-source = Idioma en que se escriben los artículos, si no se adivina bien
help-init-targets = Idiomas a los que se traducen, separados por comas

help-pair = Mostrar qué archivos van juntos y por qué
help-pair-pairing = Solo los emparejamientos de este tipo
help-pair-locale = Solo este idioma; se puede repetir
help-pair-collection = Solo esta colección
help-pair-path = Solo los artículos con una ruta que coincida, como news/2020/**
help-pair-format = Formato del resultado

help-inspect = Decir qué es una página (idioma, aviso, veredicto) y por qué
help-inspect-long =
    Con --jsonl se lee un objeto JSON por línea, {"{"}"id","text","requested"?,"source"?{"}"}, y se escribe
    su veredicto, también uno por línea, en el orden de lectura. Una línea que no se puede leer
    recibe por respuesta una línea con "error", y el trabajo continúa.
help-inspect-files = Las páginas; - es la entrada estándar
help-inspect-jsonl = Leer JSON Lines de los archivos o de la entrada estándar y escribir JSON Lines
help-inspect-locales = Idiomas del sitio, separados por comas (si no se indican: los del proyecto)
help-inspect-source-locale = Idioma en que se escriben los artículos (si no se indica: el del proyecto o el primero de --locales)
help-inspect-requested = Idioma en que se pidieron las páginas (si no se indica: el que digan ellas mismas)
help-inspect-source = Texto original, para reconocer una copia
help-inspect-format = Formato del resultado

help-status = Mostrar cómo está cada artículo en cada idioma
help-status-locale = Solo este idioma; se puede repetir
help-status-verdict = Solo este veredicto; se puede repetir
help-status-collection = Solo esta colección
help-status-path = Solo los artículos con una ruta que coincida, como news/2020/**
help-status-rows = Mostrar todos los artículos, por muchos que sean
help-status-sort = Orden de las filas
help-status-format = Formato del resultado

help-diff = Mostrar qué ha cambiado en el original desde la base, junto a la traducción
help-diff-articles = Artículos por id, ruta o patrón (si no se indican: todos los desfasados)
help-diff-locale = Solo este idioma; se puede repetir
help-diff-class = Solo los cambios de esta clase o de una más grave
help-diff-format = Formato del resultado
help-diff-side-by-side = En dos columnas, si el terminal es bastante ancho

help-accept = Registrar que unas versiones están al día con su original
help-accept-articles = Artículos por id, ruta o patrón
help-accept-locale = Solo este idioma, entero si no se indica ningún artículo; se puede repetir
help-accept-units = Solo estas unidades, como las nombra diff: 3 o 2-5, o las letras de una que ya no está, separadas por comas
help-accept-all = Todos los artículos
help-accept-state = Estado de los vínculos que se registran
help-accept-reason = Por qué la traducción no necesita cambios; hace falta tras un cambio mayor que no ha seguido
help-accept-by = Quién acepta (si no se indica: COTEJO_BY o el user.name de git)
help-accept-moved = Hacer que las fichas sigan a los originales que han cambiado de lugar; con ANTES DESPUÉS, las del que estaba en ANTES pasan a DESPUÉS
help-accept-undo = Deshacer la última aceptación
help-accept-dry-run = Mostrar lo que se registraría o se desharía, sin escribir nada

help-check = Fallar si hay traducciones desfasadas, para la integración continua
help-check-locale = Solo este idioma; se puede repetir
help-check-fail-on = Veredictos o clases de cambio que hacen fallar, separados por comas (si no se indican: los de la política)
help-check-min-coverage = Porcentaje mínimo de artículos al día, como es=80; se puede repetir
help-check-grace-days = No fallar por lo que lleve menos de estos días
help-check-only-changed-since = Solo lo que ha cambiado desde la base común con esta referencia de git
help-check-debts = Archivo de deudas admitidas, que solo puede menguar
help-check-record-debts = Escribir en el archivo de deudas lo que se encuentre ahora
help-check-format = Formato del resultado

help-report = Informar de la cobertura, para la redacción
help-report-locale = Solo este idioma; se puede repetir
help-report-collection = Solo esta colección
help-report-path = Solo los artículos con una ruta que coincida
help-report-format = Formato del resultado

help-help = Mostrar la ayuda de una orden
help-help-verb = La orden (si no se indica: todas)

help-glossary = Aplicar la base terminológica: buscar sus términos, revisar con ella las traducciones y revisarla
help-glossary-find = Mostrar dónde usa un texto los términos de la base, en cualquier número y género
help-glossary-find-long =
    Con --jsonl, una línea de entrada es {"{"}"id","text"{"}"} y una de salida {"{"}"id","hits"{"}"}; cada hallazgo
    lleva concepto, término, estado, y principio y fin en bytes del texto en UTF-8.
help-glossary-find-files = Los textos; - es la entrada estándar
help-glossary-find-locale = El idioma de los textos
help-glossary-find-glossary = La base: una carpeta o una tabla (por omisión, la del proyecto)
help-glossary-find-jsonl = Leer JSON Lines de los archivos o de la entrada estándar y escribir JSON Lines
help-glossary-find-format = Formato del resultado
help-glossary-import = Incorporar un archivo de términos a la base terminológica del proyecto
help-glossary-import-long =
    Los conceptos se reconocen por su identificador o, si el archivo no los tiene, por un término. Se añade lo
    que falta en la base; donde ambos dicen algo, se conserva lo que hay y se muestra la diferencia. Nunca se
    quita nada. accept --undo deshace una importación.
help-glossary-import-file = TBX, una tabla (CSV, TSV, XLSX), un glosario de OmegaT o de DeepL o una carpeta con las dos tablas; - es la entrada estándar
help-glossary-import-format = Formato del archivo (por omisión, según sus primeros bytes y su nombre)
help-glossary-import-locale = Los dos idiomas de una lista de pares, primero el de origen
help-glossary-import-encoding = Codificación de una tabla o lista sin marca de orden de bytes (por omisión, UTF-8)
help-glossary-import-glossary = La carpeta de la base dentro de la del proyecto (por omisión, glossary)
help-glossary-import-prefix = Anteponerlo a cada identificador del archivo
help-glossary-import-update = Donde ambos dicen algo, tomar lo que dice el archivo
help-glossary-import-dry-run = Mostrar lo que se haría, sin escribir nada
help-glossary-export = Escribir la base terminológica en el formato de otra herramienta
help-glossary-export-long =
    tbx y tbx-dct son TBX v3 (ISO 30042:2019); tbx2 es TBX v2, que leen OmegaT, Weblate y Virtaal. csv, tsv y
    cotejo lo guardan todo; lo que otro formato no puede guardar se cuenta en la salida de errores.
help-glossary-export-format = Formato del resultado
help-glossary-export-locale = Solo los términos de estos idiomas; en una lista de pares, el de origen y el de destino
help-glossary-export-output = Escribir en este archivo (con cotejo, en esta carpeta) y no en la salida estándar
help-glossary-export-glossary = La base: una carpeta o una tabla (por omisión, la carpeta glossary del proyecto)
help-glossary-check = Mostrar qué han hecho las traducciones con los conceptos de sus originales
help-glossary-check-long =
    De cada par de unidades alineadas: los términos que faltan (una advertencia), los desaconsejados o
    prohibidos (un error), los nombres sin la sigla que presenta el original y lo dicho de dos maneras en
    un artículo (una sugerencia). La columna enforce de la base dice otra cosa donde hace falta.
help-glossary-check-articles = Artículos por identificador, ruta, patrón o carpeta (por omisión, todos)
help-glossary-check-locale = Solo este idioma; puede repetirse
help-glossary-check-glossary = La base: una carpeta o una tabla (por omisión, la del proyecto)
help-glossary-check-fail-on = Fallar a partir de esta gravedad
help-glossary-check-format = Formato del resultado
help-glossary-apply = Corregir los términos desaconsejados y prohibidos donde es seguro
help-glossary-apply-long =
    El término preferido ocupa el lugar del desaconsejado o prohibido, en el mismo número, junto con las
    palabras anteriores que concuerdan con él, las contracciones y las mayúsculas; en el archivo no cambia
    nada más. Lo que puede no ser seguro (un adjetivo que habría de seguirlo, una cita, un código, un
    nombre) no se toca y se dice por qué. Sin --write se muestra el plan.

    El registro sigue las palabras de su versión: la que está al día sigue al día, y la que espera un
    cambio de su original sigue esperándolo. accept --undo lo deshace.
help-glossary-apply-articles = Artículos por identificador, ruta, patrón o carpeta (por omisión, todos)
help-glossary-apply-locale = Solo este idioma; puede repetirse
help-glossary-apply-concept = Solo este concepto, por su identificador, también sus indicios; puede repetirse
help-glossary-apply-glossary = La base: una carpeta o una tabla (por omisión, la del proyecto)
help-glossary-apply-write = Escribir los archivos, en un solo paso
help-glossary-apply-dry-run = Mostrar lo que se haría, sin escribir nada (por omisión)
help-glossary-apply-format = Formato del resultado
help-glossary-suggest = Enumerar los términos que necesitará quien traduzca un artículo
help-glossary-suggest-article = El artículo, por identificador, ruta o patrón
help-glossary-suggest-locale = El idioma al que se traduce
help-glossary-suggest-glossary = La base: una carpeta o una tabla (por omisión, la del proyecto)
help-glossary-suggest-format = Formato del resultado
help-glossary-extract = Enumerar términos y siglas que faltan en la base, los mejores primero
help-glossary-extract-long =
    Las secuencias de palabras que los originales dicen más de una vez se ordenan por su valor C: cuanto más
    largas y frecuentes, más probable es que sean términos. Las traducciones alineadas dicen cómo se dicen
    probablemente en cada idioma, con el número de unidades que lo avalan.
help-glossary-extract-articles = Artículos por identificador, ruta, patrón o carpeta (por omisión, todos)
help-glossary-extract-locale = Solo las traducciones a este idioma; puede repetirse
help-glossary-extract-glossary = La base: una carpeta o una tabla (por omisión, la del proyecto)
help-glossary-extract-least = Solo lo que está en los originales tantas veces o más
help-glossary-extract-limit = Mostrar como mucho tantos
help-glossary-extract-format = Formato del resultado
help-glossary-lint = Mostrar los defectos de la propia base
help-glossary-lint-glossary = La base: una carpeta o una tabla (por omisión, la del proyecto)
help-glossary-lint-fail-on = Fallar a partir de esta gravedad
help-glossary-lint-format = Formato del resultado
