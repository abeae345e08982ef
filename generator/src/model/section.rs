//! Sections of the API.

use super::operation::Operation;
use super::type_ref::TypeId;

/// One section of the docs: a module, a cargo feature and a handle of the client.
#[derive(Clone, Debug)]
pub struct Section {
    /// Module, feature and client method: `vbanks`.
    pub name: String,
    /// The handle's struct: `Vbanks`.
    pub handle: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// The official page.
    pub page: String,
    /// The schema file.
    pub source: String,
    /// The calls.
    pub operations: Vec<Operation>,
    /// The types that only this section declares.
    pub types: Vec<TypeId>,
}
