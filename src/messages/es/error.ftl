args-unknown = no existe la opción { $argument }
args-unexpected = sobra el argumento { $argument }
args-command = no existe la orden { $command }
args-no-command = no se ha indicado ninguna orden
args-missing = falta { $argument }
args-conflict = { $argument } no se puede usar junto con { $other }
args-twice = { $argument } aparece dos veces; dejar una sola
args-no-value = a { $argument } le falta un valor
args-flag-value = { $argument } no lleva valor; quitar «{ $value }»
args-value = «{ $value }» no es un valor de { $argument }; elegir entre: { $values }
args-bad-value = «{ $value }» no es un valor de { $argument }: { $why }
args-count = { $argument } no tiene el número de valores debido
args-not-unicode = un argumento no es texto Unicode
args-other = no se puede leer la línea de órdenes
args-hint = véase { $help }
args-hint-meant = ¿se quería decir { $meant }? Véase { $help }

bad-lang = la interfaz habla { $known }
bad-locale = no es una etiqueta de idioma; escribir una etiqueta BCP 47, como es o pt-BR
bad-locale-undetermined = no nombra ninguna lengua (es la etiqueta de lo indeterminado), así que de ningún texto se puede decir que esté en ella; escribir la etiqueta de la lengua, como es o pt-BR
bad-locale-private = es una etiqueta privada sin lengua, que solo entienden quienes la acordaron; escribir la etiqueta de la lengua, como es o pt-BR, y en segments cómo la llaman carpetas y direcciones
bad-locale-extended = tiene una parte privada o una extensión, y aquí un idioma es lengua, escritura y región; escribir lo que está delante de esa parte, y en segments cómo lo llaman carpetas y direcciones
bad-number = no es un número válido aquí
bad-time = no es un momento; escribir 2026-11-21 o 2026-11-21T09:00:00Z
bad-percent = no es un porcentaje de 0 a 100
bad-verdict = los veredictos son { $known }
bad-gate = pueden hacer fallar: { $known }
bad-class = las clases son { $known }
bad-coverage = escribir un idioma y un porcentaje, como es=80
bad-encoding-name = no es una codificación; escribir una como utf-8, utf-16le o windows-1252

