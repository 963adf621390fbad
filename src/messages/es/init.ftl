init-looked =
    { $files ->
        [0] no se ha encontrado ningún archivo en { $folder }
        [one] se ha mirado 1 archivo en { $folder }
       *[other] se han mirado { $files } archivos en { $folder }
    }
init-source = idioma original: { $locale }
init-targets = idiomas de destino: { $locales }
init-targets-none = idiomas de destino: no se ha encontrado ninguno; figura «{ $locale }» para cambiarlo
init-target =
    { $files ->
        [0] { $locale } (aún sin archivos)
        [one] { $locale } (1 archivo)
       *[other] { $locale } ({ $files } archivos)
    }
init-collection = colección { $name }: { $template } ({ $counts })
init-sides = { $source } → { $target }
init-why = por qué:
init-reason = - { $reason }
init-written = { $file } está escrito; conviene leerlo y ejecutar después `cotejo status`
init-would-write = no se ha escrito nada; sin --dry-run, esto pasa a ser { $path }
init-exists = ya hay un cotejo.toml: { $path }
init-exists-hint = editarlo, apartarlo o compararlo con lo que propone `cotejo init --dry-run`
init-exists-dry = { $path } ya existe, así que init no lo escribiría
init-inside = esta carpeta ya pertenece al proyecto de { $path }; un cotejo.toml aquí crea un proyecto propio, y las órdenes ejecutadas aquí dejarán de ver el otro
init-too-many = hay más de { $most } archivos y carpetas en { $folder }
init-too-many-hint = ejecutar init en la carpeta de los artículos, o indicarla con -C
init-source-is-target = «{ $locale }» está a la vez en --source y en --targets; quitarlo de --targets
init-not-listed =
    { $count ->
        [one] 1 lugar no se ha podido mirar: { $example }
       *[other] { $count } lugares no se han podido mirar, como { $example }
    }
