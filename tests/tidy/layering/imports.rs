//! The imports between the modules of a crate.

use super::definitions::Definitions;
use super::module_tree::{ModulePath, ModuleTree};

/// A path in one module that names something of another.
#[derive(Clone)]
pub struct Import {
    pub from: ModulePath,
    pub to: ModulePath,
    /// The path as it is written, or `mod name` for a declaration.
    pub path: String,
}

/// All imports of a crate: the paths in its modules, and the declarations of modules.
pub fn of(tree: &ModuleTree) -> Vec<Import> {
    let definitions = Definitions::of(tree);
    let mut imports: Vec<_> = tree.modules.keys().filter_map(declaration).collect();
    for (module, paths) in &definitions.paths {
        let used = paths.uses.iter().map(|import| &import.segments);
        for segments in used.chain(&paths.inline) {
            let Some(to) = definitions.find(module, segments) else { continue };
            let from = (*module).clone();
            imports.push(Import { from, to, path: segments.join("::") });
        }
    }
    imports.retain(|import| tree.file(&import.from) != tree.file(&import.to));
    imports
}

fn declaration(path: &ModulePath) -> Option<Import> {
    let (name, above) = path.split_last()?;
    Some(Import { from: above.to_vec(), to: path.clone(), path: format!("mod {name}") })
}
