//! The `use` declarations of a program.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The names that a program uses, by their modules in the generated crate; the root is the empty name.
#[derive(Debug, Default)]
pub struct Imports {
    names: BTreeMap<String, BTreeSet<String>>,
    spans_of_time: bool,
}

impl Imports {
    /// Adds a name, and returns it.
    pub fn name(&mut self, module: &str, name: &str) -> Ident {
        self.names.entry(module.to_owned()).or_default().insert(name.to_owned());
        ident(name)
    }

    /// Adds a name of the crate's root, and returns it.
    pub fn of_root(&mut self, name: &str) -> Ident {
        self.name("", name)
    }

    /// Adds the trait that makes a span of time from a number: `24.hours()`.
    pub fn spans_of_time(&mut self) {
        self.spans_of_time = true;
    }

    /// A declaration for each module in the order of their names, and the root last.
    pub fn declarations(&self) -> TokenStream {
        let modules = self.names.iter().filter(|(module, _)| !module.is_empty());
        let modules = modules.map(|(module, names)| {
            let path = ident(module);
            (module.as_str(), declaration(&quote!(portone_v1::#path), names))
        });
        // Without a name, so that it cannot conflict with a type of the schema.
        let spans = self.spans_of_time.then(|| {
            quote!(
                use portone_v1::jiff::ToSpan as _;
            )
        });
        let modules: BTreeMap<_, _> = modules.chain(spans.map(|spans| ("jiff", spans))).collect();
        let root = self.names.get("").map(|names| declaration(&quote!(portone_v1), names));
        modules.into_values().chain(root).collect()
    }
}

fn declaration(path: &TokenStream, names: &BTreeSet<String>) -> TokenStream {
    let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
    match names.as_slice() {
        [name] => quote!(use #path::#name;),
        names => quote!(use #path::{#(#names),*};),
    }
}

/// An identifier from a name of the model.
pub fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
