//! The `use` lines of a file, found in what the file says.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use syn::visit::{self, Visit};

/// `use` lines for every importable name that the file uses and does not define.
pub fn of(file: &syn::File, importable: &BTreeMap<String, String>) -> TokenStream {
    let mut used = Used::default();
    used.visit_file(file);
    let mut modules: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for name in used.names.difference(&used.defined) {
        if let Some((name, module)) = importable.get_key_value(name) {
            modules.entry(module).or_default().insert(name);
        }
    }
    let mut paths: Vec<_> = modules.iter().map(|(module, names)| path(module, names)).collect();
    // rustfmt's order: capitals, then small letters, then braces.
    paths.sort_unstable();
    let paths = paths.iter().map(|path| path.parse::<TokenStream>().unwrap_or_default());
    quote!(#(use #paths;)*)
}

fn path(module: &str, names: &BTreeSet<&str>) -> String {
    let separated = names.iter().copied().collect::<Vec<_>>().join(", ");
    match names.len() {
        1 => format!("{module}::{separated}"),
        _ => format!("{module}::{{{separated}}}"),
    }
}

/// The first segment of every path, and the types that the file itself defines.
#[derive(Default)]
struct Used {
    names: BTreeSet<String>,
    defined: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Used {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        if let Some(first) = path.segments.first() {
            self.names.insert(first.ident.to_string());
        }
        visit::visit_path(self, path);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.defined.insert(item.ident.to_string());
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.defined.insert(item.ident.to_string());
        visit::visit_item_enum(self, item);
    }
}
