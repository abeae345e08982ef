//! A value that differs from the documentation.

use std::fmt::Write;

/// A mismatch between a response and the documentation: its path, the expected type and the type found.
/// The value itself is left out, since it may be personal.
#[derive(Debug)]
pub struct Mismatch {
    /// From the inside out: readers add their step when they return.
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

    /// Adds the field of the object that contains the value.
    #[must_use]
    pub(crate) fn inside(mut self, field: &'static str) -> Self {
        self.steps.push(Step::Field(field));
        self
    }

    /// Adds the index in the list that contains the value.
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
