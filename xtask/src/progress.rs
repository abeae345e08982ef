//! What a long command is at.

use std::time::Instant;

use anstream::eprintln;
use anstyle::Style;

/// Tells on standard error what begins, and how long it has taken to come so far.
pub struct Progress {
    start: Instant,
}

impl Progress {
    /// Begins now.
    pub fn start() -> Self {
        Self { start: Instant::now() }
    }

    /// A step begins.
    pub fn step(&self, what: &str) {
        let bold = Style::new().bold();
        eprintln!("{bold}==> {what}{bold:#} ({} s)", self.start.elapsed().as_secs());
    }

    /// What a step has found.
    pub fn note(&self, what: &str) {
        eprintln!("    {what}");
    }
}
