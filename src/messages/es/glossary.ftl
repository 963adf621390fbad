term-status-preferred = preferido
term-status-admitted = admitido
term-status-deprecated = desaconsejado
term-status-forbidden = prohibido

glossary-count =
    { $count ->
        [0] ningún término de la base
        [one] 1 término
       *[other] { $count } términos
    }
glossary-no-file = no se ha indicado ningún texto
glossary-none = no se ha indicado ninguna base terminológica y aquí no hay ningún proyecto
glossary-no-folder = el proyecto de { $folder } no tiene carpeta glossary y su configuración no indica ninguna base
glossary-none-hint = indicar con --glossary una carpeta con concepts.tsv y terms.tsv, o una tabla
glossary-no-terms = la base no tiene términos en { $locale }
glossary-exact = no se conocen reglas de número y género para { $locale }: los términos se buscan solo tal como están escritos
glossary-hint =
    { $count ->
        [one] corregirlo en la tabla; no se ha buscado nada
       *[other] corregirlos en la tabla; no se ha buscado nada
    }

glossary-problem-bad-head = la primera línea no es { $known }
glossary-problem-bad-locale = { $found } no es una etiqueta de idioma; escribir una etiqueta BCP 47, como es o pt-BR
glossary-problem-bad-word = { $found } no puede estar aquí; elegir entre: { $known }
glossary-problem-cells = la línea tiene { $found } celdas y la tabla { $known } columnas
glossary-problem-empty = un término, o una de sus variantes, falta o no tiene letras
glossary-problem-no-column = falta la columna { $found }
glossary-problem-no-concept = el concepto { $found } no está en concepts.tsv
glossary-problem-no-id = el concepto no tiene identificador
glossary-problem-no-locales = ninguna columna lleva el nombre de un idioma
glossary-problem-not-utf8 = el archivo no es texto UTF-8; guardarlo como UTF-8
glossary-problem-nul = hay un byte NUL; no es un archivo de texto
glossary-problem-same-column = hay dos columnas { $found }
glossary-problem-same-id = el concepto { $found } ya está en la línea { $known }
glossary-problem-same-term = { $found } ya está en la línea { $known }, con el mismo concepto e idioma
glossary-problem-too-large = el archivo supera los { $known } MB
glossary-problem-too-long = el término, o una de sus variantes, supera los 1000 bytes
glossary-problem-two-preferred = { $found } es preferido, como el de la línea { $known }; un concepto tiene un solo término preferido en cada idioma
