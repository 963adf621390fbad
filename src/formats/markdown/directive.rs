//! Lines that site generators read and readers never see.

/// The pairs between which a directive stands, alone on its line.
const PAIRS: [(&str, &str); 6] =
    [("{{", "}}"), ("{%", "%}"), ("{/*", "*/}"), ("{:", "}"), ("<!--", "-->"), ("$$", "$$")];

/// Which of a paragraph's lines are directives. One that is opened and closed lines later marks
/// all of them; one that is never closed is text.
pub fn mark(lines: &[&str]) -> Vec<bool> {
    let mut marks = vec![false; lines.len()];
    let mut at = 0;
    // What has no end in this paragraph has none further on either: each is looked for once.
    let mut endless = [false; PAIRS.len()];
    while let Some(line) = lines.get(at) {
        let mut length = usize::from(is_directive(line));
        if length == 0 {
            for ((open, close), endless) in PAIRS.iter().zip(&mut endless) {
                if *endless || line.strip_prefix(open).is_none_or(|inner| inner.contains(close)) {
                    continue;
                }
                let rest = lines.get(at + 1..).unwrap_or_default();
                match rest.iter().position(|line| line.contains(close)) {
                    Some(n) if rest.get(n).is_some_and(|line| line.ends_with(close)) => length = n + 2,
                    Some(_) => {}
                    None => *endless = true,
                }
                break;
            }
        }
        marks.iter_mut().skip(at).take(length).for_each(|mark| *mark = true);
        at += length.max(1);
    }
    marks
}

/// Whether the whole line is made of directives.
fn is_directive(line: &str) -> bool {
    line.starts_with(":::") || is_module_line(line) || is_contents(line) || is_made_of_pairs(line)
}

/// `{{< note >}}`, `{% include x %}{% endif %}`, `</TabItem>`, one after the other.
fn is_made_of_pairs(line: &str) -> bool {
    let mut rest = line;
    while !rest.is_empty() {
        let close = PAIRS.iter().find_map(|(open, close)| {
            let inner = rest.strip_prefix(open)?;
            Some(rest.len() - inner.len() + inner.find(close)? + close.len())
        });
        let Some(length) = close.or_else(|| tag_length(rest)) else { return false };
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    !line.is_empty()
}

/// The length of the HTML or JSX tag at the start.
fn tag_length(line: &str) -> Option<usize> {
    let inner = line.strip_prefix('<')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '>') {
        return None;
    }
    let end = inner.find(['<', '>'])?;
    inner.get(end..)?.starts_with('>').then_some(end + 2)
}

/// An `import` or `export` of MDX on a line of its own.
fn is_module_line(line: &str) -> bool {
    let ends = line.ends_with(['\'', '"', ';', '{', '(', '}']);
    let import = line.strip_prefix("import ").is_some_and(|rest| {
        rest.starts_with(['\'', '"']) || [" from '", " from \""].iter().any(|from| rest.contains(from))
    });
    let export = ["const ", "default ", "function ", "let ", "{", "* "]
        .iter()
        .any(|word| line.strip_prefix("export ").is_some_and(|rest| rest.starts_with(word)));
    ends && (import || export)
}

/// A place-holder for the table of contents.
fn is_contents(line: &str) -> bool {
    ["[toc]", "[[toc]]", "[[_toc_]]"].iter().any(|mark| line.eq_ignore_ascii_case(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_for_the_generator_are_told_from_lines_for_the_reader() {
        for line in [
            "{{< note >}}",
            "{{% /note %}}",
            "{% if a %}{% include b.html %}",
            "{: .no_toc }",
            "{/* a remark */}",
            ":::note Mind this",
            "import Tabs from '@theme/Tabs';",
            "import \"./a.css\"",
            "export const a = 1;",
            "</TabItem>",
            "<Tabs groupId=\"os\"> <TabItem value=\"a\">",
            "[TOC]",
            "$$ a = b $$",
        ] {
            assert!(is_directive(line), "{line}");
        }
        for line in [
            "{{< glossary_tooltip text=\"Pod\" >}} runs it",
            "{{ a }} and {{ b }}",
            "import goods from the port",
            "export const is a keyword",
            "<b>bold</b>",
            "a < b and c > d",
            "{braces} are text",
            ":: two colons",
            "{{< unclosed",
        ] {
            assert!(!is_directive(line), "{line}");
        }
    }

    #[test]
    fn a_shortcode_over_several_lines_is_marked_whole() {
        let lines = ["before", "{{< figure", "src=\"a.png\"", ">}}", "after", "{{< never closed"];
        assert_eq!(mark(&lines), [false, true, true, true, false, false]);
    }
}
