//! The check that a call with the old type compiles with the new one.

use super::signature;
use crate::model::{Api, ExplicitOmission, Field, Item, Shape, TypeRef};

/// True if calls that give the old field compile with the new one, at least with literals.
pub fn accepts(before: (&Api, &Field), after: (&Api, &Field)) -> bool {
    let ((old_api, old), (new_api, new)) = (before, after);
    let inside = item((old_api, old.ty), (new_api, new.ty));
    match (taken(old), taken(new)) {
        (None, None) => inside,
        (Some(old), Some(new)) => same(old, new) && inside,
        _ => false,
    }
}

/// The enum that `new` takes instead of the value.
fn taken(field: &Field) -> Option<&ExplicitOmission> {
    field.explicit_omission().filter(|_| !field.required)
}

fn same(old: &ExplicitOmission, new: &ExplicitOmission) -> bool {
    let ExplicitOmission { risk: _, name, omit, value } = old;
    *name == new.name && *omit == new.omit && *value == new.value
}

fn item((old_api, old): (&Api, TypeRef), (new_api, new): (&Api, TypeRef)) -> bool {
    let same_type = signature::whole(old_api, old) == signature::whole(new_api, new);
    let converted = match (old.item, new.item) {
        // A literal is both, and an amount is made of an integer.
        (Item::Integer | Item::Amount, Item::Integer | Item::Amount) => true,
        // Codes are made of texts.
        (Item::String, Item::Named(id)) => is_code(&new_api.ty(id).shape),
        _ => false,
    };
    same_type || (converted && old.list == new.list)
}

fn is_code(shape: &Shape) -> bool {
    matches!(shape, Shape::Enumeration(_))
}
