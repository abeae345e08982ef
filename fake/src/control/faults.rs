//! Injection of faults.

mod parse;

use serde_json::{Map, Value, json};

use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::faults::{Fault, RandomFaults};

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new("GET", "faults", "Lists the faults to inject.", list),
    Command::new(
        "POST",
        "faults",
        "Injects a fault: fault, operation, skip, times, always, milliseconds, status, retry_after, \
        code, message; or random faults: seed, probability, operation, kinds.",
        inject,
    ),
    Command::new("DELETE", "faults", "Removes all faults.", clear),
];

impl Fake {
    /// Injects a fault.
    ///
    /// ```
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
    /// use portone_v1_fake::{Fake, Fault};
    ///
    /// let fake = Fake::start().await?;
    /// fake.inject(Fault::status(503).on("payments.*").skip(1).times(2))?;
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// # })?;
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Fails when there is no such operation, or the fault does not apply to it.
    pub fn inject(&self, fault: Fault) -> Result<(), ApiError> {
        self.app().state().faults.inject(self.app().contract, fault)
    }

    /// Injects random faults, replacing the previous random ones.
    ///
    /// # Errors
    /// Fails when there is no such operation, or the probability is out of range.
    pub fn inject_random(&self, faults: RandomFaults) -> Result<(), ApiError> {
        self.app().state().faults.inject_random(self.app().contract, faults)
    }

    /// Executes the next call of an operation and resets the connection instead of responding:
    /// `payments.cancel`, `payments.*` or `*`.
    ///
    /// # Errors
    /// Fails when there is no such operation.
    pub fn lose_next_response(&self, operation: impl Into<String>) -> Result<(), ApiError> {
        self.inject(Fault::reset_after().on(operation))
    }

    /// Returns the planned faults.
    pub fn faults(&self) -> Vec<Fault> {
        self.app().state().faults.planned().cloned().collect()
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.app().state().faults.clear();
    }
}

fn list(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    let state = app.state();
    let planned: Vec<_> = state.faults.planned().map(to_json).collect();
    let random = state.faults.random().map(|faults| {
        json!({
            "seed": faults.seed(), "probability": faults.probability(), "operation": faults.scope(),
        })
    });
    Ok(json!({ "planned": planned, "random": random }))
}

/// Writes a fault with the names of the command's parameters; `times` is null for always.
fn to_json(fault: &Fault) -> Value {
    json!({
        "fault": fault.effect().to_string(),
        "operation": fault.scope(),
        "skip": fault.skipped(),
        "times": fault.remaining(),
    })
}

fn clear(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    app.state().faults.clear();
    Ok(json!({}))
}

fn inject(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    if values.contains_key("seed") {
        app.state().faults.inject_random(app.contract, parse::random_faults(values)?)?;
    } else {
        app.state().faults.inject(app.contract, parse::fault(values)?)?;
    }
    list(app, values)
}
