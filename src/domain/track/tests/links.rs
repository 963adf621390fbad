//! What a paragraph, a heading, an item or a cell is linked with after people moved, split, merged,
//! deleted and restored it: a table of cases, each with the revisions of both sides, the links
//! expected at each, and the links after some of it was accepted.
//!
//! A letter is a sentence, in English on the source side and in Spanish on the target side; `bc` are
//! two in one unit, `b'` is a sentence written anew. `k` is a caption that repeats, `-` begins an item
//! (`-2` one level deeper), `#2` a heading, `|` a row of a table and `&` its further cells; capitals are
//! the few words of cells. A link is shown as `source>target:state`, a new source unit as
//! `+unit>target`, a target unit without a link as `?unit`; units that occur more than once in their
//! text have their number behind them.
//!
//! Every text has one more unit at its end, which is changed and never translated: it shows that what
//! is accepted is nothing more than that.

use super::*;

/// Both sides of each sentence.
const SENTENCES: [(char, &str, &str); 12] = [
    (
        'a',
        "Ships wait outside the harbour until the pilot comes on board.",
        "Los barcos esperan fuera del puerto hasta que el práctico sube a bordo.",
    ),
    (
        'b',
        "The judge asked for further documents about the inheritance.",
        "El juez pidió más documentos sobre la herencia.",
    ),
    (
        'c',
        "Coffee tastes better if the water is not too hot.",
        "El café sabe mejor si el agua no está demasiado caliente.",
    ),
    (
        'd',
        "Heavy rain flooded the cellars of the quarter near the river.",
        "Una fuerte lluvia inundó los sótanos del barrio cercano al río.",
    ),
    (
        'e',
        "Wine merchants complain about the new tax on bottles.",
        "Los comerciantes de vino se quejan del nuevo impuesto sobre las botellas.",
    ),
    (
        'f',
        "Nobody knows why the doors stayed open during the whole night.",
        "Nadie sabe por qué las puertas permanecieron abiertas durante toda la noche.",
    ),
    (
        'g',
        "Trains will run every hour between both cities.",
        "Los trenes circularán cada hora entre ambas ciudades.",
    ),
    (
        'h',
        "Our library lends books and old newspapers to the neighbours.",
        "Nuestra biblioteca presta libros y periódicos antiguos a los vecinos.",
    ),
    ('k', "Photo: WCO", "Foto: OMA"),
    ('s', "Opening hours", "Horario de apertura"),
    ('t', "Fees and duties", "Tasas y derechos"),
    (
        'z',
        "Farmers fear that the drought will destroy the harvest of maize.",
        "Los agricultores temen que la sequía destruya la cosecha de maíz.",
    ),
];

/// Both sides of what stands in cells.
const CELLS: [(char, &str, &str); 10] = [
    ('A', "Import licence", "Licencia de importación"),
    ('B', "20 USD", "20 USD"),
    ('C', "Transit permit", "Permiso de tránsito"),
    ('D', "30 USD", "30 USD"),
    ('E', "Customs seal", "Precinto aduanero"),
    ('F', "45 USD", "45 USD"),
    ('X', "Service", "Servicio"),
    ('Y', "Fee", "Tasa"),
    ('P', "yes", "sí"),
    ('Q', "Paid", "Pagado"),
];

/// One side of a text as the table writes it: its document, and how each block is written there.
fn side(text: &str, spanish: bool) -> (Document, Vec<String>) {
    let (mut parts, mut names) = (Vec::new(), Vec::new());
    for token in text.split_whitespace() {
        let letters = token.trim_start_matches(|c: char| !c.is_alphabetic());
        let mark = token.strip_suffix(letters).unwrap_or_default();
        let mark = if letters.starts_with('k') { "^" } else { mark };
        let mut said = String::new();
        for c in letters.chars() {
            if c == '\'' {
                said.push_str(if spanish { " Y un amigo." } else { " And a friend." });
                continue;
            }
            let all = SENTENCES.iter().chain(&CELLS);
            let (_, en, es) = all.into_iter().find(|(letter, ..)| *letter == c).unwrap();
            said.push_str(if said.is_empty() { "" } else { " " });
            said.push_str(if spanish { es } else { en });
        }
        parts.push(match mark.is_empty() {
            true => said,
            false => format!("{mark} {said}"),
        });
        names.push(letters.to_owned());
    }
    let twice: Vec<bool> =
        names.iter().map(|name| names.iter().filter(|other| *other == name).count() > 1).collect();
    for (at, name) in names.iter_mut().enumerate().filter(|(at, _)| twice[*at]) {
        name.push_str(&(at + 1).to_string());
    }
    (page(&parts.join("\n\n")), names)
}

