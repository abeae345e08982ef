//! Types: new ones, and the members of the others.

use super::compared_facts::ComparedFacts;
use super::fields::{Owner, fields};
use super::kinds::MEMBER;
use super::new_items::{pages_of, users_of};
use super::signature;
use crate::upstream::finding::{Finding, Kind, New};

/// Compares the types.
pub fn compare(comparison: &mut ComparedFacts<'_>) {
    let (ours, theirs) = (comparison.ours, comparison.theirs);
    for (name, members) in &theirs.types {
        if let Some(own) = ours.types.get(name) {
            fields(comparison, &Owner::of(name, &MEMBER), own, members);
        } else {
            let users = users_of(name, theirs);
            let pages = pages_of(&users, theirs);
            let new = New::Type { members: members.clone(), users, pages };
            let finding = Finding::new(Kind::TypeAdded, name, "");
            let mut finding = finding.between("", signature::of_fields(members));
            finding.new = Some(new);
            comparison.push(finding);
        }
    }
    if comparison.is_strict {
        let gone = ours.types.iter().filter(|(name, _)| !theirs.types.contains_key(*name));
        let finding = |name: &String| Finding::new(Kind::TypeHidden, name, "").between(name, "");
        comparison.found.extend(gone.map(|(name, _)| finding(name)));
    }
}
