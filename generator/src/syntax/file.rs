//! The three kinds of schema file.

use schemars::JsonSchema;

use super::mapping::Mapping;
use super::names::SectionName;
use super::operation::Operation;
use super::read::Read;
use super::types::Type;
use super::values::{Entries, Sentence, Text};
use super::yaml::Node;
use crate::diagnostics::Log;

/// `api.yaml`: what holds for the whole API.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ApiFile {
    /// The API's Korean name.
    pub title: Text,
    /// Our own English sentence.
    pub doc: Sentence,
    /// The base URL of the API.
    pub base_url: Text,
    /// The base URL of the official pages.
    pub docs: Text,
    /// The date of the docs that the schema was last compared with.
    pub revision: Text,
    /// The section files, in the order of the docs' index.
    #[schemars(with = "Vec<SectionName>")]
    pub sections: Vec<Text>,
}

impl Read for ApiFile {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "api.yaml", log)?;
        let file = Self {
            title: map.prose("title"),
            doc: map.prose("doc"),
            base_url: map.required("base_url").unwrap_or_default(),
            docs: map.required("docs").unwrap_or_default(),
            revision: map.required("revision").unwrap_or_default(),
            sections: map.required("sections").unwrap_or_default(),
        };
        map.close();
        Some(file)
    }
}

/// A file in `sections/`: the operations of one section of the docs.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SectionFile {
    /// The docs' own Korean label.
    pub title: Text,
    /// Our own English sentence.
    pub doc: Sentence,
    /// The name of the section's official page.
    pub page: Text,
    /// The object of the operations; ends the names of request structs: `issue` + `Vbank`.
    pub noun: Text,
    /// The operations, under the names of their Rust methods.
    pub operations: Entries<Operation>,
    /// Types that only this section needs.
    pub types: Option<Entries<Type>>,
}

impl Read for SectionFile {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a section", log)?;
        let file = Self {
            title: map.prose("title"),
            doc: map.prose("doc"),
            page: map.required("page").unwrap_or_default(),
            noun: map.required("noun").unwrap_or_default(),
            operations: map.required("operations").unwrap_or_default(),
            types: map.optional("types"),
        };
        map.close();
        Some(file)
    }
}

/// A file in `types/` or `codes/`: types that several sections share.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TypesFile {
    /// A Korean label.
    pub title: Text,
    /// Our own English sentence.
    pub doc: Sentence,
    /// The types, under the docs' own names.
    pub types: Entries<Type>,
}

impl Read for TypesFile {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a file of types", log)?;
        let file = Self {
            title: map.prose("title"),
            doc: map.prose("doc"),
            types: map.required("types").unwrap_or_default(),
        };
        map.close();
        Some(file)
    }
}
