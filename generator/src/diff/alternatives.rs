//! Alternatives: groups of parameters of each of which a request needs one.

use super::change_site::ChangeSite;
use super::{Change, rules};

/// The change of the groups of parameters of each of which one is required.
pub fn compare(site: &ChangeSite, before: &[Vec<String>], after: &[Vec<String>]) -> Option<Change> {
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
