//! Letting time pass.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::{Entry, number};
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    ("GET", "now", "Tells the server's time.", now),
    ("POST", "advance", "Lets time pass, and what is due in it happen: seconds.", advance),
];

impl Fake {
    /// Lets this much time pass at once: what is due in it happens, each thing at its own second.
    pub fn advance(&self, time: Duration) {
        self.core().world().advance(time);
    }

    /// The server's time, in Unix seconds.
    pub fn now(&self) -> i64 {
        self.core().world().clock.now()
    }
}

fn now(core: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    Ok(json!({ "now": core.world().clock.now() }))
}

fn advance(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    core.world().advance(Duration::from_secs(number(values, "seconds")?));
    now(core, values)
}
