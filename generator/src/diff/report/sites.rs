//! The locations in a schema of the things that changes point to.

use crate::model::Api;
use crate::places::{Places, Site};
use crate::source::Sources;

/// A model and the text that it comes from.
pub struct Sites<'a> {
    api: &'a Api,
    places: Places,
}

impl<'a> Sites<'a> {
    /// Of a model and its text.
    pub fn new(api: &'a Api, sources: &Sources) -> Self {
        Self { api, places: Places::of(sources) }
    }

    /// The line of a pointer, or of the nearest thing around it that is there.
    pub fn of(&self, pointer: &str) -> Option<Site> {
        let mut steps = pointer.splitn(3, '/');
        let (parent, name) = (steps.next()?, steps.next().unwrap_or_default());
        let inside = steps.next().and_then(|rest| rest.split('/').next()).unwrap_or_default();
        match parent {
            "operations" => self.operation(name, inside),
            "types" => self.ty(name, inside).or_else(|| self.library(parent, name)),
            "codes" => self.library(parent, name),
            "sections" => self.section(name),
            _ => self.api_key(name),
        }
    }

    fn operation(&self, name: &str, inside: &str) -> Option<Site> {
        let (section, method) = name.split_once('.')?;
        let found = self.api.sections.iter().find(|known| known.name == section)?;
        match found.operations.iter().find(|operation| operation.name == method) {
            Some(operation) => self.places.nearest(&operation.route.to_string(), inside),
            None => self.section(section),
        }
    }

    fn ty(&self, name: &str, inside: &str) -> Option<Site> {
        let ty = self.api.types.iter().find(|ty| ty.name == name)?;
        let code = self.places.value(&ty.docs_name, inside);
        code.or_else(|| self.places.nearest(&ty.docs_name, inside))
    }

    fn section(&self, name: &str) -> Option<Site> {
        let section = self.api.sections.iter().find(|section| section.name == name)?;
        Some(Site { file: section.source.clone(), line: 1 })
    }

    fn library(&self, parent: &str, name: &str) -> Option<Site> {
        let mut shared_modules = self.api.shared_modules.iter();
        let library =
            shared_modules.find(|library| library.parent == parent && library.name == name)?;
        Some(Site { file: library.source.clone(), line: 1 })
    }

    fn api_key(&self, key: &str) -> Option<Site> {
        let top = self.places.top(0, key)?;
        Some(self.places.site_of(top.key.span))
    }
}
