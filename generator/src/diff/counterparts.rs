//! Counterparts: the sections, operations and types that are in both models.

use super::call::Call;
use super::matching::Matching;
use crate::model::{Api, EnumValue, Operation, Section, Shape, Type, TypeId};

/// The sections of both models: those with the same name, or with most routes in common.
pub fn sections<'a>(before: &'a Api, after: &'a Api) -> Matching<&'a Section> {
    Matching::of(
        &before.sections,
        &after.sections,
        &[&|old, new| old.name == new.name, &|old, new| share_routes(old, new)],
    )
}

/// More than half of the routes of both.
fn share_routes(old: &Section, new: &Section) -> bool {
    let has = |route| new.operations.iter().any(|operation| same_route(operation, route));
    let shared = old.operations.iter().filter(|operation| has(operation)).count();
    2 * shared > old.operations.len().max(new.operations.len())
}

/// The operations of both models. The server identifies an operation by its route, so that is compared
/// before the name.
pub fn operations<'a>(
    before: &'a Api,
    after: &'a Api,
    sections: &Matching<&'a Section>,
) -> Matching<Call<'a>> {
    Matching::of(
        calls(before),
        calls(after),
        &[&|old, new| same_route(old.operation, new.operation), &|old, new| {
            old.operation.name == new.operation.name
                && same_section(sections, old.section, new.section)
        }],
    )
}

/// True if two sections are the same one, even if it was renamed.
pub fn same_section(matching: &Matching<&Section>, old: &Section, new: &Section) -> bool {
    let mut both = matching.both.iter();
    both.any(|(one, other)| one.name == old.name && other.name == new.name)
}

fn calls(api: &Api) -> impl Iterator<Item = Call<'_>> {
    api.sections.iter().flat_map(|section| {
        section.operations.iter().map(move |operation| Call { section, operation })
    })
}

/// The same method and path, except for the names of placeholders.
pub fn same_route(old: &Operation, new: &Operation) -> bool {
    let plain = |operation: &Operation| -> Vec<String> {
        let parts = operation.route.path.split('/');
        let plain = |part: &str| if part.starts_with('{') { "{}" } else { part }.to_owned();
        parts.map(plain).collect()
    };
    old.route.method == new.route.method && plain(old) == plain(new)
}

/// The codes of both enumerations. A code that was renamed altogether is known by its Korean label.
pub fn codes<'a>(before: &'a [EnumValue], after: &'a [EnumValue]) -> Matching<&'a EnumValue> {
    let is_only = |codes: &[EnumValue], title: &str| {
        codes.iter().filter(|value| value.title == title).count() == 1
    };
    Matching::of(
        before,
        after,
        &[&|old, new| old.code == new.code, &|old, new| old.name == new.name, &|old, new| {
            let title = &old.title;
            *title == new.title && is_only(before, title) && is_only(after, title)
        }],
    )
}

/// The types of both models: those with the same name, or with the same names on the wire inside.
pub fn types(before: &Api, after: &Api) -> Matching<TypeId> {
    let ids = |api: &Api| (0..api.types.len()).map(TypeId);
    let pair = |old, new| (before.ty(old), after.ty(new));
    Matching::of(
        ids(before),
        ids(after),
        &[
            &|old, new| matches!(pair(old, new), (old, new) if old.docs_name == new.docs_name),
            &|old, new| matches!(pair(old, new), (old, new) if old.name == new.name),
            &|old, new| matches!(pair(old, new), (old, new) if same_inside(old, new)),
        ],
    )
}

/// The same names on the wire inside.
fn same_inside(old: &Type, new: &Type) -> bool {
    let (old, new) = (inside(old), inside(new));
    !old.is_empty() && old == new
}

fn inside(ty: &Type) -> Vec<&str> {
    match &ty.shape {
        Shape::Record(fields) => fields.iter().map(|field| field.wire.as_str()).collect(),
        Shape::Enumeration(codes) => codes.values.iter().map(|code| code.code.as_str()).collect(),
        Shape::Choice(choices) => choices.iter().map(|choice| choice.name.as_str()).collect(),
        Shape::GatewayCodes(_) => Vec::new(),
    }
}
