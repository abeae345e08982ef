//! Cycles in a graph of modules.

use std::collections::BTreeMap;

use super::imports::Import;
use super::module_tree::{ModulePath, ModuleTree};

/// An import between two parts of a module: its own file, or one of its modules with all below it.
#[derive(Clone)]
pub struct Edge<'i> {
    pub from: ModulePath,
    pub to: ModulePath,
    pub import: &'i Import,
}

/// The imports between the parts of a module.
pub fn edges_within<'i>(module: &[String], imports: &'i [Import]) -> Vec<Edge<'i>> {
    let part =
        |path: &ModulePath| path.starts_with(module).then(|| shortened(path, module.len() + 1));
    let edge = |import: &'i Import| {
        let (from, to) = (part(&import.from)?, part(&import.to)?);
        (from != to).then_some(Edge { from, to, import })
    };
    imports.iter().filter_map(edge).collect()
}

fn shortened(path: &[String], length: usize) -> ModulePath {
    path[..path.len().min(length)].to_vec()
}

/// A shortest cycle, if there is one.
pub fn first<'i>(edges: &[Edge<'i>]) -> Option<Vec<Edge<'i>>> {
    let mut after: BTreeMap<&ModulePath, Vec<&Edge<'i>>> = BTreeMap::new();
    for edge in edges {
        after.entry(&edge.from).or_default().push(edge);
    }
    let cycles = after.keys().filter_map(|start| shortest_from(start, &after));
    cycles.min_by_key(Vec::len)
}

fn shortest_from<'i>(
    start: &ModulePath,
    after: &BTreeMap<&ModulePath, Vec<&Edge<'i>>>,
) -> Option<Vec<Edge<'i>>> {
    let mut reached: BTreeMap<ModulePath, Vec<Edge<'i>>> = BTreeMap::new();
    let mut queue = vec![(start.clone(), Vec::new())];
    while !queue.is_empty() {
        let mut next = Vec::new();
        for (module, path) in queue {
            for edge in after.get(&module).into_iter().flatten() {
                let longer = [&path[..], &[(*edge).clone()]].concat();
                if edge.to == *start {
                    return Some(longer);
                }
                if !reached.contains_key(&edge.to) {
                    reached.insert(edge.to.clone(), longer.clone());
                    next.push((edge.to.clone(), longer));
                }
            }
        }
        queue = next;
    }
    None
}

/// The imports of a cycle, one per line.
pub fn describe(cycle: &[Edge<'_>], tree: &ModuleTree) -> String {
    let line = |edge: &Edge<'_>| {
        let (from, to) = (tree.file(&edge.import.from), tree.file(&edge.import.to));
        format!("    {from}: `{}` of {to}", edge.import.path)
    };
    cycle.iter().map(line).collect::<Vec<_>>().join("\n")
}
