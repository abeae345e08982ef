//! The `use` lines of a file, found in what the file says.

use std::collections::{BTreeMap, BTreeSet};

use super::MARGIN;
use syn::visit::{self, Visit};

/// The first segment of every path, and the types that the file itself defines.
#[derive(Default)]
pub struct Used {
    names: BTreeSet<String>,
    defined: BTreeSet<String>,
}

impl Used {
    /// Adds what others use and define.
    pub fn extend(&mut self, other: Self) {
        self.names.extend(other.names);
        self.defined.extend(other.defined);
    }

    /// `use` lines for every importable name that was used and not defined. Laid out here, because
    /// prettyplease and rustfmt fill such a list differently.
    pub fn imports(&self, importable: &BTreeMap<String, String>) -> String {
        let mut modules: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for name in self.names.difference(&self.defined) {
            if let Some((name, module)) = importable.get_key_value(name) {
                modules.entry(module).or_default().insert(name);
            }
        }
        let mut lines: Vec<_> = modules.iter().map(|(module, names)| line(module, names)).collect();
        // rustfmt's order: capitals, then small letters, then braces.
        lines.sort_unstable();
        lines.concat()
    }
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

fn line(module: &str, names: &BTreeSet<&str>) -> String {
    let names: Vec<&str> = names.iter().copied().collect();
    if let [name] = names.as_slice() {
        return format!("use {module}::{name};\n");
    }
    let line = format!("use {module}::{{{}}};\n", names.join(", "));
    if line.trim_end().len() <= MARGIN {
        return line;
    }
    let mut rows = vec![String::from("   ")];
    for name in names {
        let fits = rows.last().is_some_and(|row| row.len() + name.len() + 2 <= MARGIN);
        if !fits {
            rows.push(String::from("   "));
        }
        if let Some(row) = rows.last_mut() {
            row.push_str(&format!(" {name},"));
        }
    }
    format!("use {module}::{{\n{}\n}};\n", rows.join("\n"))
}