/// One look at the article.
struct Step {
    source: &'static str,
    target: &'static str,
    /// What is linked with what then.
    links: &'static str,
    /// What is accepted: units of the source as they are written here, or of the target where the source
    /// has none, or what stood in the source and is gone on both sides; nothing where it is empty.
    accepted: &'static str,
    /// What is linked with what after that.
    then: &'static str,
}

fn step(source: &'static str, target: &'static str, links: &'static str) -> Step {
    Step { source, target, links, accepted: "", then: "" }
}

impl Step {
    fn accept(self, accepted: &'static str, then: &'static str) -> Step {
        Step { accepted, then, ..self }
    }
}

struct Case {
    source: Document,
    target: Document,
    names: [Vec<String>; 2],
}

impl Case {
    /// The links as the table writes them, without that of the last unit; and that one.
    fn links(&self, record: &Record) -> (String, String) {
        let tracking = track(record, &self.source, Some(&self.target), &NoTerms);
        let mut out = Vec::new();
        for part in picture(&tracking).split(' ') {
            let (part, _) = part.split_once('@').unwrap_or((part, ""));
            let (link, state) = match part.find([':', '/']) {
                Some(at) => part.split_at(at),
                None => (part, ""),
            };
            let named = |list: &str, side: usize| -> String {
                let name = |number: &str| self.names[side][number.parse::<usize>().unwrap()].clone();
                list.split('+').filter(|n| !n.is_empty()).map(name).collect::<Vec<_>>().join("+")
            };
            if let Some(extra) = link.strip_prefix('?') {
                out.push(format!("?{}", named(extra, 1)));
                continue;
            }
            let (added, link) = link.strip_prefix('+').map_or(("", link), |link| ("+", link));
            let (source, target) = link.split_once('>').unwrap();
            out.push(format!("{added}{}>{}{state}", named(source, 0), named(target, 1)));
        }
        let last = out.iter().position(|link| link.starts_with('z')).unwrap();
        let last = out.remove(last);
        (out.join(" "), last)
    }

    fn accept(&self, record: &Record, selection: &Selection) -> Record {
        accept(record, &self.source, &self.target, selection, &because("so"), &NoTerms).unwrap().record
    }

    /// The units of that name, on either side.
    fn units(&self, names: &str) -> Selection {
        let unit = |name: &str| match self.names[0].iter().position(|other| other == name) {
            Some(at) => UnitRef::Number(at + 1),
            None => UnitRef::Hash(match self.names[1].iter().position(|other| other == name) {
                Some(at) => self.target.blocks[at].hash(),
                None => side(name, false).0.blocks[0].hash(),
            }),
        };
        Selection::Units(names.split(' ').map(unit).collect())
    }
}

