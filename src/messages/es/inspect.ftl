inspect-verdict = veredicto:
inspect-requested = se pidió en:
inspect-served = está escrita en:
inspect-share = en el idioma original:
inspect-evidence = indicios:
inspect-blocks = bloques (línea, idioma, tipo):
inspect-unknown = desconocido
inspect-by-given = según se indicó
inspect-by-project = según el proyecto
inspect-by-notice = según su aviso
inspect-by-date-line = según su fecha
inspect-by-none = nada lo dice
inspect-no-file = no se ha indicado ninguna página
inspect-no-file-hint = indicar archivos, o - para la entrada estándar; con --jsonl se lee la entrada estándar sin más
inspect-no-locales = no se sabe qué idiomas tiene el sitio
inspect-no-locales-hint = indicarlos con --locales en,es,fr (primero el original), o trabajar dentro de un proyecto
inspect-stdin-twice = la entrada estándar solo se puede leer una vez
inspect-input = no se puede leer la entrada: { $cause }

block-title = título
block-heading = encabezado
block-paragraph = párrafo
block-list-item = elemento
block-table-cell = celda
block-caption = leyenda
block-date-line = fecha
block-notice = aviso
block-meta = front matter
block-code = código
block-data = datos

left-out-notice = aviso
left-out-mirror = se copia tal cual
left-out-date-line = fecha
left-out-no-letters = sin letras
left-out-names = nombres
left-out-quotation = cita
left-out-scrap = demasiado corto

evidence-notice =
    { $target ->
        [none]
            { $served ->
                [none] línea { $line }: un aviso ({ $rule }) dice que la página no está en el idioma que se pidió
               *[other] línea { $line }: un aviso ({ $rule }) dice que la página se sirve en { LANGUAGE($served) }
            }
       *[other]
            { $served ->
                [none] línea { $line }: un aviso ({ $rule }) dice que la página se pidió en { LANGUAGE($target) }
               *[other] línea { $line }: un aviso ({ $rule }) dice que la página se pidió en { LANGUAGE($target) } y se sirve en { LANGUAGE($served) }
            }
    }
evidence-stale-notice = línea { $line }: el aviso ha caducado: el texto que lo sigue está en el idioma pedido
evidence-requested-notice = el aviso dice que la página se pidió en { LANGUAGE($locale) }
evidence-requested-project =
    { $by ->
        [path] el proyecto sabe que se pide en { LANGUAGE($locale) }: por su ruta
        [url] el proyecto sabe que se pide en { LANGUAGE($locale) }: por su dirección
        [page] el proyecto sabe que se pide en { LANGUAGE($locale) }: por su entrada en cotejo.toml
        [collection] el proyecto sabe que se pide en { LANGUAGE($locale) }: por su colección
        [front-matter] el proyecto sabe que se pide en { LANGUAGE($locale) }: por su front matter
       *[hand] el proyecto sabe que se pide en { LANGUAGE($locale) }: por una pareja fijada a mano
    }
evidence-source-project = se conoce el original de su artículo: { $path }
evidence-requested-date-line = línea { $line }: la fecha está escrita en { LANGUAGE($locale) }, luego la página se pidió en { LANGUAGE($locale) }
evidence-date-line-not-source = línea { $line }: la fecha está escrita como en { LANGUAGE($locales) } y no como en la lengua del original, por lo que la página no se pidió en ella
evidence-language = el { $percent } % de las letras ({ $letters }) está en { LANGUAGE($language) }
evidence-source-lines =
    { $blocks ->
        [one] 1 bloque está en el idioma original, en la línea { $lines }
       *[other] { $blocks } bloques están en el idioma original, en las líneas { $lines }
    }
evidence-copy = el { $percent } % de las letras es texto del propio original
evidence-third-language = el texto está en { LANGUAGE($language) }, que ni se pidió ni es el idioma original
evidence-same-language = { $requested } y { $source } son la misma lengua: por las palabras no se distingue una traducción del original
evidence-no-word-list = no hay lista de palabras para reconocer { LANGUAGE($locale) }, y su escritura es también la del original
evidence-too-little =
    { $letters ->
        [one] con 1 letra no se puede saber
       *[other] con { $letters } letras no se puede saber
    }

problem-not-utf8 = línea { $line }, columna { $column }: no es UTF-8; se ha leído como Windows-1252
problem-broken-utf8 = línea { $line }, columna { $column }: UTF-8 dañado en el byte { $offset }
problem-broken-utf16 = línea { $line }, columna { $column }: UTF-16 dañado en el byte { $offset }
problem-nul = línea { $line }, columna { $column }: hay un byte NUL; quizá no sea un archivo de texto
problem-front-matter = línea { $line }, columna { $column }: no se puede leer el front matter
problem-too-deep = línea { $line }, columna { $column }: demasiados niveles anidados; desde aquí se ha leído como texto sin formato
problem-merge-conflict = línea { $line }: aquí empieza un conflicto de fusión; lo que se dice de esta página vale para los dos lados juntos
