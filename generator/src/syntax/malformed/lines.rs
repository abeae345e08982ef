//! The lines of a text.

/// A line with content.
#[derive(Clone, Copy)]
pub struct Line<'t> {
    /// The first byte of the line.
    pub start: usize,
    /// The bytes of white space in front of the content.
    pub indent: usize,
    /// The content, without the white space around it.
    pub content: &'t str,
    /// True if the indentation has a tab in it.
    pub has_tab: bool,
}

impl Line<'_> {
    /// The first byte of the content.
    pub fn at(&self) -> usize {
        self.start + self.indent
    }

    /// True for a line that begins or ends a document, or is a directive.
    pub fn is_marker(&self) -> bool {
        self.indent == 0 && ["---", "...", "%"].iter().any(|mark| self.content.starts_with(mark))
    }
}

/// The lines that are neither blank nor comments.
pub fn with_content(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let content = whole.trim_matches(|letter: char| letter.is_ascii_whitespace());
        let content = content.strip_prefix('\u{feff}').unwrap_or(content);
        let indent = whole.find(content).unwrap_or_default();
        if !content.is_empty() && !content.starts_with('#') {
            let has_tab = whole[..indent].contains('\t');
            lines.push(Line { start, indent, content, has_tab });
        }
        start += whole.len();
    }
    lines
}
