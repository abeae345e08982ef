//! The server's clock.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::arguments::number;
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new("GET", "now", "Returns the server's time.", now),
    Command::new(
        "POST",
        "advance",
        "Advances the time and runs the events that become due: seconds.",
        advance,
    ),
];

impl Fake {
    /// Advances the time and runs the events that become due, each at its own time.
    pub fn advance(&self, time: Duration) {
        self.app().state().advance(time);
    }

    /// Returns the server's time in Unix seconds.
    pub fn now(&self) -> i64 {
        self.app().state().clock.now()
    }
}

fn now(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    Ok(json!({ "now": app.state().clock.now() }))
}

fn advance(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    app.state().advance(Duration::from_secs(number(values, "seconds")?));
    now(app, values)
}
