//! A name that went and one that came can be one change: `channelKey` → `channel_key`.

use super::finding::{Finding, Kind};

/// Puts such pairs together.
pub fn pair(findings: Vec<Finding>) -> Vec<Finding> {
    let (added, mut rest): (Vec<_>, Vec<_>) = findings
        .into_iter()
        .partition(|finding| matches!(finding.kind, Kind::ParameterAdded | Kind::FieldAdded));
    for new in added {
        match rest.iter().position(|old| is_rename(old, &new)) {
            Some(place) => {
                let old = rest.remove(place);
                rest.push(renamed(&old, new));
            }
            None => rest.push(new),
        }
    }
    rest
}

fn is_rename(old: &Finding, new: &Finding) -> bool {
    let kinds = matches!(
        (old.kind, new.kind),
        (Kind::ParameterHidden, Kind::ParameterAdded) | (Kind::FieldHidden, Kind::FieldAdded)
    );
    kinds && old.subject == new.subject && folded(&old.location) == folded(&new.location)
}

/// The same letters in another case: `body.channelKey` and `body.channel_key`.
fn folded(location: &str) -> String {
    location.chars().filter(|letter| !"_-".contains(*letter)).collect::<String>().to_lowercase()
}

fn renamed(old: &Finding, new: Finding) -> Finding {
    let kind = match new.kind {
        Kind::ParameterAdded => Kind::ParameterRenamed,
        _ => Kind::FieldRenamed,
    };
    let (ours, theirs) = (name(&old.location).to_owned(), name(&new.location).to_owned());
    Finding { kind, was: Some(old.location.clone()), ours, theirs, ..new }
}

/// The name without its place.
pub fn name(location: &str) -> &str {
    let places = ["path.", "query.", "body."];
    let inside = places.iter().find_map(|place| location.strip_prefix(place));
    inside.unwrap_or(location)
}
