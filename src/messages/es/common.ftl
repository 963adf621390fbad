label-error = error:
label-warning = aviso:
label-hint = sugerencia:

cause-not-found = no existe
cause-permission = permiso denegado
cause-disk-full = el disco está lleno
cause-read-only = el sistema de archivos es de solo lectura
cause-directory = es una carpeta
cause-not-directory = una parte de la ruta no es una carpeta
cause-broken-pipe = el lector de la salida se ha cerrado
cause-file-name = el sistema no admite este nombre de archivo
cause-too-large = es demasiado grande

verdict-current = al día
verdict-outdated = desfasada
verdict-partial = parcial
verdict-untranslated = sin traducir
verdict-missing = inexistente
verdict-unrecorded = sin registrar
verdict-undecided = indecisa
verdict-orphan = huérfana
verdict-ambiguous = ambigua
verdict-unreadable = ilegible
verdict-source = original
verdict-translated = traducida

how-notice = con aviso
how-silent = sin decirlo
how-copy = copia

class-major = mayor
class-mirror = espejo
class-minor = menor
class-cosmetic = cosmético

wish-keep = conservar
wish-local = local
