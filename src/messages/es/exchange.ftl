exchange-no-project = en { $folder } no hay ningún proyecto al que importar
exchange-outside = { $path } no es una carpeta dentro de la del proyecto; una importación solo escribe ahí
exchange-two-locales = { $path } tiene pares de términos y no dice en qué idiomas
exchange-pair-needed = este formato guarda pares de términos de dos idiomas
exchange-two-locales-hint = indicar los dos con --locale, primero el de origen: --locale en,es
exchange-needs-folder = las dos tablas necesitan una carpeta: indicarla con --output
exchange-onto-itself = { $path } es la propia base terminológica
exchange-refused-hint = no se ha tomado nada del archivo
exchange-unreadable-hint = tras esa importación no se podrían volver a leer las tablas; no se ha escrito nada
exchange-clash-hint = no se ha escrito nada; dar un comienzo propio a los identificadores del archivo con --prefix, o tomar lo que dice el archivo con --update

exchange-dry-run = no se escribe nada; una importación haría esto:
exchange-concepts = conceptos: { $new } nuevos, { $changed } cambiados, { $same } como están
exchange-terms = términos: { $new } nuevos, { $changed } cambiados, { $same } como están
exchange-differ =
    { $count ->
        [one] 1 celda dice otra cosa en el archivo; se conserva lo que hay (--update toma lo del archivo)
       *[other] { $count } celdas dicen otra cosa en el archivo; se conserva lo que hay (--update toma lo del archivo)
    }
exchange-new = nuevo
exchange-changed = cambiado
exchange-kept = conservado
exchange-cell-filled = { $column }: { $to }
exchange-cell-before = { $column }: en lugar de { $from }
exchange-cell-after = { $column }: { $to }
exchange-cell-kept = { $column }: se conserva: { $from }
exchange-cell-other = { $column }: en el archivo: { $to }
exchange-more-concepts =
    { $count ->
        [one] y 1 concepto más
       *[other] y { $count } conceptos más
    }
exchange-more =
    { $count ->
        [one] y 1 más de este tipo
       *[other] y { $count } más de este tipo
    }
exchange-nothing-new = la base ya dice todo eso; no se ha escrito nada
exchange-written = escrito: { $files }

exchange-left-out-ambiguous =
    { $count ->
        [one] se omite 1 par, porque varios conceptos tienen su término de origen (línea { $line })
       *[other] se omiten { $count } pares, porque varios conceptos tienen su término de origen (el primero en la línea { $line })
    }
exchange-left-out-back =
    { $count ->
        [one] se omite 1 entrada posterior a los términos: una persona, un libro o similar (línea { $line })
       *[other] se omiten { $count } entradas posteriores a los términos: personas, libros y similares (la primera en la línea { $line })
    }
exchange-left-out-empty-term =
    { $count ->
        [one] se omite 1 término sin letras (línea { $line })
       *[other] se omiten { $count } términos sin letras (el primero en la línea { $line })
    }
exchange-left-out-foreign-cell =
    { $count ->
        [one] se omite 1 celda fuera de las columnas con nombre (línea { $line })
       *[other] se omiten { $count } celdas fuera de las columnas con nombre (la primera en la línea { $line })
    }
exchange-left-out-line =
    { $count ->
        [one] se omite 1 fila sin término (línea { $line })
       *[other] se omiten { $count } filas sin término (la primera en la línea { $line })
    }
exchange-left-out-long-term =
    { $count ->
        [one] se omite 1 término de más de 1000 bytes (línea { $line })
       *[other] se omiten { $count } términos de más de 1000 bytes (el primero en la línea { $line })
    }
exchange-left-out-markup =
    { $count ->
        [one] se omite el marcado de 1 pasaje y se conserva su texto (línea { $line })
       *[other] se omite el marcado de { $count } pasajes y se conserva su texto (el primero en la línea { $line })
    }
exchange-left-out-picture =
    { $count ->
        [one] se omite 1 imagen (línea { $line })
       *[other] se omiten { $count } imágenes (la primera en la línea { $line })
    }
exchange-left-out-same-languages =
    { $count ->
        [one] se omite 1 par de un mismo idioma (línea { $line })
       *[other] se omiten { $count } pares de un mismo idioma (el primero en la línea { $line })
    }
exchange-left-out-sheet =
    { $count ->
        [one] se omite 1 hoja sin nombres de columna conocidos
       *[other] se omiten { $count } hojas sin nombres de columna conocidos
    }
exchange-left-out-transaction =
    { $count ->
        [one] se omite 1 dato sobre quién escribió algo y cuándo (línea { $line })
       *[other] se omiten { $count } datos sobre quién escribió algo y cuándo (el primero en la línea { $line })
    }

exchange-unheld = lo que este formato no puede guardar:
exchange-unheld-line = {"  "}{ $what }
exchange-unheld-case =
    { $count ->
        [one] que solo cuentan sus mayúsculas, en 1 término
       *[other] que solo cuentan sus mayúsculas, en { $count } términos
    }
exchange-unheld-concept =
    { $count ->
        [one] el identificador de 1 concepto
       *[other] los identificadores de { $count } conceptos
    }
exchange-unheld-control =
    { $count ->
        [one] caracteres de control en 1 texto
       *[other] caracteres de control en { $count } textos
    }
exchange-unheld-definition =
    { $count ->
        [one] 1 definición
       *[other] { $count } definiciones
    }