/// Goes through the steps of a case. At each: the links are those of the table, before and after what
/// is accepted; accepting the last unit alone changes nothing else; all that is pending, accepted one by
/// one from the end, is what all of it is at once.
fn follows(what: &str, before: &str, steps: &[Step]) {
    let whole = |text: &str, last: &str| format!("{text} {last}");
    let (source, _) = side(&whole(before, "z"), false);
    let (target, _) = side(&whole(before, "z"), true);
    let mut record = first(&source, &target);
    assert_eq!(record.links.len(), source.blocks.len(), "{what}");
    for (number, step) in steps.iter().enumerate() {
        let last = format!("z{}", "'".repeat(number + 1));
        let (source, of_source) = side(&whole(step.source, &last), false);
        let (target, of_target) = side(&whole(step.target, "z"), true);
        let case = Case { source, target, names: [of_source, of_target] };
        let changed = format!("{last}>z:changed");
        let at = format!("{what}, step {}", number + 1);
        assert_eq!(case.links(&record), (step.links.to_owned(), changed.clone()), "{at}");
        let other = case.accept(&record, &case.units(&last));
        assert_eq!(case.links(&other), (step.links.to_owned(), format!("{last}>z")), "{at}, the last alone");

        let all = case.accept(&record, &Selection::All);
        let mut part = record.clone();
        for _ in 0..40 {
            let tracking = track(&part, &case.source, Some(&case.target), &NoTerms);
            let open = |link: &&Tracked| {
                link.source_state != SourceState::Same || link.target_state != TargetState::Same
            };
            let number = |source: &[usize]| source.first().map(|at| UnitRef::Number(at + 1));
            let added = tracking.added.iter().rev().map(|added| number(&added.source));
            let extra = tracking.extra.iter().rev();
            let extra = extra.map(|at| Some(UnitRef::Hash(case.target.blocks[*at].hash())));
            let links = tracking.links.iter().enumerate().rev().filter(|(_, link)| open(link));
            let links =
                links.map(|(at, link)| number(&link.source).or(Some(UnitRef::Link(part.links[at].id))));
            let Some(unit) = added.chain(extra).chain(links).flatten().next() else { break };
            part = case.accept(&part, &Selection::Units(vec![unit]));
        }
        assert_eq!(part, all, "{at}, one by one");

        if !step.accepted.is_empty() {
            record = case.accept(&record, &case.units(step.accepted));
            assert_eq!(
                case.links(&record),
                (step.then.to_owned(), changed),
                "{at}, {} accepted",
                step.accepted
            );
        }
    }
}

#[test]
fn moved() {
    follows(
        "one paragraph, further down",
        "a b c d e",
        &[step("a c d b e", "a b c d e", "a>a b>b:moved c>c d>d e>e").accept("b", "a>a c>c d>d b>b e>e")],
    );
    follows(
        "one paragraph, to the top",
        "a b c d e",
        &[step("d a b c e", "a b c d e", "a>a b>b c>c d>d:moved e>e").accept("d", "d>d a>a b>b c>c e>e")],
    );
    follows(
        "one paragraph, to the end",
        "a b c d e",
        &[step("a c d e b", "a b c d e", "a>a b>b:moved c>c d>d e>e").accept("b", "a>a c>c d>d e>e b>b")],
    );
    follows(
        "one paragraph, on both sides",
        "a b c d e",
        &[step("a c d b e", "a c d b e", "a>a b>b:moved c>c d>d e>e").accept("b", "a>a c>c d>d b>b e>e")],
    );
    follows(
        "a block of three, further down",
        "a b c d e f g h",
        &[step("a e f g h b c d", "a b c d e f g h", "a>a b>b:moved c>c:moved d>d:moved e>e f>f g>g h>h")
            .accept("c", "a>a b>b:moved d>d:moved e>e f>f g>g h>h c>c")],
    );
    follows(
        "a block of three, to the top",
        "a b c d e f g h",
        &[step("f g h a b c d e", "a b c d e f g h", "a>a b>b c>c d>d e>e f>f:moved g>g:moved h>h:moved")
            .accept("f h", "f>f h>h a>a b>b c>c d>d e>e g>g:moved")],
    );
    follows(
        "past equal ones",
        "a k b k c",
        &[step("k b k a c", "a k b k c", "a>a:moved k1>k2 b>b k3>k4 c>c")
            .accept("a", "k1>k2 b>b k3>k4 a>a c>c")],
    );
    follows(
        "with a caption that others have too",
        "a k b k c k d",
        &[step("a k c k d b k", "a k b k c k d", "a>a k2>k2 b>b:moved k7>k4:moved c>c k4>k6 d>d")
            .accept("b", "a>a k2>k2 k7>k4:moved c>c k4>k6 d>d b>b")],
    );
    follows(
        "two that changed places",
        "a b c d e",
        &[step("a d c b e", "a b c d e", "a>a b>b:moved c>c:moved d>d e>e")
            .accept("b", "a>a c>c:moved d>d b>b e>e")],
    );
    follows(
        "and edited",
        "a b c d e",
        &[step("a c d b' e", "a b c d e", "a>a b'>b:moved c>c d>d e>e").accept("b'", "a>a c>c d>d b'>b e>e")],
    );
    follows(
        "and edited, on both sides",
        "a b c d e",
        &[step("a c d b' e", "a c d b' e", "a>a b'>b':moved/edited c>c d>d e>e")
            .accept("b'", "a>a c>c d>d b'>b' e>e")],
    );
    follows(
        "twice, accepted at neither place",
        "a b c d e",
        &[
            step("a c d b e", "a b c d e", "a>a b>b:moved c>c d>d e>e"),
            step("a c b d e", "a b c d e", "a>a b>b c>c:moved d>d e>e"),
            step("a b c d e", "a b c d e", "a>a b>b c>c d>d e>e"),
        ],
    );
    follows(
        "accepted, and moved back",
        "a b c d e",
        &[
            step("a c d e b", "a b c d e", "a>a b>b:moved c>c d>d e>e").accept("b", "a>a c>c d>d e>e b>b"),
            step("a b c d e", "a b c d e", "a>a c>c d>d e>e b>b:moved").accept("b", "a>a b>b c>c d>d e>e"),
        ],
    );
}

