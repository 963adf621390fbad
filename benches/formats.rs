//! How fast pages are read: bytes to document, and back with every unit replaced.
//!
//! The pages are made here, from a few sentences varied by a fixed rule, so that every run
//! measures the same bytes.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a benchmark makes what it measures and may end by panic"
)]

use std::borrow::Cow;

use cotejo::domain::document::Document;
use cotejo::formats::by_name;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const SENTENCES: [&str; 4] = [
    "The Directors General of Customs of the Region met on 16 and 17 April to discuss the priorities of the year.",
    "El Secretario General destacó la cooperación entre las Aduanas y los demás organismos en las fronteras.",
    "Additionally, participants agreed on endorsing the request for “Regional Laboratory” status\u{a0}(i) at once.",
    "Les membres ont échangé leurs pratiques en matière de gestion des risques et de facilitation des échanges.",
];

fn sentences(seed: usize, count: usize) -> String {
    let pick = |n: usize| SENTENCES[(seed * 7 + n * 5 + n / 3) % SENTENCES.len()];
    (0..count).map(pick).collect::<Vec<_>>().join(" ")
}

/// About two kilobytes, like a news page.
fn text_page(seed: usize) -> Vec<u8> {
    let paragraphs: Vec<_> = (0..6).map(|n| sentences(seed + n, 1 + (seed + n) % 5)).collect();
    let items: Vec<_> = (0..4).map(|n| format!("  • {};", sentences(seed * 3 + n, 1))).collect();
    format!("Meeting number {seed}\n\n19 April 2018\n\n{}\n\n{}\n", paragraphs.join("\n\n"), items.join("\n"))
        .into()
}

fn markdown_page(seed: usize) -> Vec<u8> {
    let body: Vec<_> = (0..6)
        .map(|n| {
            let text =
                sentences(seed + n, 1 + (seed + n) % 5).replace("Customs", "[Customs](https://a.b \"c\")");
            format!("## Part {n} {{#p{n}}}\n\n{}\n\n- *one* `two`\n- three\n", text.replace(". ", ".\n"))
        })
        .collect();
    format!("---\ntitle: \"Meeting {seed}\"\ndate: 2018-04-19\ntags: [a, b]\n---\n\n{}", body.join("\n"))
        .into()
}

fn html_page(seed: usize) -> Vec<u8> {
    let body: Vec<_> = (0..6)
        .map(|n| {
            let text = sentences(seed + n, 1 + (seed + n) % 5).replace("Customs", "<a href=\"/b\">Customs</a>");
            let text = text.replace('\u{a0}', "&nbsp;");
            format!("<h2 id=\"p{n}\">Part {n}</h2>\n<p class=\"text\">{text}</p>\n<ul><li><em>one</em><li>three</ul>\n")
        })
        .collect();
    let head = "<meta charset=\"utf-8\"><script>if (a < b) { run(); }</script>";
    let body = body.concat();
    format!("<!DOCTYPE html>\n<html lang=\"en\">\n<title>Meeting {seed}</title>{head}\n<div>\n{body}</div>\n")
        .into()
}

fn pages(format: &str) -> Vec<Vec<u8>> {
    let page = match format {
        "text" => text_page,
        "html" => html_page,
        _ => markdown_page,
    };
    (0..1000).map(page).collect()
}

fn parse_all(format: &str, pages: Vec<Vec<u8>>) -> Vec<Document> {
    let format = by_name(format).expect("a format of that name");
    pages.into_iter().map(|page| format.parse(page)).collect()
}

#[divan::bench(args = ["text", "markdown", "html"])]
fn parse(bencher: Bencher<'_, '_>, format: &str) {
    let size: usize = pages(format).iter().map(Vec::len).sum();
    bencher
        .counter(BytesCount::new(size))
        .with_inputs(|| pages(format))
        .bench_values(|pages| parse_all(format, black_box(pages)));
}

#[divan::bench(args = ["text", "markdown", "html"])]
fn rebuild(bencher: Bencher<'_, '_>, format: &str) {
    let size: usize = pages(format).iter().map(Vec::len).sum();
    let documents = parse_all(format, pages(format));
    bencher.counter(BytesCount::new(size)).bench(|| {
        let new = |document: &Document| {
            document.rebuild(|_, block| block.kind.is_unit().then_some(Cow::Borrowed("Texto nuevo")))
        };
        documents.iter().map(|document| new(black_box(document)).len()).sum::<usize>()
    });
}
