help-push = Recoger el trabajo terminado
help-push-files = Archivos devueltos, o carpetas con ellos
help-push-package = El paquete al que pertenecen, si no lo dicen
help-push-by = Quién hizo el trabajo (por omisión: quien se lo llevó; si no, COTEJO_BY o user.name de git)
help-push-fail-on = A partir de qué gravedad un hallazgo impide recoger una unidad
help-push-partial = Recoger lo que esté en orden aunque otras unidades no lo estén
help-push-dry-run = Mostrar lo que se recogería, sin escribir nada
help-push-format = Formato del resultado
help-push-long =
    Recoge un paquete en cualquiera de los formatos, venga de la herramienta que venga. Lo traducido
    va al archivo de destino y el registro dice de qué original se hizo: si el original cambió
    entretanto, la unidad se recoge y sigue pendiente. Lo que vuelve tal como salió no está hecho.

    Si aún no hay archivo de destino, se crea a partir del original; lo que nadie tradujo queda en
    el idioma original, para que se vea. Si alguien editó el destino entretanto, las unidades se
    fusionan una a una; si ambos lados cambiaron una unidad, no se toca y los dos textos se guardan
    junto al paquete.

    Si algo falla no se escribe nada, salvo con --partial. accept --undo deshace un push.

push-dry-run = No se ha escrito nada (--dry-run). Esto es lo que se recogería:
push-count-translated =
    { $count ->
        [one] 1 unidad recogida
       *[other] { $count } unidades recogidas
    }
push-count-reviewed = { $count } revisadas
push-count-already = { $count } ya estaban
push-count-open = { $count } sin hacer
push-count-source =
    { $count ->
        [one] 1 sin tomar: figura como traducida, pero con las palabras del original
       *[other] { $count } sin tomar: figuran como traducidas, pero con las palabras del original
    }
push-count-waiting =
    { $count ->
        [one] 1 sigue pendiente: su original cambió entretanto
       *[other] { $count } siguen pendientes: su original cambió entretanto
    }
push-count-absent =
    { $count ->
        [one] 1 del paquete no está en el archivo
       *[other] { $count } del paquete no están en el archivo
    }
push-count-conflict =
    { $count ->
        [one] 1 conflicto
       *[other] { $count } conflictos
    }
push-count-locked = { $count } bloqueadas
push-count-gone = { $count } ya no están en el original
push-count-refused = { $count } rechazadas
push-nothing = nada que recoger
push-file = modificado: { $path }
push-file-new = nuevo: { $path }
push-kept-reason = el traductor la dejó como estaba ({ $package })

push-foreign = { $path }:{ $line }: la unidad { $id } no es nuestra; enviar el archivo con los ID que tenía
push-not-our-unit = { $path }:{ $line }: el paquete { $package } no tiene la unidad { $unit }; enviar el archivo con los ID que tenía
push-twice = { $path }:{ $line }: la unidad { $unit } está también en la línea { $other } y allí dice otra cosa; conservar una
push-codes = { $path }:{ $line }: { $why }; devolver los códigos de { $unit } a como estaban
push-code-missing = falta el código { $number }
push-code-twice = el código { $number } aparece más veces de las enviadas
push-code-unknown = el código { $number } no se envió nunca
push-code-crossed = el código { $number } termina antes de empezar o se cruza con otro
push-unwritable = { $path }:{ $line }: el formato del archivo no puede expresar el texto de { $unit }; quitar las marcas que leería como suyas
push-unheld = { $path }:{ $line }: { $target } no puede contener { $unit } tal como se quiere; ponerla a mano y usar `cotejo accept`
push-finding = { $path }:{ $line }: { $unit }: { $finding }
push-no-article = { $path }:{ $line }: el proyecto ya no tiene el artículo { $article }
push-no-source = { $path }:{ $line }: { $article } ya no tiene original
push-no-target = { $path }:{ $line }: ninguna plantilla dice dónde va la traducción de { $article }; añadir target a su colección en cotejo.toml
push-wrong-hint = de esto no se ha recogido nada; corregirlo y repetir, recoger el resto con --partial o dejar pasar los hallazgos con --fail-on none

