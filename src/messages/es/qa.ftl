help-qa = Buscar en las traducciones lo que marcaría un segundo lector
help-qa-articles = Artículos por id, ruta o patrón (si no se indican: todos)
help-qa-locale = Solo este idioma; se puede repetir
help-qa-only = Solo lo que encuentran estas comprobaciones, por código; se puede repetir
help-qa-fail-on = A partir de qué gravedad falla
help-qa-ignore = Pasar por alto desde ahora el hallazgo con este id; se puede repetir
help-qa-reason = Por qué no lo es; queda junto al id en .cotejo/ignores
help-qa-format = Formato del resultado
help-qa-long =
    Cada hallazgo termina con su código y su id. El que se pasa por alto vuelve cuando cambia su
    unidad del original. `check` también cuenta lo que se encuentra aquí, según policy.quality en
    cotejo.toml: allow, warn, errors (si no se indica: fallan los errores), warnings (fallan también
    las advertencias).

    Códigos de salida: 0 nada falla, 1 algo falla, 2 algo no se ha podido leer.

value-CHECK = COMPROBACIÓN
value-ID = ID

bad-check = las comprobaciones son { $known }
bad-finding-id = no es el id de un hallazgo: doce caracteres de 0 a 9 y de a a f
bad-reason = un motivo necesita palabras

rule-left-untranslated = Una parte de una traducción sigue siendo el texto original o está en su idioma
rule-wrong-language = Una parte de una traducción está en un tercer idioma
rule-markup-broken = Falta o está roto un enlace, una imagen, un código, un marcador o una dirección
rule-units-differ = Un párrafo, un título o un elemento no tiene correspondencia
rule-forbidden-term = Un término que la base prohíbe
rule-keep-broken = Unas siglas o un nombre que no cambian en ningún idioma faltan o se han cambiado
rule-number-differs = Un número no es el del original
rule-date-differs = Una fecha no es la del original
rule-name-differs = Un nombre no se escribe como en el original
rule-bracket-open = Un paréntesis o unas comillas no tienen pareja
rule-inverted-mark = Falta el signo que abre una pregunta o una exclamación
rule-word-twice = Una palabra está dos veces seguidas
rule-length-unusual = Una traducción es mucho más larga o más corta que las demás
rule-two-ways = Una oración del original está traducida de dos maneras
rule-list-items = Una lista tiene más o menos elementos que la del original
rule-heading-level = Un título está en otro nivel que el del original
rule-end-mark = Una unidad no termina con el mismo signo que su original
rule-french-space = Falta un espacio de no separación
rule-double-space = Dos espacios seguidos
rule-ignore-idle = Una línea de lo que se pasa por alto ya no sirve

finding-left-untranslated = «{ $target }» sigue en { LANGUAGE($language) }
finding-wrong-language = «{ $target }» está en { LANGUAGE($language) }, no en { LANGUAGE($locale) }
finding-markup-broken =
    { $kind ->
        [placeholder] un marcador es distinto: { $source } → { $target }
        [mail] una dirección de correo es distinta: { $source } → { $target }
        [address] falta o está rota una dirección: { $source } → { $target }
        [code] falta o está roto un código: { $source } → { $target }
        [image] falta una imagen
       *[syntax] el marcado está roto en { $target }
    }
finding-units-differ =
    { $kind ->
        [lost] un párrafo del original está sin traducir: «{ $source }»
        [heading-lost] un título del original está sin traducir: «{ $source }»
        [item-lost] un elemento de la lista del original está sin traducir: «{ $source }»
        [come] un párrafo no tiene original: «{ $source }»
        [heading-come] un título no tiene original: «{ $source }»
       *[item-come] un elemento de una lista no tiene original: «{ $source }»
    }
finding-forbidden-term = «{ $target }» es incorrecto aquí; escribir { $source }
finding-keep-broken = «{ $source }» no cambia en ningún idioma, y no figura aquí
finding-number-differs =
    { $kind ->
        [lost] falta un número del original: { $source }
        [come] un número no está en el original: { $target }
        [exchanged] parece que estos números se han cambiado de sitio: { $target }
       *[both] el original dice { $source }; la traducción, { $target }
    }
finding-date-differs = el original dice «{ $source }»; la traducción, «{ $target }»
finding-name-differs = un nombre no se escribe igual: «{ $source }» en el original, «{ $target }» aquí
finding-bracket-open = { $target } no tiene pareja
finding-inverted-mark = falta { $target }
finding-word-twice = «{ $target }» está dos veces
finding-length-unusual =
    { $kind ->
        [short] solo es el { $percent } % de largo que su original: quizá falte algo
       *[long] es el { $percent } % de largo que su original: quizá sobre algo
    }
finding-two-ways = una oración del original está traducida de otra manera en { $place }
finding-list-items =
    { $kind ->
        [joined] varios elementos de la lista del original se han hecho uno: «{ $target }»
       *[split] un elemento de la lista del original se ha hecho varios: «{ $target }»
    }
finding-heading-level =
    { $kind ->
        [all] los títulos están en otro nivel que los del original: aquí { $target } en vez de { $source }, y los demás con la misma diferencia
       *[one] título de nivel { $target }; el del original es de nivel { $source }
    }
finding-end-mark = el original termina con { $source }; la traducción, con { $target }
finding-french-space =
    { $kind ->
        [throughout]
            { $count ->
                [one] { $target } va siempre sin su espacio de no separación: { $count } unidad
               *[other] { $target } va siempre sin su espacio de no separación: { $count } unidades
            }
       *[one] { $target } pide un espacio de no separación a su lado
    }
finding-double-space = dos espacios seguidos
finding-ignore-idle = { $id } ({ $check } de { $article } en { $locale }) ya no se encuentra: su original ha cambiado o está corregido; quitar la línea

qa-passed-ignored =
    { $count ->
        [one] pasado por alto: 1 hallazgo
       *[other] pasados por alto: { $count } hallazgos
    }
qa-ignored =
    { $count ->
        [one] { $path } lo pasa ahora por alto
       *[other] { $path } pasa ahora por alto estos { $count }
    }
qa-ignore-unknown = no se encuentra nada con el id { $id }
qa-ignore-unknown-hint = el id está entre corchetes detrás del código de un hallazgo; véase `cotejo qa`
qa-ignore-bad = { $path }:{ $line }: esto no pasa nada por alto: { $why }
qa-ignore-bad-hint = cada línea tiene un id, un código, un artículo, un idioma y un motivo con tabuladores en medio; la escribe `cotejo qa --ignore`
qa-ignore-fields = necesita cinco campos con tabuladores en medio
qa-ignore-id = el primer campo no es el id de un hallazgo
qa-ignore-code = el segundo campo no es el código de una comprobación
qa-ignore-locale = el cuarto campo no es un idioma
qa-ignore-reason = falta el motivo