error-output = no se puede escribir el resultado: { $cause }
error-no-project = no hay ningún cotejo.toml en { $folder } ni en las carpetas que la contienen
error-no-project-hint = ejecutar `cotejo init` en la carpeta de los artículos, o indicarla con -C
error-read = no se puede leer { $path }: { $cause }
error-read-folder-hint = indicar los archivos que contiene, uno a uno o como el intérprete de órdenes escribe varios (articulos/*.md)
error-read-too-large = no se puede leer { $path }: tiene más de { $limit } MiB
error-read-too-large-hint = ningún artículo es tan largo; dividir el archivo en sus artículos, o darlos como JSON Lines, uno por línea, con --jsonl
error-config = { $path }:{ $line }:{ $column }: { $problem }

filter-locale = «{ $locale }» no es un idioma del proyecto
filter-collection = no existe la colección { $collection }
filter-known = el proyecto tiene: { $known }
filter-pattern = { $pattern } no es un patrón de rutas: { $why }
filter-path = ningún artículo del proyecto responde a --path { $pattern }
filter-path-hint = el patrón se compara con los id y las rutas de los artículos desde la raíz del proyecto; `cotejo pair` los enumera
glob-class = hay un [ sin cerrar
glob-range = un intervalo entre [ ] va al revés
glob-alternates = a una { "{" } o una { "}" } le falta su pareja
glob-escape = acaba en una barra inversa
glob-other = no se entiende; * no sale de la carpeta, ** cruza carpetas
error-not-utf8 = { $path }:{ $line }: el archivo no es texto UTF-8; guardarlo como UTF-8
error-write = no se puede escribir { $path }: { $cause }
config-hint =
    { $count ->
        [one] corregirlo en cotejo.toml; `cotejo init --dry-run` muestra un archivo con todas las claves y para qué sirve cada una
       *[other] corregirlos en cotejo.toml; `cotejo init --dry-run` muestra un archivo con todas las claves y para qué sirve cada una
    }
config-not-utf8-hint = en un editor, «guardar con codificación»; en una terminal, `iconv -f WINDOWS-1252 -t UTF-8` con la codificación que tenga el archivo
filter-nothing-locale = los artículos pedidos están escritos en { $locales }, así que no hay allí ninguna versión; sus versiones están en: { $known }
filter-nothing = ninguna versión cumple todo lo pedido; sin filtros, la misma orden muestra lo que hay

notice-bad = cotejo.toml: no se puede buscar el aviso «{ $name }»: { $why }
notice-too-short = necesita al menos ocho letras seguidas fuera de sus huecos
notice-unknown-slot = tiene un hueco que no es {"{target}"} ni {"{served}"}
notice-slot-twice = tiene dos veces el mismo hueco
notice-adjacent-slots = tiene dos huecos sin nada en medio
notice-unclosed-slot = tiene una {"{"} sin cerrar

lock-held = otro cotejo está trabajando en este proyecto: { $command } (proceso { $pid })
lock-held-unknown = otro cotejo está trabajando en este proyecto
lock-held-hint = esperar a que termine o detenerlo; después no hay que limpiar nada
lock-waiting = otro cotejo está trabajando en este proyecto; se espera hasta { $seconds } segundos
lock-not-a-file = { $path } debería ser un archivo; quitar lo que hay en su lugar
local-not-a-folder = { $path } debería ser una carpeta de este proyecto; quitar lo que hay en su lugar
recovered-completed =
    { $count ->
        [one] se ha completado un paso interrumpido: 1 archivo
       *[other] se ha completado un paso interrumpido: { $count } archivos
    }
recovered-undone =
    { $count ->
        [one] se ha deshecho un paso interrumpido: 1 archivo
       *[other] se ha deshecho un paso interrumpido: { $count } archivos
    }
recovered-edited = { $path } se modificó después de la interrupción; se ha dejado como está

step-wrong-lock = el bloqueo es de otro proyecto; es un error de cotejo que conviene comunicar
step-path = no se puede escribir { $path }: la ruta debe quedar dentro del proyecto
step-outside = no se puede escribir { $path }: un enlace simbólico sale del proyecto; quitarlo
step-in-the-way = no se puede escribir { $path }: hay otra cosa en su lugar; apartarla
step-same-file = { $path } y { $other } son el mismo archivo; indicarlo una sola vez
step-changed = entretanto alguien ha cambiado { $path }; no se ha escrito nada
step-changed-hint = repetir la orden, que verá ya el texto nuevo
step-nothing-written = no se ha cambiado nada
step-interrupted-hint = eliminar la causa y ejecutar cualquier orden de cotejo, que completa el paso o lo deshace
step-damaged = está dañado lo que dejó en { $path } un paso interrumpido
step-damaged-hint = contiene los archivos de antes y los de después: poner a salvo lo que importe y borrar la carpeta

trouble-path = { $path }: no se puede leer esta ruta; cambiar el nombre del archivo
trouble-missing = { $path }: el archivo ya no existe; repetir la orden
trouble-folder = { $path }: es una carpeta y hace falta un archivo
trouble-special = { $path }: es un dispositivo o una tubería, no un archivo
trouble-too-large = { $path }: no se ha leído, porque tiene { $size } MiB; un artículo puede tener { $limit } MiB
trouble-changing = { $path }: el archivo ha cambiado durante la lectura; repetir la orden
trouble-outside = { $path }: un enlace simbólico sale del proyecto; traer los archivos al proyecto o quitar el enlace
trouble-link-loop = { $path }: los enlaces simbólicos forman un círculo; quitar uno
trouble-broken-link = { $path }: un enlace simbólico no lleva a ninguna parte; quitarlo o corregirlo
trouble-not-unicode = { $path }: el nombre no es Unicode; cambiar el nombre del archivo
trouble-too-deep = { $path }: demasiadas carpetas unas dentro de otras
trouble-more =
    { $count ->
        [one] y no se ha podido leer 1 más
       *[other] y no se han podido leer { $count } más
    }
trouble-hint = lo demás está hecho; remediar lo anterior, o dejar fuera los archivos: exclude = ["…"] en su [[collection]] de cotejo.toml
trouble-hint-mend = lo demás está hecho; remediar lo anterior y repetir la orden
trouble-io = no se puede leer { $path }: { $cause }
trouble-ambiguous = no está decidido qué archivo es la versión: { $candidates }; `cotejo pair` dice por qué
trouble-no-text = { $path }: no es texto; dejarlo fuera con `exclude` en cotejo.toml, o guardarlo como texto en UTF-8
trouble-merge-conflict = { $path }:{ $line }: hay un conflicto de fusión en el texto; dejar uno de los lados, quitar las líneas que empiezan por <<<<<<<, ======= y >>>>>>>, y repetir la orden
trouble-record = { $path }:{ $line }: no se puede leer la ficha: { $what }; recuperar la última buena: `git checkout -- { $path }`, o la de una confirmación que muestre `git log -- { $path }`. Borrarla y aceptar de nuevo es el último recurso: los cambios del original aún pendientes se darían por hechos, y se perderían estados, motivos y nombres
trouble-record-part = { $path }:{ $line }: no se pueden leer las líneas { $lines } de la ficha: { $what }; los demás enlaces ({ $count }) se han leído, y diff los muestra. Recuperar la última ficha buena: `git checkout -- { $path }`, o la de una confirmación que muestre `git log -- { $path }`; si no la hay, quitar esas líneas y cotejar sus unidades con el original antes de aceptarlas de nuevo: lo que decían se pierde
trouble-record-conflict = { $path }:{ $line }: la ficha tiene un conflicto de fusión (líneas { $what }); dejar uno de los lados y quitar las marcas

record-not-a-record = no empieza como una ficha
record-version = es de otra versión de cotejo
record-conflict = tiene un conflicto de fusión
record-unknown-key = tiene una línea que no lleva ninguna ficha
record-duplicate-key = una línea está dos veces
record-missing-key = falta una línea
record-empty-link = un vínculo no tiene ni original ni traducción
record-bad-link = el número de un vínculo está mal escrito
record-bad-locale = un idioma está mal escrito
record-missing-path = falta una ruta
record-bad-path = una ruta sale del proyecto
record-misplaced = nombra otro artículo u otro idioma que aquel en cuyo lugar está
record-bad-kind = no se conoce el tipo de una unidad
record-bad-hash = una huella está mal escrita
record-bad-standing = la posición de una unidad está mal escrita
record-bad-state = no se conoce el estado de un vínculo
record-bad-note = aquello de lo que trata una nota está mal escrito
record-bad-time = una fecha está mal escrita
record-bad-escape = un texto tiene un escape mal escrito
record-truncated = acaba antes de tiempo
record-after-end = hay algo después de su final

# A line of JSON Lines that can't be read; the codes stand in the answer beside these.
line-too-long = la línea { $line } supera los { $most } MB
line-not-utf8 = la línea { $line } no es texto UTF-8; escribirla en UTF-8
line-not-json = línea { $line }, columna { $column }: esto no es JSON; escribir un objeto por línea, con { $fields }
line-bad-object = línea { $line }, columna { $column }: falta un campo o es de otro tipo; escribir un objeto con { $fields }
line-bad-locale = línea { $line }: no es una etiqueta de idioma; escribir una etiqueta BCP 47, como es o pt-BR
line-in-file = { $path }: { $what }
line-more =
    { $count ->
        [one] hay 1 línea más que no se puede leer
       *[other] hay { $count } líneas más que no se pueden leer
    }
