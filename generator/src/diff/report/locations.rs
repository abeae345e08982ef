//! The locations of changes in the schema.

use crate::model::Api;
use crate::source::{SourceLocation, Sources};
use crate::yaml_index::YamlIndex;

/// A model and the text that it comes from.
pub struct Locations<'a> {
    api: &'a Api,
    index: YamlIndex,
}

impl<'a> Locations<'a> {
    /// Indexes a text and the model that was read from it.
    pub fn new(api: &'a Api, sources: &Sources) -> Self {
        Self { api, index: YamlIndex::of(sources) }
    }

    /// The line of a pointer, or of the nearest existing entry around it.
    pub fn of(&self, pointer: &str) -> Option<SourceLocation> {
        let mut steps = pointer.splitn(3, '/');
        let (parent, name) = (steps.next()?, steps.next().unwrap_or_default());
        let inside = steps.next().and_then(|rest| rest.split('/').next()).unwrap_or_default();
        match parent {
            "operations" => self.operation(name, inside),
            "types" => self.ty(name, inside).or_else(|| self.shared_module(parent, name)),
            "codes" => self.shared_module(parent, name),
            "sections" => self.section(name),
            _ => self.api_key(name),
        }
    }

    fn operation(&self, name: &str, inside: &str) -> Option<SourceLocation> {
        let (section, method) = name.split_once('.')?;
        let found = self.api.sections.iter().find(|known| known.name == section)?;
        match found.operations.iter().find(|operation| operation.name == method) {
            Some(operation) => self.index.nearest(&operation.route.to_string(), inside),
            None => self.section(section),
        }
    }

    fn ty(&self, name: &str, inside: &str) -> Option<SourceLocation> {
        let ty = self.api.types.iter().find(|ty| ty.name == name)?;
        let code = self.index.value(&ty.docs_name, inside);
        code.or_else(|| self.index.nearest(&ty.docs_name, inside))
    }

    fn section(&self, name: &str) -> Option<SourceLocation> {
        let section = self.api.sections.iter().find(|section| section.name == name)?;
        Some(SourceLocation { file: section.source.clone(), line: 1 })
    }

    fn shared_module(&self, parent: &str, name: &str) -> Option<SourceLocation> {
        let mut shared_modules = self.api.shared_modules.iter();
        let module =
            shared_modules.find(|module| module.parent == parent && module.name == name)?;
        Some(SourceLocation { file: module.source.clone(), line: 1 })
    }

    fn api_key(&self, key: &str) -> Option<SourceLocation> {
        let top = self.index.top_level(0, key)?;
        Some(self.index.location_of(top.key.span))
    }
}
