//! Painted text in lines of a given width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::text::Look;

/// A piece of text with its looks; no line end in it.
pub type Piece = (Look, String);

/// The pieces in lines at most `room` columns wide, broken at blanks, or within a word that is
/// longer than a line (or in a script without blanks). `None` breaks at line ends only.
pub fn lines(pieces: &[Piece], room: Option<usize>) -> Vec<Vec<Piece>> {
    let mut lines = Lines { done: Vec::new(), line: Vec::new(), used: 0, room: room.unwrap_or(usize::MAX) };
    for (look, text) in pieces {
        for (number, part) in text.split('\n').enumerate() {
            if number > 0 {
                lines.end();
            }
            for word in part.split_inclusive(' ') {
                lines.word(*look, word);
            }
        }
    }
    lines.end();
    lines.done
}

struct Lines {
    done: Vec<Vec<Piece>>,
    line: Vec<Piece>,
    used: usize,
    room: usize,
}

impl Lines {
    fn word(&mut self, look: Look, word: &str) {
        let wide = word.trim_end_matches(' ').width();
        if self.used + wide > self.room && self.used > 0 && wide <= self.room {
            self.end();
        }
        if self.used + wide <= self.room {
            self.put(look, word);
            return;
        }
        for letter in word.graphemes(true) {
            if self.used + letter.width() > self.room && self.used > 0 {
                self.end();
            }
            self.put(look, letter);
        }
    }

    fn put(&mut self, look: Look, text: &str) {
        if self.used == 0 && text.trim().is_empty() && !self.done.is_empty() && self.room < usize::MAX {
            return;
        }
        self.used += text.width();
        match self.line.last_mut().filter(|(last, _)| *last == look) {
            Some((_, last)) => last.push_str(text),
            None => self.line.push((look, text.to_owned())),
        }
    }

    fn end(&mut self) {
        // No blanks at the end of a line: they would be painted.
        while let Some((_, last)) = self.line.last_mut() {
            last.truncate(last.trim_end_matches(' ').len());
            if !last.is_empty() {
                break;
            }
            self.line.pop();
        }
        self.done.push(std::mem::take(&mut self.line));
        self.used = 0;
    }
}

/// The width of a line in columns.
pub fn width(line: &[Piece]) -> usize {
    line.iter().map(|(_, text)| text.width()).sum()
}
