//! The context of new items: their siblings and their users.

use std::collections::BTreeMap;

use crate::upstream::facts::{Facts, FieldFacts, FieldMap};
use crate::yaml_index;

/// The fields before a new field in upstream's document, the nearest first.
pub fn siblings_before(
    name: &str,
    field: &FieldFacts,
    all: &BTreeMap<String, &FieldFacts>,
) -> Vec<String> {
    let inside =
        |name: &str| name.strip_suffix(yaml_index::field_name(name)).unwrap_or_default().to_owned();
    let is_before = |(other, fact): &(&String, &&FieldFacts)| {
        fact.place < field.place && inside(other) == inside(name)
    };
    let mut before: Vec<_> = all.iter().filter(is_before).collect();
    before.sort_by_key(|(_, fact)| std::cmp::Reverse(fact.place));
    before.into_iter().map(|(other, _)| yaml_index::field_name(other).to_owned()).collect()
}

/// The operations and types that lead to a type, the nearest first.
pub fn users_of(name: &str, facts: &Facts) -> Vec<String> {
    let (mut users, mut next) = (Vec::new(), 0);
    let mut name = name.to_owned();
    loop {
        let new = direct_users(&name, facts).filter(|user| !users.contains(user));
        let new: Vec<String> = new.collect();
        users.extend(new);
        let Some(user) = users.get(next) else { return users };
        name.clone_from(user);
        next += 1;
    }
}

/// The operations that name a type, and then the types that do.
fn direct_users<'f>(name: &'f str, facts: &'f Facts) -> impl Iterator<Item = String> + use<'f> {
    let names = move |ty: &str| ty.trim_matches(['[', ']']) == name;
    let has = move |fields: &FieldMap| fields.values().any(|field| names(&field.ty));
    let operations = facts.operations.iter().filter(move |(_, operation)| {
        let mut returns = operation.responses.values().flat_map(|response| &response.returns);
        has(&operation.parameters) || returns.any(|ty| names(ty))
    });
    let types = facts.types.iter().filter(move |(other, members)| *other != name && has(members));
    operations.map(|(route, _)| route).chain(types.map(|(name, _)| name)).cloned()
}

/// The official pages of the operations among the users of a type.
pub fn pages_of(users: &[String], facts: &Facts) -> Vec<String> {
    let operations = users.iter().filter_map(|user| facts.operations.get(user));
    operations.map(|operation| operation.page.clone()).collect()
}
