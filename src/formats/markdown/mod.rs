//! Markdown: CommonMark with tables, strikethrough, footnotes, task lists and alerts, and front
//! matter before it.
//!
//! `pulldown-cmark` tells the blocks and where their inline markup begins and ends; the text of a
//! unit is what stands there as written, a fragment a line, with block-quote marks and
//! indentation left in the skeleton. It was chosen for its offsets, and because it is linear: of
//! 28 hostile patterns (nested quotes, lists, brackets, emphasis, unclosed HTML …) only one is
//! not, lazy lines after very deep block quotes (17 s for 240 kB), and [`MARK_LIMIT`] stops that.
//!
//! What is a unit and what is copied across:
//!
//! - The title is the front matter's, or else the first heading of level 1.
//! - The first paragraph of a list item is a list item; further ones are paragraphs.
//! - A paragraph of nothing but images gives a caption (the alternative text) and the address as
//!   data for each. With links around them (badges) it is data.
//! - Lines that are nothing but a shortcode, a directive, an MDX import or export, an HTML tag or a
//!   display formula are data, also in the midst of a paragraph; so are HTML blocks, comments,
//!   link definitions, and paragraphs and cells that are nothing but an address.
//! - A heading's `{#id}` stays in the skeleton.

use pulldown_cmark::Options;

use super::Format;
use super::decode::{Found, decode};
use super::front_matter;
use super::line::lines;
use crate::domain::document::{BlockKind, Document, Meta, ReadProblemKind};
use crate::domain::inline::{Inline, written};

mod directive;
mod inline;
mod spelling;
mod walk;

/// What is read beyond CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// The format `markdown`.
#[derive(Clone, Copy, Debug)]
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown", "mdx", "mdown", "mkd"]
    }

    fn has_front_matter(&self) -> bool {
        true
    }

    fn inline(&self, kind: BlockKind, text: &str) -> Vec<Inline> {
        // What the front matter holds is a value, not Markdown.
        if kind == BlockKind::Meta { vec![Inline::Text(text.to_owned())] } else { inline::pieces(text) }
    }

    fn written(&self, kind: BlockKind, pieces: &[Inline]) -> Option<String> {
        match kind {
            BlockKind::Meta => Some(written(pieces)),
            kind => inline::respelled(pieces).map(|text| spelling::guarded(kind, &text)),
        }
    }

    fn parse(&self, bytes: Vec<u8>) -> Document {
        let decoded = decode(&bytes);
        let text = decoded.text.as_ref();
        let mut found = Vec::new();
        let mut meta = Meta::default();
        let mut start = 0;
        let mut at_fault = Vec::new();
        let place = front_matter::locate(text);
        if let Some((place, front)) =
            place.and_then(|place| Some((place.end, front_matter::read(text, &place)?)))
        {
            (found, meta, start) = (front.found, front.meta, place);
            at_fault.extend(front.problem.map(|at| (ReadProblemKind::FrontMatter, at)));
        }
        let end = too_deep(text, start);
        let titled = found.iter().any(|block| block.kind == BlockKind::Title);
        found.extend(walk::blocks(text, start..end, titled));
        if end < text.len() {
            at_fault.push((ReadProblemKind::TooDeep, end));
            let fragment = super::line::trim(text, end..text.len());
            let text = text.get(fragment.clone()).unwrap_or_default().to_owned();
            found.push(Found { kind: BlockKind::Data, level: None, text, fragments: vec![fragment] });
        }
        keep_in_order(&mut found);
        let mut problems = decoded.problems_with(&at_fault);
        let blocks = decoded.blocks(found);
        let encoding = decoded.encoding;
        let kept = std::mem::take(&mut problems.kept);
        let mut document = Document::new(bytes, encoding, blocks, meta, kept);
        document.more_problems = problems.more;
        document.with_spelling(&spelling::MarkdownSpelling)
    }
}

