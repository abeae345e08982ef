//! The identifiers of operations in the document.

/// The identifier of `section.operation`, without dots, because tools derive names from it.
pub fn of(name: &str) -> String {
    name.replace('.', "_")
}
