use std::borrow::Cow;

use super::Html;
use crate::domain::document::{BlockKind, Document};
use crate::domain::inline::{Inline, Side};
use crate::formats::Format;

fn parse(text: &str) -> Document {
    Html.parse(text.as_bytes().to_vec())
}

/// `kind: text` of every block.
fn shown(text: &str) -> Vec<String> {
    let document = parse(text);
    assert_eq!(document.rebuild(|_, _| None), text.as_bytes(), "{text}");
    document.blocks.iter().map(|block| format!("{}: {}", block.kind.name(), block.text)).collect()
}

#[track_caller]
fn assert_blocks(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "{text}");
}

#[track_caller]
fn assert_replaced(text: &str, old: &str, new: &str, expected: &str) {
    let document = parse(text);
    let mut replaced = 0;
    let rebuilt = document.rebuild(|_, block| {
        (block.text == old).then(|| {
            replaced += 1;
            Cow::Owned(new.to_owned())
        })
    });
    assert_eq!(replaced, 1, "{:?}", document.blocks);
    assert_eq!(String::from_utf8(rebuilt.clone()).unwrap(), expected);
    let again = Html.parse(rebuilt);
    assert_eq!(again.blocks.len(), document.blocks.len(), "{:?}", again.blocks);
    assert!(again.blocks.iter().any(|block| block.text == new), "{new}: {:?}", again.blocks);
}

#[test]
fn what_people_read_is_a_unit_and_the_rest_is_not() {
    for (text, expected) in [
        (
            "<title>A page</title><h1>A head</h1><h2>Two</h2>",
            &["title: A page", "heading: A head", "heading: Two"][..],
        ),
        ("<h1>A head</h1><h1>Another</h1>", &["title: A head", "heading: Another"]),
        (
            "<meta name=description content='Say \"it\"'><meta name=viewport content='width=1'>",
            &["meta: Say \"it\""],
        ),
        ("<META PROPERTY='og:title' CONTENT='T'>", &["meta: T"]),
        (
            "<p>One <b>bold</b> word.</p>\n<p>Two.</p>",
            &["paragraph: One <b>bold</b> word.", "paragraph: Two."],
        ),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", &["list-item: a", "list-item: b", "list-item: c"]),
        ("<li><p>a</p><p>b</p></li>", &["list-item: a", "paragraph: b"]),
        (
            "<table><caption>C</caption><tr><th>h<td>1 a<tr><td><p>b</p><p>c</p></table>d",
            &[
                "caption: C",
                "table-cell: h",
                "table-cell: 1 a",
                "table-cell: b",
                "paragraph: c",
                "paragraph: d",
            ],
        ),
        ("<dl><dt>T<dd>D</dl>", &["list-item: T", "list-item: D"]),
        (
            "<figure><img src=a.png alt=\"A gate\"><figcaption>The gate</figcaption></figure>",
            &["data: a.png", "caption: A gate", "caption: The gate"],
        ),
        ("<a title='Home' href=/><svg><title>x</title><path d='M0 0'/></svg></a>", &["meta: Home"]),
        (
            "<input placeholder='Your name' value='x'><input type=submit value='Send'>",
            &["meta: Your name", "meta: Send"],
        ),
        (
            "<button aria-label='Close'>×</button><select><option>One<option selected>Two</select>",
            &["meta: Close", "paragraph: One", "paragraph: Two"],
        ),
        (
            "<script>if (a<b) { '<p>no</p>' }</script><style>p{}</style><template><p>x</p></template><p>y",
            &["paragraph: y"],
        ),
        (
            "<pre>a <b>b</b>\n\n  c</pre><p><code>x()</code></p><p>Call <code>x()</code>.</p>",
            &["code: a <b>b</b>\n  c", "code: x()", "paragraph: Call <code>x()</code>."],
        ),
        (
            "<div translate=no><p>Acme</p></div><p>b <span translate='no'>Acme</span></p>",
            &["data: <p>Acme</p>", "paragraph: b <span translate='no'>Acme</span>"],
        ),
        ("<p class=notranslate>Acme</p><p>https://a.b/c</p>", &["data: Acme", "data: https://a.b/c"]),
        (
            "<!-- <p>no</p> --><!--[if IE]><p>no</p><![endif]--><p>a<!-- c --> b</p><!-- z",
            &["paragraph: a<!-- c --> b"],
        ),
        (
            "<textarea placeholder=Words>typed</textarea><iframe title='Map'><p>no</iframe>",
            &["meta: Words", "meta: Map"],
        ),
        ("<p>19 April 2018</p><p>Text</p>", &["date-line: 19 April 2018", "paragraph: Text"]),
        ("<p>|</p><p>&nbsp;</p><p> &#8226; </p>", &[]),
        ("<p>See <img src=x alt='a gate'> there</p>", &["paragraph: See <img src=x alt='a gate'> there"]),
    ] {
        assert_blocks(text, expected);
    }
}

