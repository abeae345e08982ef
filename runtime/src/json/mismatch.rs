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
    is_repaired: bool,
}

/// A part of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Field(&'static str),
    Element(usize),
}

impl Mismatch {
    pub(super) fn new(expected: &'static str, found: &'static str) -> Self {
        Self { steps: Vec::new(), expected, found, is_repaired: false }
    }

    /// The same mismatch, of a value that was read all the same.
    pub(super) fn repaired(self) -> Self {
        Self { is_repaired: true, ..self }
    }

    /// Adds the field or the index of the value in the object or list that contains it.
    pub(super) fn push_step(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// True if the value was read all the same, since it has only one reading.
    pub(crate) fn is_repaired(&self) -> bool {
        self.is_repaired
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
