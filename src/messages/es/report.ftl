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
report-reason = { $reason } ({ $by }, { $date })
report-reason-by-nobody = { $reason } ({ $date })
