//! The level of each difference of two listings.

use portone_v1_generator::diff::Level;
use public_api::diff::PublicApiDiff;

use super::listing::Listing;
use super::{additions, auto_traits};

/// The changes of a crate. A changed line counts as breaking: no rule tells the harmless ones, and a higher version
/// harms nobody.
pub fn changes(diff: &PublicApiDiff, old: &Listing, new: &Listing) -> Vec<(Level, String)> {
    let changed = diff.changed.iter();
    let changed = changed.map(|change| format!("changed: {} → {}", change.old, change.new));
    let removed = diff.removed.iter().map(ToString::to_string);
    let removed = removed.filter(|line| !auto_traits::is_of_removed_type(line, new));
    let removed = removed.map(|line| format!("removed: {line}"));
    let major = changed.chain(lost(old, new)).chain(removed).map(|text| (Level::Major, text));
    let added = diff.added.iter().filter(|item| !auto_traits::is_impl(&item.to_string()));
    let added = added.map(|item| (additions::level(item, old, new), format!("added: {item}")));
    major.chain(added).collect()
}

/// The facts that programs relied on and that no longer hold, of items that still exist.
fn lost(old: &Listing, new: &Listing) -> impl Iterator<Item = String> {
    let lost = old.facts.iter().filter(|fact| {
        let item = fact.split_once(": ").map_or(fact.as_str(), |(_, item)| item);
        !new.facts.contains(*fact) && new.has(item)
    });
    lost.map(|fact| format!("no longer {fact}"))
}
