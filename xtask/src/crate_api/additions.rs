//! Additions that break programs.

use portone_v1_generator::diff::Level;
use public_api::PublicItem;
use serde_json::Value;

use super::facts;
use super::listing::Listing;

/// The level of an item that is new. It is breaking as a variant of an enum that programs match on, as a field
/// of a struct that they construct, and as an item of a trait that they implement.
pub fn level(item: &PublicItem, old: &Listing, new: &Listing) -> Level {
    let Some(parent) = item.parent_id() else { return Level::Minor };
    let (inner, around) = (new.inner(item.id().0), new.inner(parent.0));
    // What is new together with its parent breaks nothing.
    let mut known = new.lines_of(parent.0).iter().filter(|line| old.has(line));
    match known.any(|line| breaks(inner, around, line, old)) {
        true => Level::Major,
        false => Level::Minor,
    }
}

fn breaks(item: &Value, parent: &Value, line: &str, old: &Listing) -> bool {
    let is = |inner: &Value, kind: &str| inner.get(kind).is_some();
    let is_exhaustive = !line.contains("#[non_exhaustive]");
    if is(item, "variant") {
        return is_exhaustive;
    }
    if is(item, "struct_field") {
        let is_constructed = || old.facts.contains(&facts::constructible(line));
        return if is(parent, "struct") { is_constructed() } else { is_exhaustive };
    }
    is(parent, "trait") && !facts::has_default(item)
}
