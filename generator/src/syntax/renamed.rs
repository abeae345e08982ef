//! Former names of keys, so that a schema written for an older version gets a useful diagnostic.

use crate::diagnostics::alternatives;

/// Pairs of a former and a present name.
const RENAMED: [(&str, &str); 8] = [
    ("retry", "idempotent"),
    ("proves", "expect"),
    ("hazard", "risk"),
    ("left_out", "omit"),
    ("given", "value"),
    ("max", "max_length"),
    ("max", "maximum"),
    ("min", "minimum"),
];

/// The help for a former name of keys that are allowed here.
pub fn help(key: &str, allowed: &[&'static str]) -> Option<String> {
    let present = allowed.iter().copied().filter(|present| is_former(key, present));
    let present: Vec<_> = present.collect();
    let names = alternatives(&present);
    (!present.is_empty()).then(|| format!("did you mean {names}? `{key}` is not used any more"))
}

/// Tells whether `key` is the former name of `present`.
pub fn is_former(key: &str, present: &str) -> bool {
    RENAMED.contains(&(key, present))
}
