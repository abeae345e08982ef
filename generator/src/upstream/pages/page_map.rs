//! The file `schema/pages.yaml`: which pages have code tables, and which types they describe.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::syntax::yaml;

/// The content of the file.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageMap {
    /// The pages, by their file names.
    pub pages: BTreeMap<String, PageEntry>,
}

/// The type that a page describes, and the location of the codes on the page.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageEntry {
    /// The type in `codes/` that the page describes; without it, only the text of the page is compared.
    #[serde(rename = "type")]
    pub ty: Option<String>,
    /// The heading of the column that contains the codes.
    pub code: Option<String>,
    /// The heading of the column that contains the labels; without it, labels are not compared.
    pub label: Option<String>,
    /// The headings of the lists `label: code`, each with one of its gateways, which identifies the table.
    #[serde(default)]
    pub lists: BTreeMap<String, String>,
}

impl PageEntry {
    fn problem(&self) -> Option<&'static str> {
        let (has_code, has_lists) = (self.code.is_some(), !self.lists.is_empty());
        match self.ty {
            Some(_) if has_code && has_lists => Some("has both `code` and `lists`"),
            Some(_) if !has_code && !has_lists => Some("has neither `code` nor `lists`"),
            None if has_code || has_lists => Some("has no `type`"),
            _ if self.label.is_some() && !has_code => Some("has a `label` without `code`"),
            _ => None,
        }
    }
}

/// Reads the file.
///
/// # Errors
/// Fails when the text is not valid; the message says why, and where in the YAML.
pub fn read(text: &str) -> Result<PageMap, String> {
    let map: PageMap = yaml::typed(text)?;
    for (page, entry) in &map.pages {
        // A page is a file in the folder of pages.
        if page.contains(['/', '\\']) {
            return Err(format!("`{page}` is not a file name"));
        }
        if let Some(problem) = entry.problem() {
            return Err(format!("`{page}` {problem}"));
        }
    }
    Ok(map)
}