push-no-package = { $path }: de aquí no se entregó ningún paquete { $package }; `cotejo pull` muestra lo que está fuera
push-not-ours = { $path }: ningún paquete entregado tiene estas unidades; indicarlo con --package
push-which-package = { $path }: varios paquetes tienen estas unidades; indicar uno con --package
push-other-locale = { $path }: el archivo dice { $found } donde el paquete { $package } tiene { $locale }; enviar el archivo de ese paquete
push-file-hint = no se ha recogido nada
push-empty-folder = { $path }: la carpeta no tiene ningún archivo de un paquete
push-omegat-empty = { $path }: OmegaT aún no ha escrito nada en su carpeta target; crear en él los documentos traducidos (menú Proyecto) y repetir `cotejo push`
push-office-folder = { $path }: la carpeta solo tiene documentos ofimáticos, que no se leen; guardarlos como HTML (Archivo > Guardar como) y repetir `cotejo push`
push-passed-over = { $path }: se omite; los documentos ofimáticos no se leen: guardarlo como HTML (Archivo > Guardar como) y repetir `cotejo push` con ese archivo
push-conflict = { $article } { $locale } { $unit }: cambió en el árbol y en la traducción. En el árbol: { $ours } — Devuelto: { $theirs }
push-kept-locked = { $article } { $locale } { $unit }: estaba bloqueada y ha vuelto cambiada: { $theirs }
push-kept-gone = { $article } { $locale } { $unit }: el original ya no la tiene. Devuelto: { $theirs }
push-conflict-hint = lo demás se ha recogido; estos textos se guardan en { $paths }: poner lo correcto en el destino y aceptarlo

push-problem = { $path }:{ $line }: { $problem }
push-problem-column = { $path }:{ $line }:{ $column }: { $problem }
push-problem-archive = es un archivo comprimido; descomprimirlo y repetir `cotejo push` con los archivos que contiene
push-problem-bad-encoding = hay bytes que no valen en la codificación del archivo; guardarlo como UTF-8
push-problem-bad-locale = { $found } no es una etiqueta de idioma; escribir la que tenía el archivo
push-problem-bad-state = { $found } no es un estado; escribir uno de { $known }
push-problem-cells = la fila tiene { $found } celdas y la tabla { $known } columnas; devolver las que faltan
push-problem-cut = el archivo termina demasiado pronto o falta una parte; enviar el archivo completo
push-problem-empty-file = el archivo está vacío; enviar el que se guardó
push-problem-entity = la entidad &{ $found }; no es de las que tiene XML, y no se lee ninguna de otro lugar
push-problem-entity-declared = el archivo declara una entidad { $found }; tales archivos no se leen: escribir su texto en su lugar
push-problem-json-syntax = no es JSON bien formado; enviar el archivo tal como se guardó
push-problem-no-units = ninguna unidad del archivo es de las entregadas; enviar el archivo con los ID que tenía
push-problem-not-work = no es un paquete de trabajo; enviar el archivo que escribió `cotejo pull`, como XLIFF, PO, HTML, Markdown o JSON
push-problem-office = es un documento ofimático ({ $found }); abrirlo, guardarlo como HTML (Archivo > Guardar como) y repetir `cotejo push` con ese archivo
push-problem-po-syntax = ningún catálogo PO tiene esta línea: { $found }; devolver el archivo a como lo guardó la herramienta
push-problem-same-unit = la unidad { $found } está también en la línea { $known }; conservar una
push-problem-too-deep = los elementos se anidan a más de { $known } niveles; enviar el archivo tal como lo guardó la herramienta
push-problem-too-large = el archivo supera los { $known } MB; enviarlo por partes
push-problem-too-many = el archivo tiene más de { $known } unidades; enviarlo por partes
push-problem-unit-too-long = una unidad es más larga que cualquiera de las entregadas; quitar lo que sobra
push-problem-unknown-encoding = el archivo indica una codificación desconocida; guardarlo como UTF-8
push-problem-xml-cut = el archivo termina dentro de un elemento; enviar el archivo completo
push-problem-xml-end-tag = el fin de { $found } no corresponde a lo que está abierto; enviar el archivo tal como lo guardó la herramienta
push-problem-xml-syntax = no es XML bien formado; enviar el archivo tal como lo guardó la herramienta
push-problem-xml-token = una etiqueta o un texto supera los { $known } MB; quitar lo que sobra
