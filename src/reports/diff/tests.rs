use super::layout::{Piece, lines, width};
use super::*;
use crate::domain::change::word_diff;
use crate::messages::Language;

fn entry(locale: &str, source: &str, before: &str, after: &str, target: &str) -> Entry {
    Entry {
        article: ArticleId::from_text("news/<b>"),
        title: "Title & <script>alert(1)</script>".to_owned(),
        locale: locale.parse().unwrap(),
        source_locale: "en".parse().unwrap(),
        source: Some(TreePath::new(source)),
        target: Some(TreePath::new("x/a.md")),
        verdict: Verdict::Outdated,
        recorded: true,
        unwanted: false,
        last: Some(("Ana <ana@example.org>".to_owned(), "2026-01-15T12:00:00Z".parse().unwrap())),
        pending: ClassCounts { major: 1, ..ClassCounts::default() },
        changes: vec![Change {
            what: What::Changed,
            units: vec![3],
            link: None,
            class: Some(ChangeClass::Major),
            causes: vec![Cause::Number { before: Some("<1>".to_owned()), after: None }],
            words: word_diff(before, after),
            source_line: Some(5),
            target: vec![TargetUnit { line: 7, text: target.to_owned(), hash: UnitHash::of(target) }],
            target_state: TargetState::Same,
            copied: false,
            after: None,
            accepted: None,
            editors_note: None,
        }],
        trouble: None,
        editors_note: None,
    }
}

fn rendered(
    diff: &Diff,
    render: impl Fn(&Diff, &Messages, &mut dyn std::io::Write) -> std::io::Result<()>,
) -> String {
    let mut out = Vec::new();
    render(diff, &Messages::new(Language::En), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn plain(diff: &Diff, width: Option<usize>, side_by_side: bool) -> String {
    let paint = |_: Look, text: &str| text.to_owned();
    let style = TextStyle { width, side_by_side, painted: false, paint: &paint };
    rendered(diff, |diff, messages, out| text(diff, messages, &style, out))
}

#[test]
fn marks_stand_at_the_words_and_no_text_is_lost() {
    for (before, after, shown) in [
        ("held on 24 April", "held on 25 April", "held on [-24-]{+25+} April"),
        ("a b", "a new b", "a {+new +}b"),
        ("a old b", "a b", "a [-old -]b"),
        ("all of it", "something else entirely", "[-all of it-]{+something else entirely+}"),
        ("", "come", "{+come+}"),
    ] {
        let ops = tidied(&word_diff(before, after));
        let text: String = ops
            .iter()
            .map(|op| match op {
                DiffOp::Equal(text) => text.clone(),
                DiffOp::Delete(text) => format!("[-{text}-]"),
                DiffOp::Insert(text) => format!("{{+{text}+}}"),
            })
            .collect();
        assert_eq!(text, shown);
    }
}

proptest::proptest! {
    #[test]
    fn tidying_keeps_both_texts(before in "[ab é\n]{0,12}", after in "[ab é\n]{0,12}") {
        let ops = tidied(&word_diff(&before, &after));
        let side = |gone: bool| -> String {
            ops.iter().map(|op| match op {
                DiffOp::Equal(text) => text.as_str(),
                DiffOp::Delete(text) if gone => text,
                DiffOp::Insert(text) if !gone => text,
                _ => "",
            }).collect()
        };
        proptest::prop_assert_eq!(side(true), before);
        proptest::prop_assert_eq!(side(false), after);
    }

    #[test]
    fn no_line_is_wider_than_its_room_and_no_word_is_lost(text in "[a-c 世界\n]{0,80}", room in 4_usize..20) {
        let pieces: Vec<Piece> = vec![(Look::Plain, text.clone()), (Look::Added, text.clone())];
        let broken = lines(&pieces, Some(room));
        for line in &broken {
            proptest::prop_assert!(width(line) <= room, "{line:?}");
        }
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let joined: String = broken.iter().flatten().map(|(_, text)| text.as_str()).collect();
        proptest::prop_assert_eq!(letters(&joined), letters(&text) + &letters(&text));
    }
}

#[test]
fn what_a_page_says_is_never_markup_of_the_report() {
    let evil = "<img src=x onerror=alert(1)> \u{1b}[31m & \"quoted\" *bold* [a](javascript:1)";
    let diff = Diff { entries: vec![entry("es", "en/\u{1b}a<b>.md", "1", evil, evil)], unrecorded: 0 };
    let html = rendered(&diff, html);
    assert!(!html.contains("<img") && !html.contains("<script") && !html.contains('\u{1b}'), "{html}");
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;"));
    for out in [rendered(&diff, markdown), plain(&diff, None, false), plain(&diff, Some(120), true)] {
        assert!(!out.contains('\u{1b}'), "{out}");
    }
    let markdown = rendered(&diff, markdown);
    assert!(
        markdown.contains(r"\<img src=x onerror=alert(1)\>") && markdown.contains(r"\*bold\*"),
        "{markdown}"
    );
}

#[test]
fn each_text_of_the_page_has_its_language_and_direction() {
    let diff = Diff { entries: vec![entry("ar", "en/a.md", "one", "two", "نص عربي")], unrecorded: 0 };
    let html = rendered(&diff, html);
    assert!(html.contains(r#"<div class="words" lang="ar" dir="rtl">نص عربي</div>"#), "{html}");
    assert!(html.contains(r#"<div class="words" lang="en" dir="ltr"><del>one</del><ins>two</ins></div>"#));
    assert!(!html.contains("http"), "the page needs nothing else");
}

#[test]
fn two_columns_fit_the_terminal() {
    let long = "The second day of the meeting was given to risk management and to 世界海关组织. ".repeat(4);
    let diff = Diff { entries: vec![entry("es", "en/a.md", "The first day.", &long, &long)], unrecorded: 0 };
    let text = plain(&diff, Some(120), true);
    let rows: Vec<&str> = text.lines().filter(|line| line.contains('│')).collect();
    assert!(rows.len() > 4, "{text}");
    use unicode_width::UnicodeWidthStr;
    let column = |row: &&str| row.split('│').next().unwrap().width();
    assert!(rows.iter().all(|row| row.width() <= 120 && column(row) == column(&rows[0])), "{text}");
}

#[test]
fn a_rewritten_unit_is_the_old_text_and_the_new_one() {
    let (before, after) = (
        "The Dominican Republic was selected as Vice-Chair of the Region",
        "A new paragraph was put here by the editor",
    );
    let mut changed = entry("es", "en/a.md", before, after, "uno");
    changed.changes[0].causes = vec![Cause::Rewritten, Cause::Number { before: None, after: None }];
    let text = plain(&Diff { entries: vec![changed], unrecorded: 0 }, None, false);
    assert!(text.contains(&format!("[-{before}-]\n      {{+{after}+}}\n")), "{text}");
    assert!(text.contains("major  rewritten\n"), "{text}");
}
