//! A name that went and one that came can be one change: `channelKey` → `channel_key`.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::FieldFacts;

/// Upstream's new names, each with the old one that it takes the place of.
pub fn pairs(
    old: &BTreeMap<String, &FieldFacts>,
    new: &BTreeMap<String, &FieldFacts>,
) -> BTreeMap<String, String> {
    let mut taken = BTreeSet::new();
    let mut pairs = BTreeMap::new();
    for name in new.keys().filter(|name| !old.contains_key(*name)) {
        let mut gone = old.iter().filter(|(old, field)| {
            !new.contains_key(*old) && field.undocumented_since.is_none() && !taken.contains(*old)
        });
        if let Some((old, _)) = gone.find(|(old, _)| folded(old) == folded(name)) {
            taken.insert(old);
            pairs.insert(name.clone(), old.clone());
        }
    }
    pairs
}

/// The same letters in another case or with brackets: `body.channelKey` and `body.channel_key`.
fn folded(location: &str) -> String {
    location.chars().filter(|letter| !"_-[]".contains(*letter)).collect::<String>().to_lowercase()
}