#[test]
fn split() {
    follows(
        "in two",
        "a bc d",
        &[step("a b c d", "a bc d", "a>a b+c>bc:split d>d").accept("c", "a>a b+c>bc d>d")],
    );
    follows(
        "in three",
        "a bcd e",
        &[step("a b c d e", "a bcd e", "a>a b+c+d>bcd:split e>e").accept("b", "a>a b+c+d>bcd e>e")],
    );
    follows(
        "in two on both sides",
        "a bc d",
        &[step("a b c d", "a b c d", "a>a b+c>b+c:split/edited d>d").accept("b", "a>a b+c>b+c d>d")],
    );
    follows(
        "in two, and one half edited",
        "a bc d",
        &[step("a b c' d", "a bc d", "a>a b+c'>bc:split d>d").accept("b", "a>a b+c'>bc d>d")],
    );
    follows(
        "in two, and one half edited, on both sides",
        "a bc d",
        &[step("a b c' d", "a b c' d", "a>a b+c'>b+c':split/edited d>d").accept("c'", "a>a b+c'>b+c' d>d")],
    );
    follows(
        "in three, with another one put in behind, of which the new one is accepted",
        "a bcd e",
        &[step("a b c d g e", "a bcd g e", "a>a b+c+d>bcd:split e>e +g>g")
            .accept("g", "a>a b+c+d>bcd:split g>g e>e")],
    );
    follows(
        "around a caption that repeats",
        "a k bc k d",
        &[step("a k b k c d", "a k bc k d", "a>a k2>k2 b+c>bc:split k4>k4 d>d")
            .accept("b", "a>a k2>k2 b+c>bc k4>k4 d>d")],
    );
    follows(
        "in two, and put together again",
        "a bc d",
        &[
            step("a b c d", "a bc d", "a>a b+c>bc:split d>d").accept("b", "a>a b+c>bc d>d"),
            step("a bc d", "a bc d", "a>a bc>bc:merged d>d").accept("bc", "a>a bc>bc d>d"),
        ],
    );
}

