//! The `use` declarations of a file, inferred from the names that it uses.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span};
use syn::visit::{self, Visit};

/// The first segment of every path, and the types that the file itself defines.
#[derive(Default)]
pub struct UsedNames {
    names: BTreeSet<String>,
    defined: BTreeSet<String>,
}

impl UsedNames {
    /// A `use` declaration for each module of importable names that are used and not defined here.
    ///
    /// # Errors
    /// Fails when the module of a name is not a path.
    pub fn imports(&self, importable: &BTreeMap<String, String>) -> syn::Result<Vec<syn::Item>> {
        let mut modules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for name in self.names.difference(&self.defined) {
            if let Some(module) = importable.get(name) {
                modules.entry(module).or_default().push(name);
            }
        }
        modules.into_iter().map(|(module, names)| import(module, &names)).collect()
    }
}

impl<'ast> Visit<'ast> for UsedNames {
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

fn import(module: &str, names: &[&str]) -> syn::Result<syn::Item> {
    let module: syn::Path = syn::parse_str(module)?;
    let names: Vec<_> = names.iter().map(|name| Ident::new(name, Span::call_site())).collect();
    syn::parse2(match names.as_slice() {
        [name] => quote::quote!(use #module::#name;),
        names => quote::quote!(use #module::{#(#names),*};),
    })
}
