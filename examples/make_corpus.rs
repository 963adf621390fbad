//! Makes a large project to measure on: `cargo run --release --example make_corpus -- FOLDER [ARTICLES]`.
//!
//! Each article is put together from blocks of this repository's own articles and their Spanish and
//! French translations, block beside block, with other figures, places and order in each, so that
//! no two are alike. The same arguments give the same bytes. 20,000 articles in three locales are
//! about 250 MB.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool that makes files and may end by panic"
)]

use std::fs;
use std::path::Path;

const PLACES: [&str; 24] = [
    "Lima",
    "Callao",
    "Quito",
    "Guayaquil",
    "Bogotá",
    "Cartagena",
    "Panamá",
    "Colón",
    "Tegucigalpa",
    "San Salvador",
    "Managua",
    "San José",
    "Veracruz",
    "Manzanillo",
    "Santo Domingo",
    "Kingston",
    "Bridgetown",
    "Georgetown",
    "Paramaribo",
    "Santos",
    "Montevideo",
    "Valparaíso",
    "Asunción",
    "La Paz",
];

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// The paragraphs of a version: blocks parted by blank lines, title and date line left out.
fn paragraphs(path: &str) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let blocks: Vec<String> = text.split("\n\n").map(|block| block.trim_end().to_owned()).collect();
    let from = if blocks[0].starts_with("Esta página no está disponible") { 3 } else { 2 };
    blocks[from..].to_vec()
}

fn main() {
    let mut args = std::env::args().skip(1);
    let Some(folder) = args.next() else {
        eprintln!("usage: make_corpus FOLDER [ARTICLES]");
        std::process::exit(2);
    };
    make(Path::new(&folder), args.next().map_or(20_000, |text| text.parse().expect("a number of articles")));
}

/// Makes a project of so many articles in a folder.
pub fn make(root: &Path, articles: usize) {
    let mut pool = Vec::new();
    for name in ["001_f82248b1379ea873.txt", "002_7f3a001c53b3cd7e.txt"] {
        let versions: Vec<Vec<String>> =
            [format!("seeds/{name}"), format!("translations/es/{name}"), format!("translations/fr/{name}")]
                .iter()
                .map(|path| paragraphs(path))
                .collect();
        assert!(versions.iter().all(|version| version.len() == versions[0].len()), "{name}: blocks differ");
        for ((en, es), fr) in versions[0].iter().zip(&versions[1]).zip(&versions[2]) {
            pool.push([en.clone(), es.clone(), fr.clone()]);
        }
    }
    fs::create_dir_all(root).expect("the folder can be made");
    fs::write(
        root.join("cotejo.toml"),
        "source = \"en\"\ntargets = [\"es\", \"fr\"]\n\n[[collection]]\nname = \"news\"\nfiles = \"{locale}/{path}.txt\"\n",
    )
    .expect("the configuration can be written");
    let mut random = Random(2026);
    for article in 0..articles {
        let (year, month, day) = (2010 + article % 15, 1 + article % 12, 1 + article % 28);
        let mut versions = [
            title("Customs meeting no. {n} in {place}", article),
            title("Reunión aduanera núm. {n} en {place}", article),
            title("Réunion douanière n° {n} à {place}", article),
        ];
        let dates = [
            format!("{day} {} {year}", EN[month - 1]),
            format!("{day} de {} de {year}", ES[month - 1]),
            format!("{day} {} {year}", FR[month - 1]),
        ];
        for (version, date) in versions.iter_mut().zip(dates) {
            version.push_str(&format!("\n\n{date}\n"));
        }
        for _ in 0..10 {
            let chosen = &pool[random.below(pool.len())];
            let figure = random.below(90_000);
            let place = PLACES[random.below(PLACES.len())];
            let tails = [
                format!(" The office in {place} counted {figure} declarations."),
                format!(" La oficina de {place} contó {figure} declaraciones."),
                format!(" Le bureau de {place} a compté {figure} déclarations."),
            ];
            for ((version, text), tail) in versions.iter_mut().zip(chosen).zip(tails) {
                version.push_str(&format!("\n{text}{tail}\n"));
            }
        }
        for (locale, version) in ["en", "es", "fr"].iter().zip(versions) {
            let path = root.join(locale).join(format!("{year}/{month:02}/{article:05}.txt"));
            fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
            fs::write(path, version).expect("the article can be written");
        }
    }
}

fn title(pattern: &str, article: usize) -> String {
    let place = PLACES[article % PLACES.len()];
    pattern.replace("{n}", &(article + 1).to_string()).replace("{place}", place)
}

const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
