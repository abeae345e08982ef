//! The layers of each crate: imports point downward, between modules and between the files of a module.
//!
//! A module's own file and the modules below it form a graph, in which a file that declares a module imports it. Such a
//! graph has no cycles, so that each part of a module can be read, and replaced, without those above it. A path through a
//! re-export counts as an import of the file with the definition.

mod cycles;
mod definitions;
mod imports;
mod module_tree;
mod order;
mod paths;

use std::collections::BTreeSet;

use module_tree::ModuleTree;
use order::CRATES;

/// The cycles of a crate: the module in which each is, and its imports.
fn cycles_of(root: &str) -> Vec<(String, String)> {
    let tree = ModuleTree::read(root);
    let imports = imports::of(&tree);
    let mut found = Vec::new();
    for module in tree.parents() {
        let edges = cycles::edges_within(module, &imports);
        if let Some(cycle) = cycles::first(&edges) {
            found.push((tree.file(module).to_owned(), cycles::describe(&cycle, &tree)));
        }
    }
    found
}

#[test]
fn modules_have_no_cycles() {
    let cycles = CRATES.iter().flat_map(|(root, _)| cycles_of(root));
    let reports: Vec<_> =
        cycles.map(|(module, cycle)| format!("a cycle in {module}:\n{cycle}")).collect();
    assert!(reports.is_empty(), "{}", reports.join("\n"));
}

#[test]
fn modules_of_a_crate_import_only_those_listed_before_them() {
    for (root, order) in CRATES {
        let tree = ModuleTree::read(root);
        let declared: BTreeSet<_> = tree.top_level().into_iter().collect();
        let listed: BTreeSet<_> = order.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(declared, listed, "the modules of {root} and their order in CRATES");

        let layer = |name: &str| order.iter().position(|listed| *listed == name);
        for edge in cycles::edges_within(&[], &imports::of(&tree)) {
            let (from, to) = (edge.from.last(), edge.to.last());
            let (Some(from), Some(to)) = (from, to) else { continue };
            let downward = layer(to) < layer(from);
            assert!(
                downward,
                "{}: {} points upward",
                tree.file(&edge.import.from),
                edge.import.path
            );
        }
    }
}
