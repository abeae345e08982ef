//! The module that defines the item of a path.

use std::collections::BTreeMap;

use syn::Item;

use super::module_tree::{ModulePath, ModuleTree};
use super::paths::{Paths, UsePath};

/// The most re-exports that a path is followed through.
const MAX_DEPTH: usize = 8;

/// The modules of a crate with the paths of each.
pub struct Definitions<'t> {
    tree: &'t ModuleTree,
    pub paths: BTreeMap<&'t ModulePath, Paths>,
}

impl<'t> Definitions<'t> {
    pub fn of(tree: &'t ModuleTree) -> Self {
        let paths = tree.modules.iter().map(|(path, module)| (path, Paths::of(&module.items)));
        Self { tree, paths: paths.collect() }
    }

    /// The module of this crate that defines what a path in `module` names.
    pub fn find(&self, module: &[String], segments: &[String]) -> Option<ModulePath> {
        self.find_within(module, segments, MAX_DEPTH)
    }

    fn find_within(
        &self,
        module: &[String],
        segments: &[String],
        depth: usize,
    ) -> Option<ModulePath> {
        let (first, rest) = segments.split_first()?;
        match first.as_str() {
            "crate" => self.follow(Vec::new(), rest, depth),
            "self" => self.follow(module.to_vec(), rest, depth),
            "super" => {
                let mut base = module.split_last()?.1.to_vec();
                let more = rest.iter().take_while(|segment| *segment == "super").count();
                base.truncate(base.len().checked_sub(more)?);
                self.follow(base, &rest[more..], depth)
            }
            name if self.tree.contains(&child(module, name)) => {
                self.follow(child(module, name), rest, depth)
            }
            name => {
                let imported = self.uses(module).find(|import| import.name == name)?;
                let whole = [&imported.segments[..], rest].concat();
                let depth = depth.checked_sub(1)?;
                self.find_within(module, &whole, depth)
            }
        }
    }

    fn follow(
        &self,
        mut module: ModulePath,
        segments: &[String],
        depth: usize,
    ) -> Option<ModulePath> {
        for (index, name) in segments.iter().enumerate() {
            let below = child(&module, name);
            if !self.tree.contains(&below) {
                let exported = self.follow_export(&module, &segments[index..], depth);
                return Some(exported.unwrap_or(module));
            }
            module = below;
        }
        Some(module)
    }

    fn follow_export(
        &self,
        module: &[String],
        segments: &[String],
        depth: usize,
    ) -> Option<ModulePath> {
        let depth = depth.checked_sub(1)?;
        let name = &segments[0];
        let exports = || self.uses(module).filter(|import| import.is_public);
        if let Some(named) = exports().find(|import| import.name == *name) {
            let whole = [&named.segments[..], &segments[1..]].concat();
            return self.find_within(module, &whole, depth);
        }
        let mut globs = exports().filter(|import| import.name == "*");
        globs.find_map(|glob| {
            let source = self.find_within(module, &glob.segments, depth)?;
            let defines = self.defines(&source, name);
            if defines { Some(source) } else { self.follow_export(&source, segments, depth) }
        })
    }

    fn uses(&self, module: &[String]) -> impl Iterator<Item = &UsePath> {
        self.paths.get(&module.to_vec()).into_iter().flat_map(|paths| &paths.uses)
    }

    fn defines(&self, module: &[String], name: &str) -> bool {
        self.tree.modules[module]
            .items
            .iter()
            .any(|item| named(item).is_some_and(|own| own == name))
    }
}

fn child(module: &[String], name: &str) -> ModulePath {
    [module, &[name.to_owned()]].concat()
}

fn named(item: &Item) -> Option<&syn::Ident> {
    match item {
        Item::Const(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Fn(item) => Some(&item.sig.ident),
        Item::Macro(item) => item.ident.as_ref(),
        Item::Static(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        _ => None,
    }
}