/// How many block marks (`>`, `-`, `1.` …) a line may begin with. Every line that follows lazily
/// costs the parser a step for each, so an endless nest would make it quadratic.
const MARK_LIMIT: usize = 256;

/// How far a list mark may be indented, for the same reason.
const INDENT_LIMIT: usize = 1024;

/// The start of the first line from `start` on that is nested too deep, or the end.
fn too_deep(text: &str, start: usize) -> usize {
    for line in lines(text, start..text.len()) {
        if line.len() < MARK_LIMIT {
            continue;
        }
        let bytes = text.as_bytes().get(line.clone()).unwrap_or_default();
        let (mut marks, mut blanks) = (0, 0);
        let mut other = false;
        let first = bytes.iter().find(|c| !matches!(c, b' ' | b'\t'));
        for c in bytes {
            match c {
                b' ' | b'\t' => blanks += 1,
                b'>' | b'-' | b'+' | b'*' => {
                    other |= Some(c) != first;
                    marks += 1;
                }
                b'0'..=b'9' | b'.' | b')' => {
                    other = true;
                    marks += usize::from(!c.is_ascii_digit());
                }
                _ => {
                    other = true;
                    break;
                }
            }
        }
        // A line of nothing but one mark is a rule, unless it is a quote's.
        let rule = !other && first != Some(&b'>');
        if (marks > MARK_LIMIT && !rule) || (marks > 0 && marks <= MARK_LIMIT && blanks > INDENT_LIMIT) {
            return line.start;
        }
    }
    text.len()
}

