//! An operation with its section.

use crate::model::{Operation, Section};

/// An operation and the section that it is in.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    /// The section.
    pub section: &'a Section,
    /// The operation.
    pub operation: &'a Operation,
}

impl Call<'_> {
    /// `section.operation`
    pub fn label(self) -> String {
        format!("{}.{}", self.section.name, self.operation.name)
    }
}
