//! Tables of terms as terminologists keep them: rows under a line of column names, in whatever
//! order, with whatever else beside.
//!
//! Two shapes, known by their columns: *long*, a line a term (`concept`, `locale`, `term`,
//! `status` …), and *wide*, a line a concept and a column a locale (`es`, `es_acronym`,
//! `pt-BR status` …). A table with columns of concepts only (`concept`, `subject`, `definition`) is
//! a long one without terms. Names of columns are known in English, Spanish and French; what
//! stands in a column of another name goes into the note, with that name in brackets.
//!
//! A cell of a wide table may hold several names, in the manner of [`terms_tsv`]: ` / ` between
//! them, what is optional in brackets. Remarks in brackets go into the note of the name.

use rustc_hash::FxHashMap;

use super::entry::{Entry, Intake, MOST_NAMES, Name, Place, append, cut};
use super::rows::Row;
use super::terms_tsv::{self, Problem};
use crate::domain::locale::Locale;
use crate::domain::termbase::{Enforce, Gender, Kind, PartOfSpeech, Status};

/// So many columns are read; what stands in others is counted. Each row looks at every column, so
/// there must not be as many as a file can name.
const MOST_COLUMNS: usize = 300;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    /// Something of the concept, or of the term of that row.
    Field(Field),
    /// Something of the terms of a locale, in a wide table.
    Of(Locale, Field),
    /// Anything else, by its name.
    Other(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Concept,
    Subject,
    Keep,
    Definition,
    Locale,
    Term,
    Acronym,
    Status,
    Kind,
    Pos,
    Gender,
    Case,
    Variants,
    Renders,
    Enforce,
    Note,
    Source,
    ConceptEnforce,
    ConceptNote,
    ConceptSource,
}

/// The names of columns, in small letters and with `_` for what stands between words.
const NAMES: [(Field, &[&str]); 19] = [
    (Field::Concept, &["concept", "concept_id", "id", "entry", "entry_id", "concepto", "ficha", "fiche"]),
    (Field::Subject, &["subject", "subject_field", "domain", "field", "materia", "dominio", "domaine"]),
    (Field::Keep, &["keep"]),
    (Field::Definition, &["definition", "definición", "definicion", "définition"]),
    (Field::Locale, &["locale", "language", "lang", "idioma", "lengua", "langue"]),
    (Field::Term, &["term", "término", "termino", "terme"]),
    (Field::Status, &["status", "estado", "statut"]),
    (Field::Kind, &["kind", "type", "term_type", "tipo"]),
    (Field::Pos, &["pos", "part_of_speech", "categoría_gramatical", "catégorie_grammaticale"]),
    (Field::Gender, &["gender", "género", "genero", "genre"]),
    (Field::Case, &["case", "case_sensitive"]),
    (Field::Variants, &["variants", "variantes", "forms", "formas", "formes"]),
    (Field::Renders, &["for"]),
    (Field::Enforce, &["enforce"]),
    (
        Field::Note,
        &[
            "note",
            "notes",
            "nota",
            "notas",
            "remark",
            "remarks",
            "remarque",
            "remarques",
            "comment",
            "comments",
            "comentario",
            "comentarios",
            "commentaire",
            "commentaires",
            "status/notes",
        ],
    ),
    (Field::Source, &["source", "sources", "reference", "fuente", "fuentes", "référence"]),
    (Field::ConceptEnforce, &["concept_enforce"]),
    (Field::ConceptNote, &["concept_note"]),
    (Field::ConceptSource, &["concept_source"]),
];

/// Languages by name, as columns of wide tables are headed.
const LANGUAGES: [(&str, &[&str]); 10] = [
    ("ar", &["arabic", "árabe", "arabe"]),
    ("de", &["german", "deutsch", "alemán", "allemand"]),
    ("en", &["english", "inglés", "ingles", "anglais"]),
    ("es", &["spanish", "español", "espanol", "espagnol"]),
    ("fr", &["french", "français", "francais", "francés"]),
    ("it", &["italian", "italiano", "italien"]),
    ("nl", &["dutch", "nederlands", "neerlandés", "néerlandais"]),
    ("pt", &["portuguese", "português", "portugués", "portugais"]),
    ("ru", &["russian", "ruso", "russe", "русский"]),
    ("zh", &["chinese", "chino", "chinois", "中文"]),
];

