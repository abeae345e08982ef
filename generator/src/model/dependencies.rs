//! The transitive closure of the references between types.

use std::collections::BTreeSet;

use super::type_ref::TypeId;
use super::types::Shape;

/// The types and every type that they hold, directly or through others.
pub fn closure<'a>(
    mut types: BTreeSet<TypeId>,
    shape: impl Fn(TypeId) -> &'a Shape,
) -> BTreeSet<TypeId> {
    let mut pending: Vec<TypeId> = types.iter().copied().collect();
    while let Some(id) = pending.pop() {
        for next in shape(id).named() {
            if types.insert(next) {
                pending.push(next);
            }
        }
    }
    types
}
