//! Tables of plain text, laid out by the width that terminals give to characters.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// On which side of its column a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Texts.
    Left,
    /// Numbers.
    Right,
}

/// A table that is laid out once all of its rows are known.
pub struct Table {
    sides: Vec<Side>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns.
    pub fn new(sides: Vec<Side>) -> Self {
        Table { sides, rows: Vec::new() }
    }

    /// Adds a row; cells beyond the columns are dropped, missing ones are empty.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// The lines of the table, two blanks between columns, no blanks at the ends of lines. Where
    /// it would be wider than `width`, the widest left-hand column is cut, an ellipsis at the cut.
    /// `paint` may give a cell (row, column, padded text) its looks, which must not change its width.
    pub fn lines(&self, width: usize, paint: &dyn Fn(usize, usize, &str) -> String) -> Vec<String> {
        let mut widths = vec![0; self.sides.len()];
        for row in &self.rows {
            for (column, cell) in row.iter().enumerate().take(widths.len()) {
                widths[column] = widths[column].max(cell.width());
            }
        }
        let used = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
        if used > width {
            let widest = (0..widths.len())
                .filter(|column| self.sides[*column] == Side::Left)
                .max_by_key(|column| (widths[*column], usize::MAX - column));
            if let Some(column) = widest {
                widths[column] = widths[column].saturating_sub(used - width).max(8);
            }
        }
        self.rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let mut line = String::new();
                for (column, room) in widths.iter().enumerate() {
                    let cell = cut(row.get(column).map_or("", String::as_str), *room);
                    let blanks = " ".repeat(room.saturating_sub(cell.width()));
                    let padded = match self.sides[column] {
                        Side::Left => format!("{}{blanks}", paint(at, column, &cell)),
                        Side::Right => format!("{blanks}{}", paint(at, column, &cell)),
                    };
                    if column > 0 {
                        line.push_str("  ");
                    }
                    line.push_str(&padded);
                }
                line.trim_end().to_owned()
            })
            .collect()
    }
}

/// The text in at most `room` columns, with an ellipsis where something was cut off.
pub fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if used + wide + 1 > room {
            break;
        }
        used += wide;
        out.push(c);
    }
    out.push('…');
    out
}

/// The text in lines of at most `room` columns where words allow.
pub fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(&cut(word, room));
        } else if line.width() + 1 + word.width() > room {
            lines.push(cut(word, room));
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let mut table = Table::new(vec![Side::Left, Side::Right, Side::Left]);
        table.row(vec!["世界海关组织".repeat(20), "12".to_owned(), "missing".to_owned()]);
        table.row(vec!["short".to_owned(), "12345".to_owned(), "current".to_owned()]);
        let lines = table.lines(60, &|_, _, text| text.to_owned());
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.width() <= 60), "{lines:#?}");
        assert!(lines[0].contains('…') && lines[0].ends_with("missing"));
    }
}
