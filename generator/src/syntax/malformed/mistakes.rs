//! The mistakes found so far.

use std::ops::Range;

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;

/// A text, and the mistakes in it.
pub struct Mistakes<'t> {
    /// The text.
    pub text: &'t str,
    file: usize,
    found: Vec<(usize, Diagnostic)>,
    /// The places of comments that cut a text off, which is reported already.
    comments: Vec<usize>,
    /// The places of mistakes that one of these comments explains.
    explained: Vec<usize>,
}

impl<'t> Mistakes<'t> {
    /// None yet.
    pub fn new(text: &'t str, file: usize, comments: Vec<usize>) -> Self {
        Self { text, file, found: Vec::new(), comments, explained: Vec::new() }
    }

    /// Adds a mistake.
    pub fn add(&mut self, at: Range<usize>, message: &str, label: &str, help: String) {
        let span = Span { file: self.file, start: at.start, end: at.end };
        let diagnostic = Diagnostic::new(&codes::E001, message).at(span, label).help(help);
        self.found.push((at.start, diagnostic));
    }

    /// Returns true if a comment that is reported already has the bracket that closes another one.
    pub fn is_in_comment(&mut self, bracket: char, range: Range<usize>) -> bool {
        let text = self.text;
        let has_bracket = |at: &usize| {
            let end = text[*at..].find('\n').map_or(text.len(), |length| at + length);
            range.contains(at) && text[*at..end].contains(bracket)
        };
        let comment = self.comments.iter().copied().find(has_bracket);
        self.explained.extend(comment);
        comment.is_some()
    }

    /// True if every mistake is behind the line of a location and the line below it.
    pub fn are_far_behind(&self, at: usize) -> bool {
        let below = (self.end_of_line(at) + 1).min(self.text.len());
        let end = self.end_of_line(below);
        let found = self.found.iter().map(|(start, _)| start);
        found.chain(&self.explained).all(|start| *start >= end)
    }

    /// The end of the line of a location, in front of its newline.
    pub fn end_of_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |length| at + length)
    }

    /// The text from a location to the end of its line.
    pub fn rest_of_line(&self, at: usize) -> &'t str {
        self.text[at..self.end_of_line(at)].trim_end()
    }

    /// The indentation of the next line with content; `None` behind the last one.
    pub fn next_indent(&self, at: usize) -> Option<usize> {
        let lines = self.text[self.end_of_line(at)..].lines().skip(1);
        let mut indents = lines.filter(|line| !line.trim().is_empty());
        indents.next().map(|line| line.len() - line.trim_start_matches([' ', '\t']).len())
    }

    /// Logs all of them.
    pub fn report(self, log: &mut Log) {
        for (_, diagnostic) in self.found {
            log.push(diagnostic);
        }
    }
}