/// What a name of a column says behind its locale.
const OF_LOCALE: [(Field, &[&str]); 9] = [
    (Field::Acronym, &["acronym", "acronyms", "sigla", "siglas", "sigle"]),
    (Field::Status, &["status", "estado", "statut"]),
    (Field::Note, &["note", "notes", "nota", "notas", "comment"]),
    (Field::Source, &["source", "fuente"]),
    (Field::Pos, &["pos", "part_of_speech"]),
    (Field::Gender, &["gender", "género", "genero", "genre"]),
    (Field::Variants, &["variants", "variantes"]),
    (Field::Case, &["case"]),
    (Field::Term, &["term", "terms", "término", "terme"]),
];

fn field(names: &[(Field, &[&str])], name: &str) -> Option<Field> {
    names.iter().find(|(_, known)| known.contains(&name)).map(|(field, _)| *field)
}

impl Column {
    fn of(name: &str) -> Column {
        let plain: String = name
            .trim_start_matches('\u{feff}')
            .trim()
            .to_lowercase()
            .chars()
            .map(|c| if c == ' ' || c == '-' || c == '\u{a0}' { '_' } else { c })
            .collect();
        if let Some(field) = field(&NAMES, &plain) {
            return Column::Field(field);
        }
        // `es_gender` would pass for a tag too, of a variant of Spanish.
        for (field, ends) in OF_LOCALE {
            for end in ends {
                let tag = plain.strip_suffix(end).and_then(|rest| rest.strip_suffix('_'));
                if let Some(locale) = tag.and_then(locale) {
                    return Column::Of(locale, field);
                }
            }
        }
        match locale(&plain) {
            Some(locale) => Column::Of(locale, Field::Term),
            None => Column::Other(name.trim().to_owned()),
        }
    }
}

/// The locale that a column is headed with: a tag, or a language's name. Short words that head
/// columns of other things are none.
fn locale(name: &str) -> Option<Locale> {
    if let Some((tag, _)) = LANGUAGES.iter().find(|(_, names)| names.contains(&name)) {
        return tag.parse().ok();
    }
    let language = name.split('_').next().unwrap_or_default();
    let known = match language.len() {
        2 => !["no", "nr"].contains(&name),
        3 => ["ast", "ckb", "fil", "gsw", "haw", "kok", "yue"].contains(&language) || name.contains('_'),
        _ => false,
    };
    name.parse().ok().filter(|_| known)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Long,
    Wide,
}

/// Reads one table, row by row.
pub struct Table {
    columns: Vec<Column>,
    names: Vec<String>,
    shape: Shape,
    /// A concept of a long table whose rows may go on.
    open: Option<Entry>,
    seen: FxHashMap<String, usize>,
    locales: FxHashMap<String, Option<Locale>>,
    rows: usize,
}

impl Table {
    /// The table that begins with this row of names; `None` where they name nothing known.
    pub fn of(head: &Row) -> Option<Self> {
        let columns: Vec<Column> =
            head.cells.iter().take(MOST_COLUMNS).map(|cell| Column::of(&cell.text)).collect();
        let has = |field| columns.contains(&Column::Field(field));
        let locales =
            columns.iter().filter(|column| matches!(column, Column::Of(_, Field::Term | Field::Acronym)));
        let fields = columns.iter().filter(|column| matches!(column, Column::Field(_))).count();
        // A line of DeepL's, its languages behind the terms.
        if let [Column::Other(_), Column::Other(_), Column::Of(..), Column::Of(..)] = columns.as_slice() {
            return None;
        }
        let shape = match locales.count() {
            0 if has(Field::Concept) && has(Field::Locale) && has(Field::Term) => Shape::Long,
            0 if has(Field::Concept) && fields > 1 && !has(Field::Term) && !has(Field::Locale) => Shape::Long,
            0 => return None,
            1 if fields == 0 => return None,
            _ => Shape::Wide,
        };
        let names = head.cells.iter().take(MOST_COLUMNS).map(|cell| cell.text.clone()).collect();
        let (seen, locales) = (FxHashMap::default(), FxHashMap::default());
        Some(Table { columns, names, shape, open: None, seen, locales, rows: 0 })
    }

