//! What holds for every format: a document gives its bytes back, and takes a new text where an
//! old one stood.

use std::borrow::Cow;

use proptest::prelude::*;

use super::{Format, by_name, names};
use crate::domain::document::{BlockKind, Document, Encoding};

fn formats() -> impl Iterator<Item = &'static dyn Format> {
    names().into_iter().filter_map(by_name)
}

/// Checks what must hold whatever the bytes are.
fn check_bytes(format: &dyn Format, bytes: &[u8]) -> Document {
    let document = format.parse(bytes.to_vec());
    assert_eq!(document.rebuild(|_, _| None), bytes, "as it is");
    let same = document.rebuild(|_, block| Some(Cow::Owned(block.text.clone())));
    assert_eq!(same, bytes, "each block by itself");
    let quoted = |kind| matches!(kind, BlockKind::Title | BlockKind::Meta);
    let (mut at, mut line) = (0, 1);
    for block in &document.blocks {
        assert!(!block.fragments.is_empty() && block.line >= line, "{block:?}");
        line = block.line;
        for fragment in &block.fragments {
            assert!(at <= fragment.start && fragment.start < fragment.end, "{block:?} after {at}");
            at = fragment.end;
        }
        // References are read, so that HTML's text is its bytes where it has none.
        let is_read = format.name() == "html"
            && block.fragments.iter().any(|part| document.text_of(part.clone()).contains(['&', '<']));
        if !quoted(block.kind) && !is_read {
            let parts: Vec<_> = block.fragments.iter().map(|part| document.text_of(part.clone())).collect();
            // A lone carriage return ends a line, and so may stand within a piece of data.
            assert_eq!(
                parts.join("\n").replace('\r', "\n"),
                block.text.replace('\r', "\n"),
                "{:?}",
                block.kind
            );
        }
    }
    assert!(at <= bytes.len());
    assert!(document.problems.is_sorted_by_key(|problem| problem.offset));
    assert!(document.problems.iter().all(|problem| problem.offset <= bytes.len()));
    // Whatever is put in, the rest of the file stays.
    document.rebuild(|_, _| Some(Cow::Borrowed("nuevo\ntexto | \"con\" 'todo'")));
    document
}

/// Checks that unit `n` (of however many) takes `text`, and that nothing else changes.
fn check_replaced(format: &dyn Format, bytes: &[u8], n: usize, text: &str) {
    let document = format.parse(bytes.to_vec());
    let units: Vec<usize> = document.units().map(|(index, _)| index).collect();
    let Some(&target) = units.get(n % units.len().max(1)) else { return };
    let replaced = document.rebuild(|index, _| (index == target).then_some(Cow::Borrowed(text)));
    let again = format.parse(replaced.clone());
    let context = || {
        format!(
            "unit {target} of {:?} as {text:?} gives {:?}",
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(&replaced)
        )
    };
    assert_eq!(again.blocks.len(), document.blocks.len(), "{}", context());
    for (index, (before, after)) in document.blocks.iter().zip(&again.blocks).enumerate() {
        if index == target {
            let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let says = after.text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(says, one_line, "{}", context());
        } else {
            assert_eq!(before.text, after.text, "{}", context());
        }
        assert_eq!(before.kind, after.kind, "{}", context());
    }
}