#[test]
fn a_unit_is_what_stands_between_the_tags_of_blocks() {
    for (text, expected) in [
        (
            "<div>\n  One\n  line <em>and\n  more</em>.\n</div>",
            &["paragraph: One\nline <em>and\nmore</em>."][..],
        ),
        ("<a href=x><h2>Head</h2><p>Text</p></a>", &["heading: Head", "paragraph: Text"]),
        ("<div>before<p>in</p>behind</div>", &["paragraph: before", "paragraph: in", "paragraph: behind"]),
        ("<p><br>a<br>b<br></p>", &["paragraph: a<br>b"]),
        ("<p>&nbsp;a&nbsp;</p>", &["paragraph: a"]),
        ("<b>bold<p>in</p></b>", &["paragraph: bold", "paragraph: in"]),
        ("<p><strong>All of it</strong></p>", &["paragraph: <strong>All of it</strong>"]),
        ("<p>x<script>a</script></p>", &["paragraph: x"]),
    ] {
        assert_blocks(text, expected);
    }
}

#[test]
fn broken_html_loses_nothing_but_kinds() {
    for (text, expected) in [
        (
            "<p>a<p>b</div></p>c</html>d",
            &["paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d"][..],
        ),
        ("<P CLASS=x ID='a' id=b>A</P >", &["paragraph: A"]),
        ("<p>5 < 6 & 7 > 3 <3</p>", &["paragraph: 5 < 6 & 7 > 3 <3"]),
        ("a <b", &["paragraph: a <b"]),
        ("<![CDATA[x]]><p>a", &["paragraph: a"]),
        ("<svg><![CDATA[<p>x</p>]]><style/></svg><p>a", &["paragraph: a"]),
        ("<svg><path><p>a</p>", &["paragraph: a"]),
        ("<math><mi>x</math> is a", &["paragraph: is a"]),
        ("<div><pre>a</div><p>b", &["code: a", "paragraph: b"]),
        ("<li><code>a<li>b", &["list-item: a", "list-item: b"]),
        ("<p title=a title=b>c", &["meta: a", "meta: b", "paragraph: c"]),
        ("<img alt=one src=a><img alt=\"\" src=b>", &["caption: one", "data: a"]),
        ("<p>a\u{0}b", &["paragraph: a\u{0}b"]),
        ("<?xml version='1.0'?><!DOCTYPE html><html><script src='a'/><p>a</p></html>", &["paragraph: a"]),
        ("", &[]),
    ] {
        assert_blocks(text, expected);
    }
}

#[test]
fn references_are_read_and_stay_where_they_mean_something_else() {
    for (raw, expected) in [
        ("Espa&ntilde;a &#233;&#xe9;", "España éé"),
        ("AT&amp;T &amp; Co", "AT&T & Co"),
        ("&amp;copy; is &copy;", "&amp;copy; is ©"),
        ("&lt;b&gt; x &lt; 5", "&lt;b> x < 5"),
        ("a&nbsp;b&shy;c", "a\u{a0}b\u{ad}c"),
        ("a&#10;b &bogus; &", "a&#10;b &bogus; &"),
        ("<a href='?a=1&amp;b'>x&quot;</a>", "<a href='?a=1&amp;b'>x\"</a>"),
        ("caf&eacute par", "café par"),
    ] {
        assert_blocks(&format!("<p>{raw}</p>"), &[&format!("paragraph: {expected}")]);
    }
}