/// Puts the blocks in order of place and leaves out any that would overlap another: the document
/// must give its bytes back whatever the parser said.
fn keep_in_order(found: &mut Vec<Found>) {
    found.retain(|block| !block.fragments.is_empty());
    found.sort_by_key(|block| block.fragments.first().map_or(0, |fragment| fragment.start));
    let mut at = 0;
    found.retain(|block| {
        let mut end = at;
        let apart = block.fragments.iter().all(|fragment| {
            let fits = end <= fragment.start && fragment.start <= fragment.end;
            end = fragment.end;
            fits
        });
        if apart {
            at = end;
        }
        apart
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Caption, Code, Data, Heading, ListItem, Paragraph, TableCell, Title};

    fn parse(text: &str) -> Document {
        Markdown.parse(text.as_bytes().to_vec())
    }

    #[track_caller]
    fn assert_blocks(text: &str, expected: &[(BlockKind, &str)]) {
        let document = parse(text);
        let found: Vec<_> = document.blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn assert_replaced(text: &str, old: &str, new: &str, expected: &str) {
        let document = parse(text);
        let mut replaced = 0;
        let rebuilt = document.rebuild(|_, block| {
            (block.text == old).then(|| {
                replaced += 1;
                new.to_owned().into()
            })
        });
        assert_eq!(replaced, 1, "{:?}", document.blocks);
        assert_eq!(String::from_utf8(rebuilt).unwrap(), expected);
    }

    #[test]
    fn inline_markup_stays_and_block_marks_go() {
        assert_blocks(
            "# The *title* {#top}\n\n\\*Soft* `wrapped`\n[line](/a \"b\")  \nbreak.\n\nSetext\nheading\n---\n\n## Closed ##\n",
            &[
                (Title, "The *title*"),
                (Paragraph, "\\*Soft* `wrapped`\n[line](/a \"b\")\nbreak."),
                (Heading, "Setext\nheading"),
                (Heading, "Closed"),
            ],
        );
    }

    #[test]
    fn containers_leave_their_prefixes_in_the_skeleton() {
        assert_blocks(
            "> Quoted\n> words\nlazily\n>\n> - item\n>   more\n>\n>   second\n\n1. one\n2. \\_two\n   - [x] task\n     goes on\n\nText[^n].\n\n[^n]: Note\n    goes on.\n",
            &[
                (Paragraph, "Quoted\nwords\nlazily"),
                (ListItem, "item\nmore"),
                (Paragraph, "second"),
                (ListItem, "one"),
                (ListItem, "\\_two"),
                (ListItem, "[x] task\ngoes on"),
                (Paragraph, "Text[^n]."),
                (Paragraph, "Note\ngoes on."),
            ],
        );
    }

    #[test]
    fn a_short_reference_keeps_its_brackets() {
        assert_blocks(
            "# See [a][]\n\n- See [long\n  name][]\n\nText [a][].\u{a0}\n\n[a]: /a\n[long name]: /b\n",
            &[
                (Title, "See [a][]"),
                (ListItem, "See [long\nname][]"),
                (Paragraph, "Text [a][].\u{a0}"),
                (Data, "[a]: /a"),
                (Data, "[long name]: /b"),
            ],
        );
    }

    #[test]
    fn tables_give_their_cells() {
        assert_blocks(
            "| Name | Use \\| `a` |\n|:---|---|\n| x | |\n| https://a.b | *y* |\n",
            &[
                (TableCell, "Name"),
                (TableCell, "Use \\| `a`"),
                (TableCell, "x"),
                (Data, "https://a.b"),
                (TableCell, "*y*"),
            ],
        );
    }

    #[test]
    fn what_a_reader_never_reads_is_copied_across() {
        assert_blocks(
            "```sh\nrun  \n\nagain\n```\n\n    indented\n\n<div>\nraw\n</div>\n\n<!-- note -->\n\n{{< tabs >}}\nText inside\n{{< /tabs >}}\n\n[ref]: https://a.b 'T'\n\nimport A from 'a';\n\n<https://a.b>\n\n<a id=\"x\"></a>\n\n> [!NOTE]\n> Mind.\n",
            &[
                (Code, "run  \nagain"),
                (Code, "indented"),
                (Data, "<div>\nraw\n</div>"),
                (Data, "<!-- note -->"),
                (Data, "{{< tabs >}}"),
                (Paragraph, "Text inside"),
                (Data, "{{< /tabs >}}"),
                (Data, "[ref]: https://a.b 'T'"),
                (Data, "import A from 'a';"),
                (Data, "<https://a.b>"),
                (Data, "<a id=\"x\"></a>"),
                (Paragraph, "Mind."),
            ],
        );
    }

    #[test]
    fn a_picture_alone_gives_its_alternative_text_and_its_address() {
        assert_blocks(
            "![The *port* of Lima](/a.png \"t\")\n\n![](/b.png)\n\n[![badge](/c.svg)](https://a.b)\n\nText ![in line](/d.png).\n",
            &[
                (Caption, "The *port* of Lima"),
                (Data, "/a.png \"t\""),
                (Data, "![](/b.png)"),
                (Data, "[![badge](/c.svg)](https://a.b)"),
                (Paragraph, "Text ![in line](/d.png)."),
            ],
        );
    }

    #[test]
    fn items_tell_how_deep_they_stand() {
        let text =
            "- one\n  - two\n\n    more of two\n    1. three\n\n> - in a quote\n>\n>   text\n- one again\n";
        let document = parse(text);
        let levels: Vec<(&str, Option<u8>)> =
            document.blocks.iter().map(|block| (block.text.as_str(), block.level)).collect();
        let expected = [
            ("one", Some(1)),
            ("two", Some(2)),
            ("more of two", None),
            ("three", Some(3)),
            ("in a quote", Some(1)),
            ("text", None),
            ("one again", Some(1)),
        ];
        assert_eq!(levels, expected);
    }

    #[test]
    fn headings_tell_their_level_and_paragraphs_none() {
        let document = parse("# T\n\n## Two\n\nText\n\nSetext\n---\n\n###### Six\n\n# One\n\nEnd\n");
        let levels: Vec<Option<u8>> = document.blocks.iter().map(|block| block.level).collect();
        assert_eq!(levels, [None, Some(2), None, Some(2), Some(6), Some(1), None]);
    }

    #[test]
    fn the_front_matter_title_outranks_the_first_heading() {
        let document = parse(
            "---\ntitle: 'It''s here'\nlang: es\nparams: {ref: a1}\ntags:\n  - x\n  - y\ndate: 2020-02-29T10:00:00Z\n---\n# Heading\n",
        );
        let found: Vec<_> = document.blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(
            found,
            [
                (Title, "It's here"),
                (Data, "lang: es"),
                (Data, "ref: a1"),
                (Data, "x"),
                (Data, "y"),
                (Data, "date: 2020-02-29T10:00:00Z"),
                (Heading, "Heading"),
            ]
        );
        assert_eq!(document.meta.get("params.ref"), Some("a1"));
        assert_eq!(document.meta.get("tags"), Some("x"));
        assert_eq!(document.meta.date.map(|date| date.to_string()).as_deref(), Some("2020-02-29"));
    }

    #[test]
    fn toml_front_matter_is_read_in_the_order_of_the_file() {
        let document = parse(
            "+++\nweight = 2\ntitle = \"A \\\"b\\\"\"\n[params]\nsummary = 'raw'\n[[x]]\ny = 1\n+++\nText\n",
        );
        let found: Vec<_> =
            document.blocks.iter().map(|block| (block.kind.name(), block.text.as_str())).collect();
        let expected = [
            ("data", "weight = 2"),
            ("title", "A \"b\""),
            ("meta", "raw"),
            ("data", "y = 1"),
            ("paragraph", "Text"),
        ];
        assert_eq!(found, expected);
        assert_eq!(document.meta.get("x.y"), Some("1"));
    }

    #[test]
    fn a_new_value_is_quoted_as_the_old_one_was_or_as_it_needs_to_be() {
        for (old, new, expected) in [
            ("a: x\ntitle: Old\n", "New one", "a: x\ntitle: New one\n"),
            ("title: Old # why\n", "OMA: nuevo", "title: \"OMA: nuevo\" # why\n"),
            ("title: Old\n", "#1", "title: \"#1\"\n"),
            ("title: Old\n", "2018", "title: \"2018\"\n"),
            ("title: Old\n", "\"Sí\"", "title: \"\\\"Sí\\\"\"\n"),
            ("title: 'Old'\n", "l'été: 'a'", "title: 'l''été: ''a'''\n"),
            ("title: \"Old\"\n", "a \"b\" \\c", "title: \"a \\\"b\\\" \\\\c\"\n"),
            ("title: >-\n  Old\nb: c\n", "a: b\nc # d", "title: >-\n  a: b c # d\nb: c\n"),
            ("description: |\n  Old\n  Old\n", "a", "description: |\n  a\n"),
        ] {
            let key = if old.starts_with("description") { "Old\nOld" } else { "Old" };
            assert_replaced(&format!("---\n{old}---\n"), key, new, &format!("---\n{expected}---\n"));
        }
        for (old, new, expected) in [
            ("title = \"Old\"\n", "a \"b\"", "title = \"a \\\"b\\\"\"\n"),
            ("title = 'Old'\n", "a \"b\"", "title = 'a \"b\"'\n"),
            ("title = 'Old'\n", "l'été", "title = \"l'été\"\n"),
            ("title = \"\"\"\nOld\"\"\"\n", "a \"\"\" b", "title = \"\"\"\na \\\"\\\"\\\" b\"\"\"\n"),
        ] {
            assert_replaced(&format!("+++\n{old}+++\n"), "Old", new, &format!("+++\n{expected}+++\n"));
        }
    }

    #[test]
    fn front_matter_that_is_none_or_broken_loses_nothing() {
        let document = parse("---\ntitle: a: b: [\n---\nText\n");
        assert_eq!(document.problems.len(), 1);
        assert_eq!((document.problems[0].kind, document.problems[0].line), (ReadProblemKind::FrontMatter, 2));
        assert_eq!(document.blocks.last().map(|block| block.text.as_str()), Some("Text"));
        assert_eq!(document.blocks[0].kind, Data);
        for text in ["---\nA sentence between rules.\n\n---\n", "---\n\nNo end.\n", "+++\n"] {
            assert_eq!(parse(text).problems, [], "{text}");
            assert_eq!(parse(text).meta.entries, [], "{text}");
        }
    }

    #[test]
    fn words_that_look_like_marks_are_escaped() {
        for (text, old, new, expected) in [
            ("Old\n", "Old", "19. April 2018", "19\\. April 2018\n"),
            ("> Old\n", "Old", "a\n- b", "> a\n> \\- b\n"),
            ("1. Old\n", "Old", "a\n# b", "1. a\n   \\# b\n"),
            ("| Old | b |\n|-|-|\n", "Old", "a | b\nc", "| a \\| b c | b |\n|-|-|\n"),
            ("# Old\n", "Old", "C #", "# C \\#\n"),
            ("# Old\n", "Old", "1. Anfang", "# 1. Anfang\n"),
            ("Old\n===\n", "Old", "1. Anfang", "1\\. Anfang\n===\n"),
            ("![Old](a.png)\n", "Old", "a ] b", "![a \\] b](a.png)\n"),
            ("Old\n", "Old", "[Nota]: dice", "\\[Nota]: dice\n"),
            ("```\nOld\n```\n", "Old", "# b", "```\n# b\n```\n"),
        ] {
            assert_replaced(text, old, new, expected);
        }
    }

    #[test]
    fn endless_nests_end_in_time_and_give_their_bytes_back() {
        let many = 30_000;
        let cases = [
            ">".repeat(many) + "a\n" + &"b\n".repeat(many),
            "> ".repeat(many) + "a\n" + &"b\n".repeat(many),
            "- ".repeat(many) + "a\n" + &"\n".repeat(many),
            "1. > ".repeat(many) + "a\n" + &"b\n".repeat(many),
            "[".repeat(many) + &"](".repeat(many),
            "![".repeat(many),
            "*a_".repeat(many),
            "`".repeat(many) + "a",
            "<a ".repeat(many),
            "a <!--".repeat(many),
            "|a".repeat(many) + "\n" + &"|-".repeat(many) + "\n" + &"|b\n".repeat(1000),
            "{{<\n".repeat(many),
            "{{".repeat(many),
            "$$\n".repeat(many),
            "---\n".to_owned() + &"- ".repeat(many) + "\n---\n",
            "---\na: ".to_owned() + &"[".repeat(many) + "\n---\n",
            "---\n".to_owned() + &"a: {".repeat(many) + "\n---\n",
            "+++\na = ".to_owned() + &"[".repeat(many) + "\n+++\n",
            "+++\n".to_owned() + &"a.".repeat(many) + "b = 1\n+++\n",
            "---\n".to_owned() + &(0..many / 10).map(|n| format!("k{n}: v\n")).collect::<String>() + "---\n",
            (0..2000).map(|n| " ".repeat(n) + "- a\n").collect::<String>() + &"b\n".repeat(many),
        ];
        for text in cases {
            let start: String = text.chars().take(12).collect();
            let document = parse(&text);
            assert!(document.rebuild(|_, _| None) == text.as_bytes(), "{start}");
            // Seconds in a debug build; quadratic would be minutes, and be noticed.
        }
        assert_eq!(parse(&(">".repeat(300) + " a\n\nb\n")).problems[0].kind, ReadProblemKind::TooDeep);
    }

    #[test]
    fn a_rule_or_a_long_line_is_not_deep() {
        for text in
            ["-".repeat(500), "* ".repeat(300), "word ".repeat(500), "> ".to_owned() + &"word ".repeat(500)]
        {
            assert_eq!(parse(&text).problems, [], "{}", &text[..9]);
        }
    }
}
