//! The two sides of a comparison: our schema, and the pages.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{PageFacts, Pages};
use super::page_map::{PageEntry, PageMap};
use crate::model::{Api, Type};
use crate::upstream::facts::Facts;

/// A page with its entry in `pages.yaml`.
pub struct Page<'p> {
    /// Its name.
    pub name: &'p str,
    /// Its entry.
    pub entry: &'p PageEntry,
    /// Its facts.
    pub facts: &'p PageFacts,
}

/// The two sides of a comparison.
pub struct Sides<'s> {
    /// Our schema.
    pub api: &'s Api,
    /// The pages.
    pub pages: Vec<Page<'s>>,
    /// Upstream's description.
    description: &'s Facts,
}

impl<'s> Sides<'s> {
    /// The pages of the map.
    ///
    /// # Errors
    /// Fails when a page is missing.
    pub fn new(
        api: &'s Api,
        map: &'s PageMap,
        pages: &'s Pages,
        description: &'s Facts,
    ) -> Result<Self, String> {
        let page = |(name, entry): (&'s String, &'s PageEntry)| match pages.get(name) {
            Some(facts) => Ok(Page { name, entry, facts }),
            None => Err(format!("`{name}` is listed, but has not been pinned")),
        };
        let pages = map.pages.iter().map(page).collect::<Result<_, _>>()?;
        Ok(Self { api, pages, description })
    }

    /// The names of the types that the pages describe.
    pub fn types(&self) -> BTreeSet<&'s str> {
        self.pages.iter().filter_map(|page| page.entry.ty.as_deref()).collect()
    }

    /// The pages that describe a type.
    pub fn pages_of(&self, ty: &Type) -> impl Iterator<Item = &Page<'s>> {
        self.pages.iter().filter(|page| page.entry.ty.as_ref() == Some(&ty.docs_name))
    }

    /// A type by its name.
    pub fn ty(&self, name: &str) -> Option<&'s Type> {
        self.api.types.iter().find(|ty| ty.docs_name == name)
    }

    /// The gateways that upstream's description names, if they are the codes of this type.
    pub fn described(&self, ty: &Type) -> BTreeSet<&'s str> {
        let gateways = self.api.gateways.map(|id| self.api.ty(id));
        if gateways.is_none_or(|gateways| gateways.docs_name != ty.docs_name) {
            return BTreeSet::new();
        }
        let operations = || self.description.operations.values();
        let parameters = operations().flat_map(|operation| operation.parameters.values());
        let fields = self.description.types.values().flat_map(BTreeMap::values);
        let ruled = parameters.chain(fields).flat_map(|field| field.gateways.keys());
        let supporting = operations().flat_map(|operation| &operation.gateways);
        ruled.chain(supporting).map(String::as_str).collect()
    }
}
