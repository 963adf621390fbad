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

# glossary check
finding-term-forbidden = «{ $words }» es incorrecto para { $concept }; escribir { $better }
finding-term-deprecated = «{ $words }» está desaconsejado para { $concept }; escribir { $better }
finding-term-missing = «{ $words }» ({ $concept }) del original no tiene término aquí; se esperaba: { $better }
finding-term-acronym = «{ $words }» aparece sin su sigla, que el original pone al lado; añadir { $better }
finding-term-inconsistent = aquí dice «{ $words }» para { $concept }, y en otras partes del artículo «{ $better }»
terms-right =
    { $count ->
        [one] correcto: 1 concepto
       *[other] correctos: { $count } conceptos
    }

# glossary suggest
suggest-count =
    { $count ->
        [0] ningún concepto de la base
        [one] 1 concepto
       *[other] { $count } conceptos
    }
suggest-none = sin término en este idioma
suggest-keep = no cambia en ningún idioma
suggest-no-article = ahí no hay nada que traducir a { $locale }

# glossary lint
finding-lint-table = { $code ->
        [same-id] el concepto { $found } ya está en la línea { $known }
        [same-term] { $found } ya está en la línea { $known }, con el mismo concepto e idioma
        [two-preferred] { $found } es preferido, como el de la línea { $known }; un concepto tiene un solo término preferido en cada idioma
        [bad-locale] { $found } no es una etiqueta de idioma
        [bad-word] { $found } no puede estar aquí; elegir entre: { $known }
        [no-concept] el concepto { $found } no está en concepts.tsv
        [no-id] el concepto no tiene identificador
        [empty] un término, o una de sus variantes, falta o no tiene letras
        [too-long] el término, o una de sus variantes, supera los 1000 bytes
        [cells] la línea tiene { $found } celdas y la tabla { $known } columnas
        [no-column] falta la columna { $found }
        [same-column] hay dos columnas { $found }
       *[other] la tabla no se puede leer ({ $code })
    }
finding-lint-cycle = { $term } está prohibido para { $concept } y es preferido en un concepto que prohíbe, en círculo, el término preferido de { $concept }; corregirlo no acabaría nunca: poner warn en enforce donde decide solo el original
finding-lint-forbidden-elsewhere = { $term } está prohibido para { $concept } y es correcto para { $other_concept } (línea { $other_line }): poner warn en enforce, para que se juzgue solo junto al original
finding-lint-hidden = { $term } ({ $concept }) no se encuentra nunca: esas palabras son { $other } (línea { $other_line })
finding-lint-shared = { $term } es correcto para { $concept } y para { $other_concept } (línea { $other_line })
finding-lint-acronym = { $term } no es sigla de ningún nombre de { $concept }
finding-lint-no-term = { $concept } no tiene ningún término
finding-lint-no-locale = { $concept } no tiene término preferido ni admitido en { $locale }
lint-sum-passes =
    { $terms ->
        [one] superado: 1 término
       *[other] superado: { $terms } términos
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
lint-sum-fails =
    { $terms ->
        [one] no superado: 1 término
       *[other] no superado: { $terms } términos
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

terms-found = términos: { $errors ->
        [one] 1 error
       *[other] { $errors } errores
    }, { $warnings ->
        [one] 1 advertencia
       *[other] { $warnings } advertencias
    }, { $hints ->
        [one] 1 sugerencia
       *[other] { $hints } sugerencias
    }
terms-bad = la base terminológica del proyecto no se puede leer y no se ha mirado ningún término; ejecutar `cotejo glossary lint`
finding-terms = los términos de «{ $title }» en { LANGUAGE($locale) }: { $errors ->
        [one] 1 error
       *[other] { $errors } errores
    }, { $warnings ->
        [one] 1 advertencia
       *[other] { $warnings } advertencias
    }; los muestra `cotejo glossary check`
rule-terms = Términos que la base terminológica quiere de otro modo

# glossary extract
extract-head =
    { $count ->
        [0] ningún candidato a término en { $articles ->
            [one] 1 artículo
           *[other] { $articles } artículos
        } en { LANGUAGE($locale) }
        [one] 1 candidato a término en { $articles ->
            [one] 1 artículo
           *[other] { $articles } artículos
        } en { LANGUAGE($locale) }
       *[other] { $count } candidatos a término en { $articles ->
            [one] 1 artículo
           *[other] { $articles } artículos
        } en { LANGUAGE($locale) }; se muestran { $shown }
    }
extract-columns = valor C  veces  término
extract-no-words = no se conocen palabras gramaticales de { LANGUAGE($locale) }: muchos candidatos no serán términos
