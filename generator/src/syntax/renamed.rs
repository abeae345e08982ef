//! Former names of keys, so that a schema written for an older version gets a useful diagnostic.

/// Pairs of a former and a present name.
const RENAMED: [(&str, &str); 6] = [
    ("retry", "idempotent"),
    ("proves", "expect"),
    ("hazard", "risk"),
    ("left_out", "omit"),
    ("given", "value"),
    ("max", "max_length"),
];

/// The present name of a key, if it is one of the keys that are allowed here.
pub fn replacement(key: &str, allowed: &[&'static str]) -> Option<&'static str> {
    allowed.iter().copied().find(|present| is_former(key, present))
}

/// Tells whether `key` is the former name of `present`.
pub fn is_former(key: &str, present: &str) -> bool {
    RENAMED.contains(&(key, present))
}
