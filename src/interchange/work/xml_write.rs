//! XML as it is written: escaped so that it comes back, and elements on lines of their own.

/// A document that is being written.
#[derive(Debug, Default)]
pub(super) struct Out {
    text: String,
    open: Vec<&'static str>,
}

impl Out {
    /// A document with its declaration.
    pub(super) fn new() -> Self {
        Out { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// The document.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n("  ", self.open.len()));
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            escape(&mut self.text, value, true);
            self.text.push('"');
        }
    }

    /// Opens an element that holds elements.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.indent();
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Closes it.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.end(name);
            self.text.push('\n');
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.indent();
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element that holds text, and tags that `fill` writes.
    pub(super) fn mixed(
        &mut self,
        name: &'static str,
        attributes: &[(&str, &str)],
        fill: impl FnOnce(&mut Self),
    ) {
        self.indent();
        self.tag(name, attributes);
        self.text.push('>');
        fill(self);
        self.end(name);
        self.text.push('\n');
    }

    /// An element that holds text.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.mixed(name, attributes, |out| out.text(text));
    }

    /// Text, in [`Out::mixed`].
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.text, text, false);
    }

    /// The beginning of an element, in [`Out::mixed`].
    pub(super) fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push('>');
    }

    /// Its end.
    pub(super) fn end(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element without content, in [`Out::mixed`].
    pub(super) fn point(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }
}

/// Writes text so that a reader finds it as it is; U+FFFD stands for what XML can't write.
pub(super) fn escape(out: &mut String, text: &str, quoted: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quoted => out.push_str("&quot;"),
            // A reader makes a line end of it, and blanks of all of them in an attribute.
            '\r' => out.push_str("&#13;"),
            '\n' if quoted => out.push_str("&#10;"),
            '\t' if quoted => out.push_str("&#9;"),
            '\u{85}' => out.push_str("&#133;"),
            '\u{2028}' => out.push_str("&#8232;"),
            c if super::token::is_xml(c) => out.push(c),
            _ => out.push('\u{fffd}'),
        }
    }
}