    /// Takes a row.
    pub fn row(&mut self, row: &Row, intake: &mut Intake<'_>) -> Result<(), Problem> {
        self.rows += 1;
        if self.rows > MOST_NAMES {
            return Err(intake.problem(row.place, "too-many", String::new(), MOST_NAMES.to_string()));
        }
        for cell in row.cells.iter().skip(self.columns.len()).filter(|cell| !cell.text.is_empty()) {
            intake.leave_out("foreign-cell", cell.place);
        }
        match self.shape {
            Shape::Long => self.long(row, intake),
            Shape::Wide => self.wide(row, intake),
        }
    }

    /// Hands on what is still open.
    pub fn finish(mut self, intake: &mut Intake<'_>) -> Result<(), Problem> {
        self.open.take().map_or(Ok(()), |entry| intake.entry(entry))
    }

    /// The place of the column of a field, if there is one.
    fn at(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Column::Field(field))
    }

    fn get<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        self.at(field).map_or("", |at| row.get(at))
    }

    fn long(&mut self, row: &Row, intake: &mut Intake<'_>) -> Result<(), Problem> {
        let has_terms = self.at(Field::Term).is_some();
        let id = self.get(row, Field::Concept);
        let place = self.at(Field::Concept).map_or(row.place, |at| row.place_of(at));
        // In a table without terms, and in one that says so, these are the concept's.
        let or_own = |field, own| if has_terms { self.get(row, field) } else { self.get(row, own) };
        let note = or_own(Field::ConceptNote, Field::Note);
        let source = or_own(Field::ConceptSource, Field::Source);
        let enforce = if has_terms { Field::ConceptEnforce } else { Field::Enforce };
        let mut entry = Entry {
            place,
            id: Some(id.to_owned()),
            subject: self.get(row, Field::Subject).to_owned(),
            definition: self.get(row, Field::Definition).to_owned(),
            note: note.to_owned(),
            source: source.to_owned(),
            ..Entry::default()
        };
        if id.is_empty() {
            // Rows below a concept's first, as merged cells leave them.
            match &self.open {
                Some(open) => entry.id.clone_from(&open.id),
                None => return Err(intake.problem(place, "no-id", String::new(), String::new())),
            }
        }
        let mut said = Vec::new();
        entry.keep = self.word(row, Field::Keep, &YES, intake, &mut said).unwrap_or(false);
        entry.enforce = self.word(row, enforce, &ENFORCE, intake, &mut said);
        let name = self.term(row, intake, &mut said)?;
        let has_name = name.is_some();
        entry.names.extend(name);
        for (at, column) in self.columns.iter().enumerate() {
            let cell = row.get(at);
            if let Column::Other(name) = column
                && !cell.is_empty()
            {
                said.push(format!("[{}] {cell}", if name.is_empty() { "?" } else { name }));
            }
        }
        for part in said {
            match entry.names.first_mut() {
                Some(name) => append(&mut name.note, &part),
                None => append(&mut entry.note, &part),
            }
        }
        if !has_name && has_terms && !self.get(row, Field::Locale).is_empty() {
            intake.leave_out("empty-term", row.place);
        }
        match &mut self.open {
            // The next term of the same concept, of which nothing else is said.
            Some(open) if open.id == entry.id && goes_on(open, &entry) => {
                let first = |name: &Name| {
                    let same = |own: &Name| own.locale == name.locale && own.kind() == name.kind();
                    !open.names.iter().any(same)
                };
                for name in &mut entry.names {
                    name.usual = if first(name) { Status::Preferred } else { Status::Admitted };
                }
                open.names.append(&mut entry.names);
                Ok(())
            }
            open => {
                for name in &mut entry.names {
                    name.usual = Status::Preferred;
                }
                open.replace(entry).map_or(Ok(()), |entry| intake.entry(entry))
            }
        }
    }

    /// The term of a row of a long table; `None` where there is none.
    fn term(
        &mut self,
        row: &Row,
        intake: &mut Intake<'_>,
        said: &mut Vec<String>,
    ) -> Result<Option<Name>, Problem> {
        let text = self.get(row, Field::Term).to_owned();
        if text.is_empty() {
            return Ok(None);
        }
        let at = self.at(Field::Locale).unwrap_or_default();
        let tag = row.get(at);
        let locale = match self.locales.get(tag) {
            Some(known) => known.clone(),
            None => {
                let locale = tag.parse().ok().or_else(|| locale(&tag.to_lowercase()));
                if self.locales.len() < 10_000 {
                    self.locales.insert(tag.to_owned(), locale.clone());
                }
                locale
            }
        };
        let Some(locale) = locale else {
            return Err(intake.problem(row.place_of(at), "bad-locale", cut(tag), String::new()));
        };
        let place = self.at(Field::Term).map_or(row.place, |at| row.place_of(at));
        let mut name = Name::new(place, locale, text);
        name.status = self.word(row, Field::Status, &STATUS, intake, said);
        name.kind = self.word(row, Field::Kind, &KIND, intake, said);
        name.pos = self.word(row, Field::Pos, &POS, intake, said);
        name.gender = self.word(row, Field::Gender, &GENDER, intake, said);
        name.exact = self.word(row, Field::Case, &EXACT, intake, said).unwrap_or(false);
        name.enforce = self.word(row, Field::Enforce, &ENFORCE, intake, said);
        name.variants = vec![self.get(row, Field::Variants).to_owned()];
        name.renders = vec![self.get(row, Field::Renders).to_owned()];
        name.note = self.get(row, Field::Note).to_owned();
        name.source = self.get(row, Field::Source).to_owned();
        Ok(Some(name))
    }

    fn word<T: Copy>(
        &self,
        row: &Row,
        field: Field,
        words: &[(T, &[&str])],
        intake: &mut Intake<'_>,
        said: &mut Vec<String>,
    ) -> Option<T> {
        let at = self.at(field)?;
        read_word(row, at, self.names.get(at).map_or("", String::as_str), words, intake, said)
    }

    fn wide(&mut self, row: &Row, intake: &mut Intake<'_>) -> Result<(), Problem> {
        let at = self.at(Field::Concept);
        let place = at.map_or(row.place, |at| row.place_of(at));
        let id = self.get(row, Field::Concept);
        let mut entry = Entry {
            place,
            id: Some(id.to_owned()).filter(|id| !id.is_empty()),
            subject: self.get(row, Field::Subject).to_owned(),
            definition: self.get(row, Field::Definition).to_owned(),
            note: self.get(row, Field::Note).to_owned(),
            source: self.get(row, Field::Source).to_owned(),
            ..Entry::default()
        };
        append(&mut entry.note, self.get(row, Field::ConceptNote));
        append(&mut entry.source, self.get(row, Field::ConceptSource));
        if let Some(id) = &entry.id {
            if let Some(line) = self.seen.get(id) {
                return Err(intake.problem(place, "same-entry", cut(id), line.to_string()));
            }
            self.seen.insert(id.clone(), place.line);
        }
        let mut said = Vec::new();
        entry.keep = self.word(row, Field::Keep, &YES, intake, &mut said).unwrap_or(false);
        entry.enforce = self.word(row, Field::Enforce, &ENFORCE, intake, &mut said);
        for (at, column) in self.columns.iter().enumerate() {
            if let Column::Of(locale, Field::Term | Field::Acronym) = column {
                let acronym = matches!(column, Column::Of(_, Field::Acronym));
                names(row, at, locale, acronym, &mut entry);
            }
        }
        for (at, column) in self.columns.iter().enumerate() {
            let cell = row.get(at);
            let heading = self.names.get(at).map_or("", String::as_str);
            match column {
                _ if cell.is_empty() => {}
                Column::Of(locale, what) if !matches!(what, Field::Term | Field::Acronym) => {
                    let mut over = Vec::new();
                    // What is said of a locale's terms is said of the first that is written out.
                    let mut own = entry.names.iter_mut().filter(|name| name.locale == *locale);
                    match own.next() {
                        Some(name) => of_locale(row, at, *what, heading, name, intake, &mut over),
                        None => over.push(format!("[{heading}] {cell}")),
                    }
                    said.extend(over);
                }
                Column::Other(name) => {
                    said.push(format!("[{}] {cell}", if name.is_empty() { "?" } else { name }));
                }
                // Fields of terms that a wide table has no row for.
                Column::Field(
                    Field::Locale
                    | Field::Term
                    | Field::Status
                    | Field::Kind
                    | Field::Pos
                    | Field::Gender
                    | Field::Case
                    | Field::Variants
                    | Field::Renders
                    | Field::ConceptEnforce,
                ) => said.push(format!("[{heading}] {cell}")),
                _ => {}
            }
        }
        for part in said {
            append(&mut entry.note, &part);
        }
        if entry.id.is_none() && entry.names.is_empty() {
            intake.leave_out("line", row.place);
            return Ok(());
        }
        intake.entry(entry)
    }
}