#[test]
fn merged() {
    follows(
        "two",
        "a b c d",
        &[step("a bc d", "a b c d", "a>a bc>b:merged bc>c:merged d>d").accept("bc", "a>a bc>b+c d>d")],
    );
    follows(
        "three",
        "a b c d e",
        &[step("a bcd e", "a b c d e", "a>a bcd>b:merged bcd>c:merged bcd>d:merged e>e")
            .accept("bcd", "a>a bcd>b+c+d e>e")],
    );
    follows(
        "two on both sides",
        "a b c d",
        &[step("a bc d", "a bc d", "a>a bc>bc:merged/edited bc>bc:merged/edited d>d")
            .accept("bc", "a>a bc>bc d>d")],
    );
    follows(
        "two, and edited",
        "a b c d",
        &[step("a bc' d", "a b c d", "a>a bc'>b:merged bc'>c:merged d>d").accept("bc'", "a>a bc'>b+c d>d")],
    );
    follows(
        "two on both sides, one target edited before it was merged",
        "a b c d",
        &[
            step("a b c d", "a b c' d", "a>a b>b c>c'/edited d>d").accept("c", "a>a b>b c>c' d>d"),
            step("a bc d", "a bc' d", "a>a bc>bc':merged/edited bc>bc':merged/edited d>d")
                .accept("bc", "a>a bc>bc' d>d"),
        ],
    );
    follows(
        "around a caption that repeats",
        "a k b k c d",
        &[step("a k bc k d", "a k b k c d", "a>a k2>k2 bc>b:merged k4>k4 bc>c:merged d>d")
            .accept("bc", "a>a k2>k2 bc>b+c k4>k4 d>d")],
    );
    follows(
        "two, and split again",
        "a b c d",
        &[
            step("a bc d", "a b c d", "a>a bc>b:merged bc>c:merged d>d"),
            step("a b c d", "a b c d", "a>a b>b c>c d>d"),
        ],
    );
}

#[test]
fn deleted_and_restored() {
    follows(
        "in the same place",
        "a b c d",
        &[step("a c d", "a b c d", "a>a >b:removed c>c d>d"), step("a b c d", "a b c d", "a>a b>b c>c d>d")],
    );
    follows(
        "in the same place, while another one was accepted",
        "a b c d",
        &[
            step("a c' d", "a b c' d", "a>a >b:removed c'>c':changed/edited d>d")
                .accept("c'", "a>a >b:removed c'>c' d>d"),
            step("a b c' d", "a b c' d", "a>a b>b c'>c' d>d"),
        ],
    );
    follows(
        "in another place",
        "a b c d",
        &[
            step("a c d", "a b c d", "a>a >b:removed c>c d>d"),
            step("a c d b", "a b c d", "a>a b>b:moved c>c d>d").accept("b", "a>a c>c d>d b>b"),
        ],
    );
    follows(
        "with an edit",
        "a b c d",
        &[
            step("a c d", "a b c d", "a>a >b:removed c>c d>d"),
            step("a b' c d", "a b c d", "a>a b'>b:changed c>c d>d").accept("b'", "a>a b'>b c>c d>d"),
        ],
    );
    follows(
        "with an edit, in another place",
        "a b c d",
        &[
            step("a c d", "a b c d", "a>a >b:removed c>c d>d"),
            step("a c d b'", "a b c d", "a>a b'>b:moved c>c d>d").accept("b'", "a>a c>c d>d b'>b"),
        ],
    );
    follows(
        "after its target was kept without it",
        "a b c d",
        &[
            step("a c d", "a b c d", "a>a >b:removed c>c d>d").accept("b", "a>a >b c>c d>d"),
            step("a b c d", "a b c d", "a>a b>b:changed c>c d>d").accept("b", "a>a b>b c>c d>d"),
        ],
    );
    follows(
        "in another place after its target was kept without it",
        "a b c d",
        &[
            step("a c d", "a b c d", "a>a >b:removed c>c d>d").accept("b", "a>a >b c>c d>d"),
            step("a c d b", "a b c d", "a>a b>b:changed c>c d>d").accept("b", "a>a c>c d>d b>b"),
        ],
    );
    follows(
        "one of two equal ones",
        "a k b k c",
        &[
            step("a k b c", "a k b k c", "a>a k>k2 b>b >k4:removed c>c"),
            step("a k b k c", "a k b k c", "a>a k2>k2 b>b k4>k4 c>c"),
        ],
    );
    follows(
        "the first of two equal ones",
        "a k b k c",
        &[
            step("a b k c", "a k b k c", "a>a >k2:removed b>b k>k4 c>c"),
            step("a k b k c", "a k b k c", "a>a k2>k2 b>b k4>k4 c>c"),
        ],
    );
    follows(
        "a block of three of which one was accepted as gone",
        "a b c d e f",
        &[
            step("a e f", "a b d e f", "a>a >b:removed >:removed/removed >d:removed e>e f>f")
                .accept("c", "a>a >b:removed >d:removed e>e f>f"),
            step("a b c d e f", "a b c d e f", "a>a b>b d>d e>e f>f +c>c")
                .accept("c", "a>a b>b c>c d>d e>e f>f"),
        ],
    );
}