/// Pieces of which the formats are made, joined at random.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "    ",
        "\t",
        "\u{a0}",
        "\u{200b}",
        "- ",
        "* ",
        "• ",
        "1. ",
        "(i) ",
        "> ",
        "# ",
        "## ",
        "===",
        "---",
        "***",
        "+++",
        "```",
        "~~~",
        "`",
        "*",
        "_",
        "[",
        "](",
        ")",
        "![",
        "[^1]: ",
        "[a]: /b",
        "|",
        "|---|",
        "<",
        ">",
        "<div>",
        "</div>",
        "<!--",
        "-->",
        "{{< a >}}",
        "{{<",
        ">}}",
        "{% x %}",
        ":::",
        "{#id}",
        "$$",
        "\\",
        "\"",
        "'",
        ": ",
        "title: ",
        "date: ",
        "key:",
        "&amp;",
        "&x ",
        "*x",
        "import a from 'b'",
        "https://a.b/c",
        "aduana",
        "Zoll é",
        "海关",
        "\u{feff}",
        "\u{fffd}",
        "\u{301}",
        "\u{ad}",
        "\0",
        "[ ] ",
        "---\n",
        "+++\n",
        "title = \"a\"\n",
        "title: 'It''s'\n",
        "  - b\n",
        "d: >-\n  a\n  b\n",
        "t = '''\nx\n'''\n",
        "~~",
        "|a|b|\n|-|-|\n|c|d|\n",
        "\u{1f}",
        "😀",
        "<p>",
        "</p>",
        "<li>",
        "<b>",
        "</b>",
        "<td",
        "<a href='x' title=\"y z\">",
        "</a>",
        "<img alt=a src=b>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<svg>",
        "</svg>",
        "<script>",
        "</script>",
        "<title>",
        "<div translate=no>",
        "<![CDATA[",
        "]]>",
        "<br/>",
        "&nbsp;",
        "&lt;b",
        "&eacute",
        "alt=\"",
        " x='&quot;\n'",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "La",
            "aduana",
            "de",
            "México,",
            "2018",
            "—",
            "“cita”",
            "\"quoted\"",
            "l'été",
            "(OMA)",
            "25 %",
            "Zoll:",
            "海关",
            "**bold**",
            "`code`",
            "[link](https://a.b)",
            "e.g.",
            "A&B",
            "C#",
            "#1",
            "¿qué?",
            "no\u{a0}break",
        ]),
        1..8,
    )
    .prop_map(|words| words.join(" "))
    // A text that begins with a mark is what the format's own escapes are for; tested apart.
    .prop_map(|text| format!("El {text}"))
}

fn lines() -> impl Strategy<Value = String> {
    prop::collection::vec(words(), 1..4).prop_map(|lines| lines.join("\n"))
}

fn text_document() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        words(),
        lines(),
        prop::collection::vec(words(), 1..4).prop_map(|items| {
            items.iter().map(|item| format!("  • {item}")).collect::<Vec<_>>().join("\n")
        }),
        prop::collection::vec(words(), 1..4).prop_map(|items| {
            items
                .iter()
                .enumerate()
                .map(|(n, item)| format!("{}. {item}\n   next line", n + 1))
                .collect::<Vec<_>>()
                .join("\n")
        }),
        Just("-----".to_owned()),
        Just("https://www.example.org/a".to_owned()),
    ];
    (words(), prop::collection::vec(block, 1..6))
        .prop_map(|(title, blocks)| format!("{title}\n\n{}\n", blocks.join("\n\n")))
}

fn front_matter() -> impl Strategy<Value = String> {
    let words = || words().prop_filter("plain", |text| !text.contains(['"', ':', '#', '\u{a0}']));
    prop_oneof![
        Just(String::new()),
        words().prop_map(|text| format!("---\ntitle: {text}\ndate: 2020-08-31\ntags: [a, 'b']\n---\n")),
        words().prop_map(|text| format!(
            "---\ntitle: \"{text}\"\ndescription: '{}'\n---\n",
            text.replace('\'', "''")
        )),
        words().prop_map(|text| format!(
            "---\nlinkTitle: x\ndescription: >-\n  {text}\n  {text}\nweight: 1\n---\n"
        )),
        words().prop_map(|text| format!("+++\ntitle = \"{text}\"\n[params]\nsummary = 'x'\n+++\n")),
    ]
}

fn markdown_document() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        words().prop_map(|text| format!("## {text} {{#id}}")),
        words().prop_map(|text| format!("{text}\n-------")),
        lines(),
        lines().prop_map(|text| format!("> {}", text.replace('\n', "\n> "))),
        lines().prop_map(|text| format!("- {}\n- [ ] task\n\n  > more", text.replace('\n', "\n  "))),
        words().prop_map(|text| format!("1. {text}\n\n   {text}\n\n   ```sh\n   run\n   ```\n2. {text}")),
        words().prop_map(|text| format!("| a | b |\n|---|:-:|\n| {} | c |", text.replace('|', "\\|"))),
        words().prop_map(|text| format!("{{{{< note >}}}}\n{text}\n{{{{< /note >}}}}")),
        words().prop_map(|text| format!("Text[^1].\n\n[^1]: {text}\n\n[ref]: https://a.b \"t\"")),
        Just("![alt text](/a.png \"t\")".to_owned()),
        Just("<div>\nraw\n</div>".to_owned()),
        Just("    indented\n\n    code".to_owned()),
    ];
    (front_matter(), words(), prop::collection::vec(block, 1..6))
        .prop_map(|(front, title, blocks)| format!("{front}# {title}\n\n{}\n", blocks.join("\n\n")))
}

