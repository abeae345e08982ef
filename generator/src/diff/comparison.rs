//! Two models side by side, with their sections, operations and types matched.

use std::collections::BTreeMap;

use super::affected::{self, Affected, AffectedByType};
use super::call::Call;
use super::counterparts;
use super::matching::Matching;
use super::renames::RenamedCodes;
use crate::model::{Api, Item, Section, TypeId, TypeRef};

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
    /// The codes that were renamed on the wire.
    pub codes: RenamedCodes,
    new_type: BTreeMap<TypeId, TypeId>,
    by_type: (AffectedByType, AffectedByType),
}

impl<'a> Comparison<'a> {
    /// Matches the parts of both models.
    pub fn of(before: &'a Api, after: &'a Api) -> Self {
        let sections = counterparts::sections(before, after);
        let operations = counterparts::operations(before, after, &sections);
        let types = counterparts::types(before, after);
        let mut comparison = Self {
            before,
            after,
            sections,
            operations,
            codes: RenamedCodes::of(before, after, &types),
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

    /// The operations that a change of a type affects, in either model. An operation that is new has no users.
    pub fn affected_by_type(&self, old: Option<TypeId>, new: Option<TypeId>) -> Affected {
        let mut affected = self.affected_in_either(old, new);
        if old.is_some() {
            let is_new =
                |name: &String| self.operations.added.iter().any(|call| call.label() == *name);
            affected.operations.retain(|name| !is_new(name));
        }
        affected
    }

    fn affected_in_either(&self, old: Option<TypeId>, new: Option<TypeId>) -> Affected {
        let mut affected = Affected::default();
        for found in
            [old.and_then(|id| self.by_type.0.get(&id)), new.and_then(|id| self.by_type.1.get(&id))]
        {
            affected.add(found.unwrap_or(&Affected::default()));
        }
        affected
    }

    /// The code of a gateway in the new model.
    pub fn gateway<'c>(&'c self, code: &'c str) -> &'c str {
        self.codes.now(self.before.gateways, code)
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
        counterparts::same_section(&self.sections, old, new)
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
