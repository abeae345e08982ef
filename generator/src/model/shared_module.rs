//! Modules of shared types.

use std::collections::BTreeSet;

use super::type_ref::TypeId;

/// A file of shared types: a module that exists with the features of the sections that use it.
#[derive(Clone, Debug)]
pub struct SharedModule {
    /// The module: `payment`.
    pub name: String,
    /// The module above it: `types` or `codes`.
    pub parent: &'static str,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// The schema file.
    pub source: String,
    /// The types it declares.
    pub types: Vec<TypeId>,
    /// The sections that use its types, directly or through other shared modules.
    pub sections: BTreeSet<String>,
}
