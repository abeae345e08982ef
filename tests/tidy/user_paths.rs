//! Paths in documentation are those that users have: everything is in `portone_v1`.

use std::collections::BTreeSet;

use syn::{Item, UseTree, Visibility};

use crate::files;

/// The crate that users do not name.
const RUNTIME: &str = "portone_v1_runtime";

/// Names of the runtime that the generated crate replaces by its own: the builder of its client, hidden parts, and
/// the function that its own module `testing` re-exports.
const REPLACED: [&str; 3] = ["ClientBuilder", "internal", "testing"];

#[test]
fn no_documentation_names_the_runtime() {
    let sources = ["runtime/src", "generated/src", "fake/src"];
    let sources = sources.into_iter().flat_map(|folder| files::with_ending(folder, &["rs"]));
    for (path, text) in sources {
        for line in text.lines().map(str::trim_start) {
            let is_documentation = line.starts_with("///") || line.starts_with("//!");
            assert!(!(is_documentation && line.contains(RUNTIME)), "{path}: {line}");
        }
    }
}

#[test]
fn users_can_name_every_public_item_of_the_runtime() {
    let exported = names("generated/src/lib.rs");
    let missing: Vec<_> = names("runtime/src/lib.rs")
        .into_iter()
        .filter(|name| !exported.contains(name) && !REPLACED.contains(&name.as_str()))
        .collect();
    assert!(missing.is_empty(), "`generator/src/emit/root.rs` does not re-export {missing:?}");
}

/// The names that the root of a crate exports, in modules and with `use`.
fn names(path: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(files::project().join(path)).expect("the file is there");
    let file = syn::parse_file(&text).expect("the file is Rust");
    let mut names = BTreeSet::new();
    for item in &file.items {
        match item {
            Item::Use(item) if is_public(&item.vis) => add(&item.tree, &mut names),
            Item::Mod(item) if is_public(&item.vis) => drop(names.insert(item.ident.to_string())),
            _ => {}
        }
    }
    assert!(names.contains("Error"), "{path} exports {names:?}");
    names
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn add(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => add(&path.tree, names),
        UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        UseTree::Rename(rename) => drop(names.insert(rename.rename.to_string())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| add(tree, names)),
        UseTree::Glob(_) => {}
    }
}
