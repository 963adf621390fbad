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
glossary-no-terms = la base no tiene términos en { LANGUAGE($locale) }
glossary-exact = no se conocen reglas de número y género para { LANGUAGE($locale) }: los términos se buscan solo tal como están escritos
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
rule-term-forbidden = Un término es incorrecto para su concepto
rule-term-deprecated = Un término es desaconsejado
rule-term-missing = Un concepto del original no tiene término en la traducción
rule-term-acronym = Un nombre va sin las siglas que el original pone al lado
rule-term-inconsistent = Un concepto se llama de otro modo en el mismo artículo
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
suggest-no-article = ahí no hay nada que traducir a { LANGUAGE($locale) }

# glossary lint
rule-lint-table = Una línea de la base no sirve
rule-lint-cycle = Unos términos se prohíben en círculo
rule-lint-forbidden-elsewhere = Un término está prohibido para un concepto y es correcto para otro
rule-lint-hidden = Un término nunca se encuentra
rule-lint-shared = Un término es correcto para dos conceptos
rule-lint-acronym = Unas siglas no corresponden a ningún nombre de su concepto
rule-lint-no-term = Un concepto no tiene términos
rule-lint-no-locale = Un concepto no tiene término correcto en un idioma
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
finding-lint-no-locale = { $concept } no tiene término preferido ni admitido en { LANGUAGE($locale) }
lint-no-table-hint = corregir el archivo o indicar otro con --glossary; no se ha examinado nada de él
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

# glossary apply
apply-left = sin tocar: «{ $words }» ({ $concept }): { $why }
apply-why-no-preferred = la base no tiene un término preferido de esa clase
apply-why-several = la base tiene varios términos preferidos
apply-why-hint = la base lo da solo como indicio; nombrar el concepto con --concept
apply-why-shared = las palabras pueden significar aquí otra cosa
apply-why-language = no se conocen reglas para el idioma
apply-why-number = no se conoce la forma del término nuevo en ese número
apply-why-gender = no se puede saber el género
apply-why-agreement = puede haber otras palabras que concuerden con él
apply-why-sound = no se puede saber cómo suena el término nuevo
apply-why-line-break = hay un salto de línea en medio
apply-why-markup = un énfasis o un enlace empieza o acaba entre palabras que van juntas
apply-why-code = está en un código, una dirección o una referencia
apply-why-quote = está en una cita
apply-why-compound = está unido a otra palabra
apply-why-name = forma parte de un nombre
apply-why-foreign = está dado en otro idioma
apply-why-beside = el término nuevo está al lado
apply-why-as-is = la unidad se dejó así a propósito
apply-why-file = el archivo no admite ahí las palabras nuevas tal cual
apply-why-many = la unidad tiene demasiados
apply-sum-plan =
    por corregir: { $mended ->
        [one] 1 término
       *[other] { $mended } términos
    } en { $files ->
        [one] 1 archivo
       *[other] { $files } archivos
    }; sin tocar: { $left }; sin --write no se escribe nada
apply-sum-written =
    corregido: { $mended ->
        [one] 1 término
       *[other] { $mended } términos
    } en { $files ->
        [one] 1 archivo
       *[other] { $files } archivos
    }; sin tocar: { $left }; `cotejo accept --undo` lo deshace
apply-sum-nothing = nada que corregir; sin tocar: { $left }
apply-no-concept = la base no tiene el concepto { $concept }
apply-no-concept-hint = --concept admite identificadores de conceptos, como los muestra `cotejo glossary check`