#[test]
fn a_new_text_is_written_as_its_place_needs_it() {
    for (text, old, new, expected) in [
        ("<p>Old</p>", "Old", "AT&T < 5 & <b>b</b>", "<p>AT&amp;T &lt; 5 &amp; <b>b</b></p>"),
        ("<p>Old</p>", "Old", "&lt;b> &amp;copy;", "<p>&lt;b> &amp;copy;</p>"),
        ("<p>a&nbsp;b &eacute;</p>", "a\u{a0}b é", "é\u{a0}: è", "<p>&eacute;&nbsp;: è</p>"),
        ("<p>a&nbsp;b\u{a0}c</p>", "a\u{a0}b\u{a0}c", "x\u{a0}y", "<p>x\u{a0}y</p>"),
        ("<img alt=\"Old\">", "Old", "a \"b\" & 'c'", "<img alt=\"a &quot;b&quot; &amp; 'c'\">"),
        ("<img alt='Old'>", "Old", "l'été", "<img alt='l&#39;été'>"),
        ("<img alt=Old>", "Old", "Una puerta", "<img alt=\"Una puerta\">"),
        ("<img alt=Old>", "Old", "Puerta", "<img alt=Puerta>"),
        ("<title>Old &gt; x</title>", "Old > x", "a > &lt;b>", "<title>a &gt; &lt;b&gt;</title>"),
        ("<p>\n  Old\n  text\n</p>", "Old\ntext", "uno", "<p>\n  uno\n</p>"),
        (
            "<meta name=description content='Old'>",
            "Old",
            "d'un",
            "<meta name=description content='d&#39;un'>",
        ),
    ] {
        assert_replaced(text, old, new, expected);
    }
}

/// The text with its codes as `‹1›`, `‹/1›` and `‹1/›`.
fn coded(text: &str) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) => text.clone(),
        Inline::Code(code) => match code.side {
            Side::Open => format!("‹{}›", code.id),
            Side::Close => format!("‹/{}›", code.id),
            Side::Alone => format!("‹{}/›", code.id),
        },
    };
    let pieces = Html.inline(BlockKind::Paragraph, text);
    assert_eq!(crate::domain::inline::written(&pieces), text);
    pieces.iter().map(piece).collect()
}

#[test]
fn inline_tags_are_codes() {
    for (text, expected) in [
        ("It is <b>now</b> or <EM>never</em>.", "It is ‹1›now‹/1› or ‹2›never‹/2›."),
        ("See <a href='x'>the <b>page</b></a>.", "See ‹1›the ‹2›page‹/2›‹/1›."),
        ("a<br>b <span>c", "a‹1/›b ‹2/›c"),
        ("Run <code>a <b>b</b></code> <!-- c -->", "Run ‹1/› ‹2/›"),
        ("See <img src=x alt='a gate'>.", "See ‹1›a gate‹/1›."),
        ("By <span translate=no>Acme <i>x</i></span>", "By ‹1/›"),
        ("<b>a <i>b</b> c</i>", "‹1›a ‹2/›b‹/1› c‹3/›"),
        ("{{ n }} pages {% if x %}", "‹1/› pages ‹2/›"),
        ("5 < 6 &lt;b>", "5 < 6 &lt;b>"),
    ] {
        assert_eq!(coded(text), expected, "{text}");
    }
}

