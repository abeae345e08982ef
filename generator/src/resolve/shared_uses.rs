//! The sections that use each module of shared types, directly or through other modules.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Section, Type, TypeId};
use crate::resolve::dependencies::{named, named_by_section};
use crate::resolve::modules::ResolvedModule;

/// The sections that use each of these modules, by name, in the order of the modules.
pub fn sections_of(
    modules: &[ResolvedModule<'_>],
    sections: &[Section],
    types: &[Type],
    gateways: Option<TypeId>,
) -> Vec<BTreeSet<String>> {
    let references = References::of(modules, types);
    let mut users = vec![BTreeSet::new(); modules.len()];
    for section in sections {
        for module in references.reached(&named_by_section(section, types, gateways)) {
            users[module].insert(section.name.clone());
        }
    }
    users
}

/// The references between modules, which are named by their place in the list.
struct References {
    declared_in: HashMap<TypeId, usize>,
    named: Vec<BTreeSet<TypeId>>,
}

impl References {
    fn of(modules: &[ResolvedModule<'_>], types: &[Type]) -> Self {
        let declared = modules.iter().enumerate();
        let declared =
            declared.flat_map(|(place, module)| module.types.iter().map(move |id| (*id, place)));
        Self {
            declared_in: declared.collect(),
            named: modules.iter().map(|module| named(&module.types, types)).collect(),
        }
    }

    /// The modules that declare these types, and every module whose types those name.
    fn reached(&self, types: &BTreeSet<TypeId>) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut pending = self.declaring(types);
        while let Some(module) = pending.pop() {
            if reached.insert(module) {
                pending.extend(self.declaring(&self.named[module]));
            }
        }
        reached
    }

    fn declaring(&self, types: &BTreeSet<TypeId>) -> Vec<usize> {
        types.iter().filter_map(|id| self.declared_in.get(id)).copied().collect()
    }
}