/// Whether a row only adds a term to the concept that is open.
fn goes_on(open: &Entry, entry: &Entry) -> bool {
    let fits = |own: &str, other: &str| other.is_empty() || own == other;
    fits(&open.subject, &entry.subject)
        && fits(&open.definition, &entry.definition)
        && fits(&open.note, &entry.note)
        && fits(&open.source, &entry.source)
        && (open.keep || !entry.keep)
        && (entry.enforce.is_none() || open.enforce == entry.enforce)
        && open.names.len() < 1000
}

/// The names in a cell of a wide table.
fn names(row: &Row, at: usize, locale: &Locale, acronym: bool, entry: &mut Entry) {
    let cell = row.get(at);
    let kind = if acronym { Kind::Acronym } else { Kind::Term };
    let from = entry.names.len();
    for (order, found) in terms_tsv::wordings(cell, kind, locale, 1).into_iter().enumerate() {
        if entry.names.iter().any(|own| own.locale == found.locale && own.text == found.text) {
            continue;
        }
        let mut name = Name::new(row.place_of(at), found.locale, found.text);
        name.usual = if order == 0 { Status::Preferred } else { Status::Admitted };
        // A column of terms may hold an acronym; only one of acronyms says so.
        name.kind = (found.kind == Kind::Acronym).then_some(Kind::Acronym);
        name.usual_exact = true;
        name.variants = found.variants;
        entry.names.push(name);
    }
    // Remarks in brackets that are no part of any name.
    let mut rest = cell;
    while let Some((_, behind)) = rest.split_once('(') {
        let Some((inside, after)) = behind.split_once(')') else { break };
        rest = after;
        let inside = inside.trim();
        let own = entry.names.get(from..).unwrap_or_default();
        let used = own.iter().any(|name| {
            name.text == inside
                || name.locale.region() == Some(inside)
                || name.variants.iter().any(|form| form.contains(inside))
        });
        if used || inside.is_empty() {
            continue;
        }
        match entry.names.get_mut(from) {
            Some(name) => append(&mut name.note, &format!("({inside})")),
            None => append(&mut entry.note, &format!("[{locale}] ({inside})")),
        }
    }
}