fn html_document() -> impl Strategy<Value = String> {
    let plain = || words().prop_map(|text| text.replace('&', "&amp;"));
    let block = prop_oneof![
        plain().prop_map(|text| format!("<h2>{text}</h2>")),
        plain().prop_map(|text| format!("<p>\n  {text}\n  <b>{text}</b>.\n</p>")),
        plain().prop_map(|text| format!("<ul>\n<li>{text}\n<li><a href='x'>{text}</a>\n</ul>")),
        plain().prop_map(|text| format!("<table><tr><td>{text}<td>a&nbsp;b</table>")),
        plain().prop_map(|text| format!("<img src=a.png alt=\"{}\">", text.replace('"', "&quot;"))),
        words().prop_map(|text| format!("<pre>{text}</pre><!-- {text} -->")),
        Just("<button title=Go>Go on</button>".to_owned()),
    ];
    (plain(), prop::collection::vec(block, 1..6)).prop_map(|(title, blocks)| {
        format!("<!doctype html>\n<html lang=en>\n<title>{title}</title>\n{}\n</html>\n", blocks.join("\n"))
    })
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        Encoding::Utf16Le => {
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
        }
        Encoding::Utf16Be => {
            [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
        }
    }
}

fn encodings() -> impl Strategy<Value = Encoding> {
    prop::sample::select(vec![Encoding::Utf8, Encoding::Windows1252, Encoding::Utf16Le, Encoding::Utf16Be])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in formats() {
            check_bytes(format, &bytes);
        }
    }

    #[test]
    fn any_markup_comes_back_in_any_encoding(text in soup(), encoding in encodings()) {
        for format in formats() {
            check_bytes(format, &encoded(&text, encoding));
        }
    }

    #[test]
    fn markup_with_broken_bytes_comes_back(text in soup(), breaks in prop::collection::vec((any::<usize>(), 0x80u8..), 1..8)) {
        let mut bytes = text.into_bytes();
        for (at, byte) in breaks {
            bytes.insert(at % (bytes.len() + 1), byte);
        }
        for format in formats() {
            check_bytes(format, &bytes);
        }
    }

    #[test]
    fn a_new_text_takes_the_place_of_a_text_unit(
        document in text_document(), n in any::<usize>(), text in lines(), crlf in any::<bool>(), encoding in encodings(),
    ) {
        let document = if crlf { document.replace('\n', "\r\n") } else { document };
        // Windows-1252 has no Chinese.
        prop_assume!(encoding != Encoding::Windows1252 || !(document.contains('海') || text.contains('海')));
        check_replaced(by_name("text").unwrap(), &encoded(&document, encoding), n, &text);
    }

    #[test]
    fn a_new_text_takes_the_place_of_a_markdown_unit(
        document in markdown_document(), n in any::<usize>(), text in lines(), crlf in any::<bool>(), encoding in encodings(),
    ) {
        let document = if crlf { document.replace('\n', "\r\n") } else { document };
        prop_assume!(encoding != Encoding::Windows1252 || !(document.contains('海') || text.contains('海')));
        check_replaced(by_name("markdown").unwrap(), &encoded(&document, encoding), n, &text);
    }

    #[test]
    fn a_new_text_takes_the_place_of_an_html_unit(
        document in html_document(), n in any::<usize>(), text in lines(), crlf in any::<bool>(), encoding in encodings(),
    ) {
        let document = if crlf { document.replace('\n', "\r\n") } else { document };
        prop_assume!(encoding != Encoding::Windows1252 || !(document.contains('海') || text.contains('海')));
        check_replaced(by_name("html").unwrap(), &encoded(&document, encoding), n, &text);
    }
}