#[test]
fn items_of_lists() {
    follows(
        "moved",
        "a -b -c -d -e",
        &[step("a -c -d -b -e", "a -b -c -d -e", "a>a b>b:moved c>c d>d e>e")
            .accept("b", "a>a c>c d>d b>b e>e")],
    );
    follows(
        "moved and edited",
        "a -b -c -d -e",
        &[step("a -c -d -b' -e", "a -b -c -d -e", "a>a b'>b:moved c>c d>d e>e")
            .accept("b'", "a>a c>c d>d b'>b e>e")],
    );
    follows(
        "split in two",
        "a -bc -d",
        &[step("a -b -c -d", "a -bc -d", "a>a b+c>bc:split d>d").accept("c", "a>a b+c>bc d>d")],
    );
    follows(
        "two merged",
        "a -b -c -d",
        &[step("a -bc -d", "a -b -c -d", "a>a bc>b:merged bc>c:merged d>d").accept("bc", "a>a bc>b+c d>d")],
    );
    follows(
        "deleted and restored elsewhere",
        "a -b -c -d",
        &[
            step("a -c -d", "a -b -c -d", "a>a >b:removed c>c d>d"),
            step("a -c -d -b", "a -b -c -d", "a>a b>b:moved c>c d>d").accept("b", "a>a c>c d>d b>b"),
        ],
    );
    follows(
        "put into another one's list",
        "a -1b -1c -1d",
        &[step("a -1b -2c -1d", "a -1b -1c -1d", "a>a b>b c>c:changed d>d").accept("c", "a>a b>b c>c d>d")],
    );
    follows(
        "put into another one's list and moved",
        "a -1b -1c -1d",
        &[step("a -1c -1d -2b", "a -1b -1c -1d", "a>a b>b:moved c>c d>d").accept("b", "a>a c>c d>d b>b")],
    );
    follows(
        "a paragraph that became an item",
        "a b -c -d",
        &[step("a -b -c -d", "a b -c -d", "a>a b>b:changed c>c d>d").accept("b", "a>a b>b c>c d>d")],
    );
}

