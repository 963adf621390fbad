//! Writes TMX 1.4.

use std::io::{self, Write};

use super::{Attributes, Header, Piece, Remark, Unit};

/// What a header must have, with what is written where it has not.
const REQUIRED: [(&str, &str); 7] = [
    ("creationtool", "cotejo"),
    ("creationtoolversion", env!("CARGO_PKG_VERSION")),
    ("segtype", "sentence"),
    ("o-tmf", "cotejo"),
    ("adminlang", "en"),
    ("srclang", "*all*"),
    ("datatype", "plaintext"),
];

/// Writes a file, a unit at a time.
pub struct Writer<W: Write> {
    out: W,
    changed: usize,
}

impl<W: Write> Writer<W> {
    /// Begins a file with that header.
    pub fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut writer = Writer { out, changed: 0 };
        writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n")?;
        writer.raw("<tmx version=\"1.4\">\n  <header")?;
        let mut attributes = header.attributes.clone();
        for (name, value) in REQUIRED {
            if attributes.get(name).is_none() {
                attributes.set(name, value);
            }
        }
        writer.attributes(&attributes)?;
        if header.remarks.is_empty() && header.encodings.is_empty() {
            writer.raw("/>\n")?;
        } else {
            writer.raw(">\n")?;
            writer.remarks(&header.remarks, "    ")?;
            for encoding in &header.encodings {
                writer.raw("    <ude")?;
                writer.attributes(&encoding.attributes)?;
                writer.raw(">\n")?;
                for map in &encoding.maps {
                    writer.raw("      <map")?;
                    writer.attributes(map)?;
                    writer.raw("/>\n")?;
                }
                writer.raw("    </ude>\n")?;
            }
            writer.raw("  </header>\n")?;
        }
        writer.raw("  <body>\n")?;
        Ok(writer)
    }

    /// Writes a unit.
    pub fn unit(&mut self, unit: &Unit) -> io::Result<()> {
        self.raw("    <tu")?;
        self.attributes(&unit.attributes)?;
        self.raw(">\n")?;
        self.remarks(&unit.remarks, "      ")?;
        for variant in &unit.variants {
            self.raw("      <tuv")?;
            self.attributes(&variant.attributes)?;
            self.raw(">\n")?;
            self.remarks(&variant.remarks, "        ")?;
            self.raw("        <seg>")?;
            self.pieces(&variant.segment)?;
            self.raw("</seg>\n      </tuv>\n")?;
        }
        self.raw("    </tu>\n")
    }

    /// Ends the file. Gives back how many characters XML has no way to write; U+FFFD stands for each.
    pub fn finish(mut self) -> io::Result<usize> {
        self.raw("  </body>\n</tmx>\n")?;
        self.out.flush()?;
        Ok(self.changed)
    }

    fn raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    fn remarks(&mut self, remarks: &[Remark], indent: &str) -> io::Result<()> {
        for remark in remarks {
            let name = if remark.is_prop { "prop" } else { "note" };
            self.raw(indent)?;
            self.raw("<")?;
            self.raw(name)?;
            self.attributes(&remark.attributes)?;
            self.raw(">")?;
            self.escaped(&remark.text, false)?;
            self.raw("</")?;
            self.raw(name)?;
            self.raw(">\n")?;
        }
        Ok(())
    }

    fn pieces(&mut self, pieces: &[Piece]) -> io::Result<()> {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.escaped(text, false)?,
                Piece::Code(code) => {
                    self.raw("<")?;
                    self.raw(code.kind.name())?;
                    self.attributes(&code.attributes)?;
                    self.raw(">")?;
                    self.pieces(&code.pieces)?;
                    self.raw("</")?;
                    self.raw(code.kind.name())?;
                    self.raw(">")?;
                }
            }
        }
        Ok(())
    }

    fn attributes(&mut self, attributes: &Attributes) -> io::Result<()> {
        for (name, value) in &attributes.0 {
            self.raw(" ")?;
            self.raw(if *name == "lang" { "xml:lang" } else { name })?;
            self.raw("=\"")?;
            self.escaped(value, true)?;
            self.raw("\"")?;
        }
        Ok(())
    }

    fn escaped(&mut self, text: &str, quoted: bool) -> io::Result<()> {
        let mut plain = 0;
        for (at, c) in text.char_indices() {
            let written = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' if quoted => "&quot;",
                // A reader makes a line end of it, and blanks of all of them in an attribute.
                '\r' => "&#13;",
                '\n' if quoted => "&#10;",
                '\t' if quoted => "&#9;",
                '\t' | '\n' => continue,
                '\u{85}' => "&#133;",
                '\u{2028}' => "&#8232;",
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                    self.changed += 1;
                    "\u{fffd}"
                }
                _ => continue,
            };
            self.raw(text.get(plain..at).unwrap_or_default())?;
            self.raw(written)?;
            plain = at + c.len_utf8();
        }
        self.raw(text.get(plain..).unwrap_or_default())
    }
}
