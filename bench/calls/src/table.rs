//! The Markdown table that a benchmark prints and `cargo measure calls` parses.

/// Prints the head.
pub fn head() {
    println!("| | this client | beside | | ratio | goal |");
    println!("|---|--:|---|--:|--:|--:|");
}

/// Prints a row: the quantity, its value for this client and for another, and the ratio with its goal, if
/// any: `≤ 1.1` or `< 1`.
pub fn row(what: &str, ours: &str, other: &str, theirs: &str, ratio: f64, goal: &str) {
    println!("| {what} | {ours} | {other} | {theirs} | {ratio:.3} | {goal} |");
}
