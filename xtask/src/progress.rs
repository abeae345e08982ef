//! Progress messages of a long command, on standard error.

use std::time::Instant;

use anstream::eprintln;
use anstyle::Style;

/// A clock that is shown with each step.
pub struct Progress {
    start: Instant,
}

impl Progress {
    /// Starts the clock.
    pub fn start() -> Self {
        Self { start: Instant::now() }
    }

    /// Announces a step, with the seconds until it.
    pub fn step(&self, what: &str) {
        let bold = Style::new().bold();
        eprintln!("{bold}==> {what}{bold:#} ({} s)", self.start.elapsed().as_secs());
    }

    /// Prints a result of the current step.
    pub fn note(&self, what: &str) {
        eprintln!("    {what}");
    }
}
