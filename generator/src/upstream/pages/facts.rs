//! The facts on the pages. Everything but codes and labels is kept as a hash.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The pages by name: `card-code.mdx`.
pub type Pages = BTreeMap<String, PageFacts>;

/// The facts on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFacts {
    /// The codes of its table, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<CodeRow>,
    /// Its lists of codes at single gateways, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<CodeList>,
    /// A hash of all other text.
    pub prose: String,
}

/// The codes under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeList {
    /// The heading, which names the gateways.
    pub heading: String,
    /// The codes, each with its label.
    pub rows: Vec<CodeRow>,
}

/// A row of a table, or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRow {
    /// The code.
    pub code: String,
    /// The Korean label, without remarks in parentheses; empty if it is not read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// A hash of the rest of the row; empty if there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prose: String,
}
