//! JSON of another shape than expected.

use std::fmt::Write;

/// Where an answer differs from the documentation, and how; without the value, which may be personal.
#[derive(Debug)]
pub struct Mismatch {
    /// From the inside out: it grows while the readers return.
    steps: Vec<Step>,
    expected: &'static str,
    found: &'static str,
}

#[derive(Debug)]
enum Step {
    Field(&'static str),
    Element(usize),
}

impl Mismatch {
    pub(super) fn new(expected: &'static str, found: &'static str) -> Self {
        Self { steps: Vec::new(), expected, found }
    }

    /// The same mismatch, seen from the record around it.
    #[must_use]
    pub(crate) fn inside(mut self, field: &'static str) -> Self {
        self.steps.push(Step::Field(field));
        self
    }

    /// The same mismatch, seen from the list around it.
    pub(super) fn at(mut self, index: usize) -> Self {
        self.steps.push(Step::Element(index));
        self
    }

    pub(crate) fn expected(&self) -> &'static str {
        self.expected
    }

    pub(crate) fn found(&self) -> &'static str {
        self.found
    }

    /// The JSON path from the root.
    pub(crate) fn path(&self) -> String {
        let mut path = "$".to_owned();
        for step in self.steps.iter().rev() {
            // Writing to a string cannot fail.
            let _ = match step {
                Step::Field(name) => write!(path, ".{name}"),
                Step::Element(index) => write!(path, "[{index}]"),
            };
        }
        path
    }
}