#[test]
fn words_that_came_back_do_not_become_markup() {
    let sent = Html.inline(BlockKind::Paragraph, "See <img src=x alt=\"a gate\"> <b>now</b>");
    let with = |text: &str| {
        let mut back = sent.clone();
        back.push(Inline::Text(text.to_owned()));
        Html.written(BlockKind::Paragraph, &back)
    };
    assert_eq!(with(" 5 < 6").as_deref(), Some("See <img src=x alt=\"a gate\"> <b>now</b> 5 < 6"));
    assert_eq!(
        with(" <i>x</i>").as_deref(),
        Some("See <img src=x alt=\"a gate\"> <b>now</b> &lt;i>x&lt;/i>")
    );
    let mut quoted = sent.clone();
    if let Some(Inline::Text(text)) = quoted.get_mut(2) {
        *text = "una \"puerta\"".to_owned();
    }
    assert_eq!(
        Html.written(BlockKind::Paragraph, &quoted).as_deref(),
        Some("See <img src=x alt=\"una &quot;puerta&quot;\"> <b>now</b>")
    );
}

#[test]
fn a_page_says_the_language_that_it_is_written_in() {
    let in_locale = |text: &str, locale: &str| {
        String::from_utf8(Html.in_locale(text.as_bytes().to_vec(), &locale.parse().unwrap())).unwrap()
    };
    for (text, locale, expected) in [
        ("<!doctype html><html lang=\"en\"><p>a", "es", "<!doctype html><html lang=\"es\"><p>a"),
        ("<HTML lang=en dir=ltr>", "ar", "<HTML lang=ar dir=rtl>"),
        ("<html class=x>", "pt-BR", "<html lang=\"pt-BR\" class=x>"),
        ("<html lang='en' xml:lang='en'>", "he", "<html dir=\"rtl\" lang='he' xml:lang='he'>"),
        ("<p>a", "es", "<p>a"),
    ] {
        assert_eq!(in_locale(text, locale), expected);
    }
}

#[test]
fn endless_nests_end_in_time_and_give_their_bytes_back() {
    let many = 20_000;
    for text in [
        "<div>".repeat(many) + "a" + &"</x>".repeat(many),
        "<b>".repeat(many) + "a" + &"</i>".repeat(many),
        "<code>a".repeat(many),
        "<td><p>".repeat(many) + &"</div>".repeat(many),
        "<pre>".repeat(many) + &"</div>".repeat(many),
        "<svg>".repeat(many) + &"<g>".repeat(many) + &"</svg>".repeat(many),
        "<a title=x".repeat(many),
        "<!--".repeat(many),
        "<![CDATA[".repeat(many),
        "&amp;".repeat(many) + &"&".repeat(many) + &"&a".repeat(many),
        "<p>a &lt;".repeat(many),
        format!("<p {}>a", "title=b ".repeat(many)),
        "<ul><li>a".repeat(many),
        "<p>{{".repeat(many),
        format!("<p>{}", "{{ {% ".repeat(many)),
        "<b>a</b> ".repeat(many),
        "<script>".repeat(many),
        "<img alt=a src=b>".repeat(many),
        "<br>".repeat(many) + "a",
    ] {
        let start: String = text.chars().take(12).collect();
        let document = parse(&text);
        assert!(document.rebuild(|_, _| None) == text.as_bytes(), "{start}");
        for block in &document.blocks {
            let pieces = Html.inline(block.kind, &block.text);
            assert!(crate::domain::inline::written(&pieces) == block.text, "{start}");
        }
        // Seconds in a debug build; quadratic would be minutes, and be noticed.
    }
}

#[test]
fn pages_of_common_systems_give_their_units() {
    for (name, page, truth) in [
        (
            "wordpress",
            include_str!("../../../tests/corpus/html/wordpress.html"),
            include_str!("../../../tests/corpus/html/wordpress.units"),
        ),
        (
            "drupal",
            include_str!("../../../tests/corpus/html/drupal.htm"),
            include_str!("../../../tests/corpus/html/drupal.units"),
        ),
        (
            "docs",
            include_str!("../../../tests/corpus/html/docs.xhtml"),
            include_str!("../../../tests/corpus/html/docs.units"),
        ),
    ] {
        let document = parse(page);
        assert_eq!(document.rebuild(|_, _| None), page.as_bytes(), "{name}");
        let units: Vec<String> = document
            .units()
            .map(|(_, block)| format!("{}: {}", block.kind.name(), block.text.replace('\n', " / ")))
            .collect();
        assert_eq!(units, truth.lines().collect::<Vec<_>>(), "{name}");
    }
}