#[test]
fn tables() {
    follows(
        "a row moved",
        "a |X &Y |A &B |C &D |E &F",
        &[step(
            "a |X &Y |C &D |E &F |A &B",
            "a |X &Y |A &B |C &D |E &F",
            "a>a X>X Y>Y A>A:moved B>B:moved C>C D>D E>E F>F",
        )
        .accept("A", "a>a X>X Y>Y B>B:moved C>C D>D E>E F>F A>A")],
    );
    follows(
        "a row deleted and restored",
        "a |X &Y |A &B |C &D |E &F",
        &[
            step(
                "a |X &Y |A &B |E &F",
                "a |X &Y |A &B |C &D |E &F",
                "a>a X>X Y>Y A>A B>B >C:removed >D:removed E>E F>F",
            ),
            step(
                "a |X &Y |A &B |C &D |E &F",
                "a |X &Y |A &B |C &D |E &F",
                "a>a X>X Y>Y A>A B>B C>C D>D E>E F>F",
            ),
        ],
    );
    follows(
        "a row deleted and restored with another value",
        "a |X &Y |A &B |C &D |E &F",
        &[
            step(
                "a |X &Y |A &B |E &F",
                "a |X &Y |A &B |C &D |E &F",
                "a>a X>X Y>Y A>A B>B >C:removed >D:removed E>E F>F",
            ),
            step(
                "a |X &Y |A &B |C &F |E &F",
                "a |X &Y |A &B |C &D |E &F",
                "a>a X>X Y>Y A>A B>B C>C F7>D:changed E>E F9>F",
            )
            .accept("F7", "a>a X>X Y>Y A>A B>B C>C F7>D E>E F9>F"),
        ],
    );
    follows(
        "a column put in between",
        "a |X &Y |A &B |C &D",
        &[step(
            "a |X &Q &Y |A &P &B |C &P &D",
            "a |X &Y |A &B |C &D",
            "a>a X>X Y>Y A>A B>B C>C D>D +Q> +P6> +P9>",
        )
        .accept("Q P9", "a>a X>X Q> Y>Y A>A B>B C>C P9> D>D +P6>")],
    );
    follows(
        "a column taken out",
        "a |X &Q &Y |A &P &B |C &P &D",
        &[step(
            "a |X &Y |A &B |C &D",
            "a |X &Q &Y |A &P &B |C &P &D",
            "a>a X>X >Q:removed Y>Y A>A >P6:removed B>B C>C >P9:removed D>D",
        )
        .accept("Q", "a>a X>X >Q Y>Y A>A >P6:removed B>B C>C >P9:removed D>D")],
    );
    follows(
        "columns that changed places",
        "a |X &Q &Y |A &P &B |C &P &D",
        &[step(
            "a |X &Y &Q |A &B &P |C &D &P",
            "a |X &Q &Y |A &P &B |C &P &D",
            "a>a X>X Q>Q Y>Y:moved A>A P7>P6:moved B>B C>C P10>P9:moved D>D",
        )
        .accept("P7", "a>a X>X Q>Q Y>Y:moved A>A B>B P7>P6 C>C P10>P9:moved D>D")],
    );
    follows(
        "a row split off into a table of its own behind a paragraph",
        "a |X &Y |A &B |C &D b",
        &[step(
            "a |X &Y |A &B b |C &D",
            "a |X &Y |A &B |C &D b",
            "a>a X>X Y>Y A>A B>B C>C:moved D>D:moved b>b",
        )
        .accept("D", "a>a X>X Y>Y A>A B>B C>C:moved b>b D>D")],
    );
}

#[test]
fn headings() {
    follows(
        "one level deeper",
        "a #2s b #2t c",
        &[step("a #2s b #3t c", "a #2s b #2t c", "a>a s>s b>b t>t:changed c>c")
            .accept("t", "a>a s>s b>b t>t c>c")],
    );
    follows(
        "two levels that changed, of which one is accepted",
        "a #2s b #2t c",
        &[step("a #3s b #3t c", "a #2s b #2t c", "a>a s>s:changed b>b t>t:changed c>c")
            .accept("s", "a>a s>s b>b t>t:changed c>c")],
    );
    follows(
        "one level deeper and moved with its text",
        "a #2s b #2t c d e",
        &[step("a #2t c d e #3s b", "a #2s b #2t c d e", "a>a s>s:moved b>b:moved t>t c>c d>d e>e")
            .accept("s", "a>a b>b:moved t>t c>c d>d e>e s>s")],
    );
    follows(
        "one level deeper, deleted and restored as it was",
        "a #2s b #2t c",
        &[
            step("a #2s b #3t c", "a #2s b #2t c", "a>a s>s b>b t>t:changed c>c")
                .accept("t", "a>a s>s b>b t>t c>c"),
            step("a #2s b c", "a #2s b #2t c", "a>a s>s b>b >t:removed c>c"),
            step("a #2s b #3t c", "a #2s b #2t c", "a>a s>s b>b t>t c>c"),
        ],
    );
    follows(
        "a heading that became a paragraph",
        "a #2s b #2t c",
        &[step("a #2s b t c", "a #2s b #2t c", "a>a s>s b>b t>t:changed c>c")
            .accept("t", "a>a s>s b>b t>t c>c")],
    );
}
