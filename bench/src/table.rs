//! The table that a benchmark prints, in Markdown; `cargo xtask bench calls` reads it.

/// Prints its head.
pub fn head() {
    println!("| | this client | beside | | ratio | goal |");
    println!("|---|--:|---|--:|--:|--:|");
}

/// Prints a row: what is measured, for this client, for a rival, and the ratio, which may have a
/// goal: `≤ 1.1` or `< 1`.
pub fn row(what: &str, ours: &str, rival: &str, theirs: &str, ratio: f64, goal: &str) {
    println!("| {what} | {ours} | {rival} | {theirs} | {ratio:.3} | {goal} |");
}
