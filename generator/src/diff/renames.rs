//! Renamed codes and parameters, so that what refers to one by its name is no change of its own.

use std::collections::BTreeMap;

use super::counterparts;
use super::matching::Matching;
use super::struct_view::Member;
use crate::model::{Api, Item, Shape, TypeId, TypeRef};

/// The new codes of those that were renamed on the wire, by the old enumeration and the old code.
#[derive(Default)]
pub struct RenamedCodes(BTreeMap<TypeId, BTreeMap<String, String>>);

impl RenamedCodes {
    /// Looks for them in the enumerations of both models.
    pub fn of(before: &Api, after: &Api, types: &Matching<TypeId>) -> Self {
        let renamed = |(old, new): &(TypeId, TypeId)| {
            let (Shape::Enumeration(codes), Shape::Enumeration(others)) =
                (&before.ty(*old).shape, &after.ty(*new).shape)
            else {
                return None;
            };
            let both = counterparts::codes(&codes.values, &others.values).both.into_iter();
            let renamed = both.filter(|(old, new)| old.code != new.code);
            Some((*old, renamed.map(|(old, new)| (old.code.clone(), new.code.clone())).collect()))
        };
        Self(types.both.iter().filter_map(renamed).collect())
    }

    /// The code by its new name.
    pub fn now<'c>(&'c self, enumeration: Option<TypeId>, code: &'c str) -> &'c str {
        let renamed = enumeration.and_then(|id| self.0.get(&id)?.get(code));
        renamed.map_or(code, String::as_str)
    }

    /// The same, for a value of a type that may be an enumeration.
    pub fn of_type<'c>(&'c self, ty: TypeRef, code: &'c str) -> &'c str {
        let Item::Named(id) = ty.item else { return code };
        self.now(Some(id), code)
    }
}

/// The new names on the wire of parameters or fields that were renamed.
pub struct RenamedFields(BTreeMap<String, String>);

impl RenamedFields {
    /// Looks for them in a struct of both models.
    pub fn of(matching: &Matching<Member<'_>>) -> Self {
        let names = matching.both.iter().map(|(old, new)| (&old.field.wire, &new.field.wire));
        let renamed = names.filter(|(old, new)| old != new);
        Self(renamed.map(|(old, new)| (old.clone(), new.clone())).collect())
    }

    /// A name, or a path that begins with one, as it is now.
    pub fn now(&self, wire: &str) -> String {
        let (first, rest) = wire.split_at(wire.find('.').unwrap_or(wire.len()));
        let first = self.0.get(first).map_or(first, String::as_str);
        format!("{first}{rest}")
    }
}
