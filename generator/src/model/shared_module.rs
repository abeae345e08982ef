//! Modules of shared types.

use std::collections::BTreeSet;

use super::type_ref::TypeId;

/// A file of shared types: a module behind a feature of its own.
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
    /// The features of the shared modules whose types it names.
    pub needs: BTreeSet<String>,
}

impl SharedModule {
    /// Its cargo feature, which the features of sections enable.
    pub fn feature(&self) -> String {
        feature(self.parent, &self.name)
    }
}

/// The cargo feature of a module of shared types.
pub fn feature(parent: &str, name: &str) -> String {
    format!("_{parent}_{name}")
}
