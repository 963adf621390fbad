# Glosario: las palabras de cotejo en español, una para cada cosa.
#   locale: idioma                          source: original (idioma original)
#   target: traducción (idioma de destino)  article: artículo
#   version: versión                        page: página
#   document: documento                     block: bloque
#   unit: unidad                            link: vínculo (symlink: enlace simbólico)
#   baseline: base                          ledger: registro
#   record: ficha                           to record: registrar
#   verdict: veredicto                      finding: hallazgo
#   notice: aviso                           warning: advertencia
#   pairing: emparejamiento                 collection: colección
#   class of change: clase de cambio        policy: política
#   folder: carpeta                         path: ruta
#   term: término                           termbase: base terminológica
#   reason: motivo                          debt: deuda
# Los errores son impersonales («no se puede leer…»); los consejos van en infinitivo («ejecutar…»).
# Delante de «%» va un espacio duro (U+00A0). Los nombres que se escriben en la línea de órdenes o
# en cotejo.toml (missing, keep, --locale…) no se traducen.

label-error = error:
label-warning = advertencia:
label-hint = sugerencia:

cause-not-found = no existe; comprobar el nombre
cause-permission = permiso denegado
cause-disk-full = el disco está lleno
cause-read-only = el sistema de archivos es de solo lectura
cause-directory = es una carpeta
cause-not-directory = una parte de la ruta no es una carpeta
cause-broken-pipe = el programa que leía la salida ha terminado
cause-file-name = el sistema no admite ese nombre de archivo
cause-too-large = es demasiado grande

verdict-current = al día
verdict-outdated = desfasada
verdict-partial = parcial
verdict-untranslated = sin traducir
verdict-missing = falta
verdict-unrecorded = sin registrar
verdict-undecided = dudosa
verdict-orphan = huérfana
verdict-ambiguous = ambigua
verdict-unreadable = ilegible
verdict-source = original
verdict-translated = traducida

how-notice = con aviso
how-silent = sin aviso
how-copy = copia

class-major = mayor
class-mirror = espejo
class-minor = menor
class-cosmetic = cosmético

wish-keep = no se traduce
wish-local = solo en un idioma
