report-title = Traducciones a { $date }
report-day =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }
report-nothing = No hay ningún artículo del que informar.
report-coverage = Cobertura
report-years = Por año del artículo: al día sobre el total
report-to-do = Por hacer
report-all-done = Nada: todas las versiones están al día.
report-waiting = Lo que más tiempo lleva esperando
report-waiting-no-git = No hay historial de git que lo diga: lo desfasado lleva la fecha de su última aceptación, y de lo demás nada dice desde cuándo espera.
report-waiting-short = El historial de este clon es demasiado corto para fecharlo todo; después de `git fetch --unshallow` quedará completo.
report-since-commit = desde el { $date }
report-since-longer = desde el { $date } o antes
report-since-not-before = no antes del { $date }
report-since-older = desde antes de este historial
report-since-uncommitted = aún sin confirmar en git
report-since-unknown = sin fechar
report-touched = Cambiado después de aceptarlo
report-kept = Dejado como está, y por qué
report-unread = No se ha podido leer
report-column-locale = idioma
report-column-articles = artículos
report-column-current = al día
report-column-percent = parte
report-column-words = palabras
report-column-to-do = palabras por hacer
report-column-published = publicados
report-column-year = año
report-column-verdict = veredicto
report-column-versions = versiones
report-all = todos
report-earlier = antes
report-undated = sin fecha
report-of = { $part } de { $whole }
report-left-out =
    { $count ->
        [one] 1 versión queda fuera: keep o local en cotejo.toml.
       *[other] { $count } versiones quedan fuera: keep o local en cotejo.toml.
    }
report-more =
    { $count ->
        [one] y 1 más
       *[other] y { $count } más
    }
report-units =
    { $count ->
        [one] 1 unidad
       *[other] { $count } unidades
    }
report-reason = { $reason } ({ $by }, { $date })
report-reason-by-nobody = { $reason } ({ $date })