/// Something that is said of a locale's first name.
fn of_locale(
    row: &Row,
    at: usize,
    what: Field,
    heading: &str,
    name: &mut Name,
    intake: &mut Intake<'_>,
    said: &mut Vec<String>,
) {
    let cell = row.get(at);
    match what {
        Field::Status => name.status = read_word(row, at, heading, &STATUS, intake, said),
        Field::Pos => name.pos = read_word(row, at, heading, &POS, intake, said),
        Field::Gender => name.gender = read_word(row, at, heading, &GENDER, intake, said),
        Field::Case => name.exact |= read_word(row, at, heading, &EXACT, intake, said).unwrap_or(false),
        Field::Variants => name.variants.push(cell.to_owned()),
        Field::Note => append(&mut name.note, cell),
        Field::Source => append(&mut name.source, cell),
        _ => said.push(format!("[{heading}] {cell}")),
    }
}

const YES: [(bool, &[&str]); 1] = [(true, &["yes", "y", "x", "1", "true", "sí", "si", "oui"])];
const EXACT: [(bool, &[&str]); 2] = [
    (true, &["exact", "yes", "y", "x", "1", "true", "sí", "si", "oui"]),
    (false, &["no", "non", "0", "false"]),
];
const ENFORCE: [(Enforce, &[&str]); 3] =
    [(Enforce::Error, &["error"]), (Enforce::Warn, &["warn", "warning"]), (Enforce::Hint, &["hint"])];
