//! The position of an operation in the model.

/// The position of an operation: a section of [`Api::sections`](crate::model::Api::sections) and one of its operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OperationId {
    /// The index of the section.
    pub section: usize,
    /// The index among the section's operations.
    pub operation: usize,
}
