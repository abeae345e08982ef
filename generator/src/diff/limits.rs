//! Lengths and ranges: other values are rejected before they are sent.

use super::field_pair::FieldPair;
use super::{Change, rules};

/// The least and the greatest number.
type Range = (Option<u32>, Option<u32>);

/// The greatest length.
pub fn length(pair: &FieldPair<'_, '_>, before: Option<u32>) -> Option<Change> {
    let after = pair.after.field.max_length;
    let request = if tighter_maximum(before, after) {
        &rules::LENGTH_TIGHTENED
    } else {
        &rules::LENGTH_RELAXED
    };
    let rule = pair.members.role.pick(request, &rules::RESPONSE_FACTS_CHANGED);
    let words = |max: Option<u32>| match max {
        Some(max) => format!("at most {max} characters"),
        None => "any number of characters".to_owned(),
    };
    (before != after).then(|| pair.site.changed(rule, words(before), words(after)))
}

/// The least and the greatest number.
pub fn range(pair: &FieldPair<'_, '_>, before: Range) -> Option<Change> {
    let field = pair.after.field;
    let after = (field.minimum, field.maximum);
    let tighter = tighter_minimum(before.0, after.0) || tighter_maximum(before.1, after.1);
    let request = if tighter { &rules::RANGE_TIGHTENED } else { &rules::RANGE_RELAXED };
    let rule = pair.members.role.pick(request, &rules::RESPONSE_FACTS_CHANGED);
    (before != after).then(|| pair.site.changed(rule, words(before), words(after)))
}

fn words((minimum, maximum): Range) -> String {
    let end = |end: Option<u32>| end.map(|end| end.to_string()).unwrap_or_default();
    format!("{}..={}", end(minimum), end(maximum))
}

fn tighter_minimum(before: Option<u32>, after: Option<u32>) -> bool {
    after > before
}

fn tighter_maximum(before: Option<u32>, after: Option<u32>) -> bool {
    let end = |end: Option<u32>| end.unwrap_or(u32::MAX);
    end(after) < end(before)
}