const STATUS: [(Status, &[&str]); 4] = [
    (Status::Preferred, &["preferred", "approved", "preferido", "preferente", "privilégié", "préféré"]),
    (Status::Admitted, &["admitted", "allowed", "accepted", "admitido", "admis"]),
    (Status::Deprecated, &["deprecated", "obsolete", "desaconsejado", "déconseillé"]),
    (Status::Forbidden, &["forbidden", "prohibited", "prohibido", "interdit"]),
];
const KIND: [(Kind, &[&str]); 2] = [
    (Kind::Term, &["term", "full form", "fullform", "término", "terme"]),
    (Kind::Acronym, &["acronym", "initialism", "sigla", "sigle", "acrónimo"]),
];
const POS: [(PartOfSpeech, &[&str]); 5] = [
    (PartOfSpeech::Noun, &["noun", "n", "sustantivo", "nom"]),
    (PartOfSpeech::Proper, &["proper", "proper noun", "nombre propio", "nom propre"]),
    (PartOfSpeech::Verb, &["verb", "v", "verbo", "verbe"]),
    (PartOfSpeech::Adjective, &["adjective", "adj", "adjetivo", "adjectif"]),
    (PartOfSpeech::Phrase, &["phrase", "expression", "expresión", "locution", "locución"]),
];
const GENDER: [(Gender, &[&str]); 5] = [
    (Gender::Masculine, &["m", "masculine", "masculino", "masculin"]),
    (Gender::Feminine, &["f", "feminine", "femenino", "féminin"]),
    (Gender::Neuter, &["n", "neuter", "neutro", "neutre"]),
    (Gender::Common, &["mf", "common", "común"]),
    (Gender::Pair, &["m|f", "m/f"]),
];

/// The word of a cell. One that is not known is told, and kept for the note.
fn read_word<T: Copy>(
    row: &Row,
    at: usize,
    heading: &str,
    words: &[(T, &[&str])],
    intake: &mut Intake<'_>,
    said: &mut Vec<String>,
) -> Option<T> {
    let cell = row.get(at);
    if cell.is_empty() {
        return None;
    }
    let lower = cell.to_lowercase();
    let lower = lower.trim_end_matches('.');
    if let Some((value, _)) = words.iter().find(|(_, known)| known.contains(&lower)) {
        return Some(*value);
    }
    let known: Vec<&str> = words.iter().filter_map(|(_, known)| known.first().copied()).collect();
    let place: Place = row.place_of(at);
    let problem = intake.problem(place, "unknown-word", cut(cell), known.join(", "));
    intake.finding(problem);
    said.push(format!("[{heading}] {cell}"));
    None
}
