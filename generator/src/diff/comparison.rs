//! Two models side by side, with their sections, operations and types matched.

use std::collections::BTreeMap;

use super::affected::{self, Affected, AffectedByType};
use super::matching::Matching;
use crate::model::{Api, Item, Operation, Section, Shape, Type, TypeId, TypeRef};

/// An operation and the section that it is in.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    /// The section.
    pub section: &'a Section,
    /// The operation.
    pub operation: &'a Operation,
}

impl Call<'_> {
    /// `section.operation`
    pub fn label(self) -> String {
        format!("{}.{}", self.section.name, self.operation.name)
    }
}

/// Two models side by side.
pub struct Comparison<'a> {
    /// The old model.
    pub before: &'a Api,
    /// The new model.
    pub after: &'a Api,
    /// The sections of both.
    pub sections: Matching<&'a Section>,
    /// The operations of both.
    pub operations: Matching<Call<'a>>,
    /// The types of both.
    pub types: Matching<TypeId>,
    /// All operations of either model.
    pub everything: Affected,
    new_type: BTreeMap<TypeId, TypeId>,
    by_type: (AffectedByType, AffectedByType),
}

impl<'a> Comparison<'a> {
    /// Matches the parts of both models.
    pub fn of(before: &'a Api, after: &'a Api) -> Self {
        let sections = sections(before, after);
        let operations = operations(before, after, &sections);
        let types = types(before, after);
        let mut comparison = Self {
            before,
            after,
            sections,
            operations,
            new_type: types.both.iter().copied().collect(),
            types,
            everything: Affected::default(),
            by_type: Default::default(),
        };
        comparison.follow();
        comparison
    }

    fn follow(&mut self) {
        let (mut old, mut new) = (AffectedByType::new(), AffectedByType::new());
        for (old_call, new_call) in self.both_sides() {
            let Some(affected) = self.affected(old_call, new_call) else { continue };
            if let Some(call) = old_call {
                affected::add(&mut old, self.before, call.operation, &affected);
            }
            if let Some(call) = new_call {
                affected::add(&mut new, self.after, call.operation, &affected);
            }
            self.everything.add(&affected);
        }
        self.by_type = (old, new);
    }

    /// Every operation of either model, with its partner.
    pub fn both_sides(&self) -> Vec<(Option<Call<'a>>, Option<Call<'a>>)> {
        let Matching { both, removed, added, .. } = &self.operations;
        let both = both.iter().map(|(old, new)| (Some(*old), Some(*new)));
        let removed = removed.iter().map(|old| (Some(*old), None));
        let added = added.iter().map(|new| (None, Some(*new)));
        both.chain(removed).chain(added).collect()
    }

    /// The operation that a change of an operation affects: itself, by its new name if it has one.
    pub fn affected(&self, old: Option<Call<'_>>, new: Option<Call<'_>>) -> Option<Affected> {
        let moves = |api: &Api, call: Option<Call<'_>>| {
            call.is_some_and(|call| affected::moves_money(api, call.operation))
        };
        let money = moves(self.before, old) || moves(self.after, new);
        Some(Affected::by(&new.or(old)?.label(), money))
    }

    /// The operations that a change of a type affects, in either model.
    pub fn affected_by_type(&self, old: Option<TypeId>, new: Option<TypeId>) -> Affected {
        let mut affected = Affected::default();
        for found in
            [old.and_then(|id| self.by_type.0.get(&id)), new.and_then(|id| self.by_type.1.get(&id))]
        {
            affected.add(found.unwrap_or(&Affected::default()));
        }
        affected
    }

    /// True if a type is part of responses in both models.
    pub fn received(&self, old: TypeId, new: TypeId) -> bool {
        let received = |found: Option<&Affected>| found.is_some_and(|affected| affected.received);
        received(self.by_type.0.get(&old)) && received(self.by_type.1.get(&new))
    }

    /// True if a module is the same one: a section's goes by the section's name.
    pub fn same_module(&self, old: &str, new: &str) -> bool {
        let mut sections = self.sections.both.iter();
        sections.find(|(section, _)| section.name == old).map_or(old, |(_, section)| &section.name)
            == new
    }

    /// True if a section is the same one, even if it was renamed.
    pub fn same_section(&self, old: &Section, new: &Section) -> bool {
        same_section(&self.sections, old, new)
    }

    /// True if two references name the same type, even if it was renamed.
    pub fn same_type(&self, old: TypeRef, new: TypeRef) -> bool {
        let same_item = match (old.item, new.item) {
            (Item::Named(old), Item::Named(new)) => self.new_type.get(&old) == Some(&new),
            (old, new) => old == new,
        };
        let TypeRef { item: _, list } = old;
        same_item && list == new.list
    }
}

fn sections<'a>(before: &'a Api, after: &'a Api) -> Matching<&'a Section> {
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

/// The server identifies an operation by its route, so that is compared before the name.
fn operations<'a>(
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

fn same_section(matching: &Matching<&Section>, old: &Section, new: &Section) -> bool {
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

fn types(before: &Api, after: &Api) -> Matching<TypeId> {
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
