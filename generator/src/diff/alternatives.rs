//! Alternatives: groups of parameters of each of which a request needs one.

use super::change_site::ChangeSite;
use super::renames::RenamedFields;
use super::{Change, rules};

/// The change of the groups of parameters of each of which one is required.
pub fn compare(
    site: &ChangeSite,
    renamed: &RenamedFields,
    before: &[Vec<String>],
    after: &[Vec<String>],
) -> Option<Change> {
    let group = |group: &Vec<String>| group.iter().map(|wire| renamed.now(wire)).collect();
    let before: &[Vec<String>] = &before.iter().map(group).collect::<Vec<_>>();
    // A request that has one of the old group has one of the new one, too.
    let is_held =
        |group: &Vec<String>| before.iter().any(|old| old.iter().all(|name| group.contains(name)));
    let rule = match after.iter().all(is_held) {
        true => &rules::ALTERNATIVES_RELAXED,
        false => &rules::ALTERNATIVES_TIGHTENED,
    };
    let words = |groups: &[Vec<String>]| {
        let groups = groups.iter().map(|group| format!("`{}`", group.join("` or `")));
        let groups = groups.collect::<Vec<_>>().join(", and ");
        (!groups.is_empty()).then_some(groups)
    };
    (before != after).then(|| site.change(rule, words(before), words(after)))
}
