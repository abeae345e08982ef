//! The modules of a crate, read from its files.

use std::collections::BTreeMap;
use std::fs;

use syn::{Attribute, Item};

use crate::files;

/// The names of the modules that lead from the root of a crate to a module.
pub type ModulePath = Vec<String>;

/// A module of a crate.
pub struct Module {
    /// The file with its items, relative to the project.
    pub file: String,
    pub items: Vec<Item>,
}

/// All modules of a crate, except those of its tests.
pub struct ModuleTree {
    pub modules: BTreeMap<ModulePath, Module>,
}

impl ModuleTree {
    /// Reads a crate from its root file.
    pub fn read(root: &str) -> Self {
        let mut tree = Self { modules: BTreeMap::new() };
        let folder = root.rsplit_once('/').map(|(folder, _)| folder).unwrap_or_default();
        tree.add_file(Vec::new(), root, folder);
        tree
    }

    fn add_file(&mut self, path: ModulePath, file: &str, folder: &str) {
        let text = fs::read_to_string(files::project().join(file));
        let text = text.unwrap_or_else(|error| panic!("{file}: {error}"));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.add(path, file, folder, parsed.items);
    }

    fn add(&mut self, path: ModulePath, file: &str, folder: &str, items: Vec<Item>) {
        for item in &items {
            let Item::Mod(declared) = item else { continue };
            if is_test(&declared.attrs) {
                continue;
            }
            let name = declared.ident.to_string();
            let (child, below) =
                ([&path[..], std::slice::from_ref(&name)].concat(), format!("{folder}/{name}"));
            match &declared.content {
                Some((_, items)) => self.add(child, file, &below, items.clone()),
                None => self.add_file(child, &format!("{below}.rs"), &below),
            }
        }
        self.modules.insert(path, Module { file: file.to_owned(), items });
    }

    /// The modules with modules of their own.
    pub fn parents(&self) -> impl Iterator<Item = &ModulePath> {
        let is_parent = |path: &&ModulePath| {
            self.modules
                .keys()
                .any(|other| other.split_last().is_some_and(|(_, above)| above == **path))
        };
        self.modules.keys().filter(is_parent)
    }

    /// The names of the modules that the root file declares.
    pub fn top_level(&self) -> Vec<String> {
        self.modules.keys().filter(|path| path.len() == 1).map(|path| path[0].clone()).collect()
    }

    pub fn contains(&self, path: &[String]) -> bool {
        self.modules.contains_key(path)
    }

    /// The file with the items of a module.
    pub fn file(&self, path: &[String]) -> &str {
        &self.modules[path].file
    }
}

/// True if an item exists in tests only.
pub fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => attribute.path().is_ident("test"),
    })
}