exchange-unheld-enforce =
    { $count ->
        [one] qué gravedad tiene que falte un término, en 1 lugar
       *[other] qué gravedad tiene que falte un término, en { $count } lugares
    }
exchange-unheld-for =
    { $count ->
        [one] los términos que 1 término traduce
       *[other] los términos que traducen { $count } términos
    }
exchange-unheld-forbidden =
    { $count ->
        [one] que 1 término está prohibido: se escribe como desaconsejado
       *[other] que { $count } términos están prohibidos: se escriben como desaconsejados
    }
exchange-unheld-gender =
    { $count ->
        [one] el género de 1 término
       *[other] el género de { $count } términos
    }
exchange-unheld-keep =
    { $count ->
        [one] que 1 concepto conserva su nombre en todos los idiomas
       *[other] que { $count } conceptos conservan su nombre en todos los idiomas
    }
exchange-unheld-lone =
    { $count ->
        [one] 1 concepto con término en uno solo de los dos idiomas
       *[other] { $count } conceptos con términos en uno solo de los dos idiomas
    }
exchange-unheld-more-words =
    { $count ->
        [one] 1 término de origen que tiene también otro concepto, o que sería un comentario
       *[other] { $count } términos de origen que tiene también otro concepto, o que serían un comentario
    }
exchange-unheld-no-terms =
    { $count ->
        [one] 1 concepto sin término
       *[other] { $count } conceptos sin término
    }
exchange-unheld-note =
    { $count ->
        [one] 1 nota
       *[other] { $count } notas
    }
exchange-unheld-phrase =
    { $count ->
        [one] que 1 sigla es una locución
       *[other] que { $count } siglas son locuciones
    }
exchange-unheld-pos =
    { $count ->
        [one] la categoría gramatical de 1 término
       *[other] la categoría gramatical de { $count } términos
    }
exchange-unheld-proper =
    { $count ->
        [one] que 1 término es un nombre propio: se escribe como sustantivo
       *[other] que { $count } términos son nombres propios: se escriben como sustantivos
    }
exchange-unheld-source =
    { $count ->
        [one] 1 fuente
       *[other] { $count } fuentes
    }
exchange-unheld-status =
    { $count ->
        [one] el estado de 1 término
       *[other] el estado de { $count } términos
    }
exchange-unheld-subject =
    { $count ->
        [one] 1 materia
       *[other] { $count } materias
    }
exchange-unheld-synonym =
    { $count ->
        [one] 1 término de destino más
       *[other] { $count } términos de destino más
    }
exchange-unheld-variant =
    { $count ->
        [one] las demás formas de 1 término
       *[other] las demás formas de { $count } términos
    }
exchange-unheld-wrong-word =
    { $count ->
        [one] 1 término de destino desaconsejado o prohibido
       *[other] { $count } términos de destino desaconsejados o prohibidos
    }

glossary-problem-bad-encoding = hay bytes que no valen en la codificación del archivo; guardarlo como UTF-8 o indicar su codificación con --encoding
glossary-problem-bad-id = { $found } no puede ser el identificador de un concepto: empieza por # o es demasiado largo
glossary-problem-cell-too-long = la fila supera los { $known } MB o tiene demasiadas celdas; ¿es eso lo que separa las celdas?
glossary-problem-clash = { $found } es el identificador de otro concepto de la base: no comparten ningún término
glossary-problem-entity = la entidad &{ $found }; no es de las que tiene XML, y no se lee ninguna de otro lugar
glossary-problem-entity-declared = el archivo declara una entidad { $found }; tales archivos no se leen: escribir su texto en su lugar
glossary-problem-entry-too-long = la entrada supera los { $known } MB
glossary-problem-languages = la línea no dice en qué idiomas están sus términos; indicarlos con --locale en,es
glossary-problem-no-known-column = ninguna columna tiene un nombre conocido: concept, locale y term, o una columna por idioma
glossary-problem-not-tmx = esto no es TMX: su elemento exterior no es tmx
glossary-problem-unit-too-long = una unidad es más larga que cualquier traducción
glossary-problem-not-tbx = no es TBX: su elemento exterior no es ni tbx ni martif
glossary-problem-not-xlsx = no es un libro de Excel (.xlsx)
glossary-problem-preferred-twice = { $found } es preferido, como el de la línea { $known }; se toma como admitido
glossary-problem-quote = la celda empieza con unas comillas que no se cierran
glossary-problem-same-entry = el concepto { $found } ya está en la línea { $known }
glossary-problem-too-deep = los elementos se anidan a más de { $known } niveles
glossary-problem-too-many = el archivo tiene más de { $known } entradas
glossary-problem-two-cells = la línea tiene { $found } celdas con texto; un par tiene un término de origen y uno de destino
glossary-problem-unknown-encoding = el archivo indica una codificación desconocida
glossary-problem-unknown-word = { $found } no es ninguno de { $known }; pasa a la nota
glossary-problem-unreadable = no se puede seguir leyendo: { $found }
glossary-problem-xlsx-part = el libro está dañado: { $found }
glossary-problem-xlsx-too-large = el libro ocupa más de { $known } MB al descomprimirse
glossary-problem-xml-cut = el archivo termina dentro de un elemento
glossary-problem-xml-end-tag = el fin de { $found } no corresponde a lo que está abierto
glossary-problem-xml-syntax = no es XML bien formado
glossary-problem-xml-token = una etiqueta o un texto supera los { $known } MB
