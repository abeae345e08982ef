//! Having things go wrong.

mod read;

use serde_json::{Map, Value, json};

use super::Entry;
use crate::core::Core;
use crate::fake::Fake;
use crate::faults::{Fault, Faults};
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    ("GET", "faults", "Lists what is still to go wrong.", list),
    (
        "POST",
        "faults",
        "Has requests go wrong: fault, operation, skip, times, always, milliseconds, status, retry_after, code, message; or by chance: seed, probability, operation, kinds.",
        inject,
    ),
    ("DELETE", "faults", "Lets everything go well again.", clear),
];

impl Fake {
    /// Has requests go wrong.
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
    /// Fails when there is no such operation, or it cannot go wrong in this way.
    pub fn inject(&self, fault: Fault) -> Result<(), Refusal> {
        self.core().world().faults.inject(self.core().contract, fault)
    }

    /// Has requests go wrong by chance, in the place of what was left to chance before.
    ///
    /// # Errors
    /// Fails when there is no such operation, or no such probability.
    pub fn inject_by_chance(&self, faults: Faults) -> Result<(), Refusal> {
        self.core().world().faults.leave_to_chance(self.core().contract, faults)
    }

    /// Carries the next call of this operation out, and resets the connection instead of answering:
    /// `payments.cancel`, `payments.*` or `*`.
    ///
    /// # Errors
    /// Fails when there is no such operation.
    pub fn lose_next_answer(&self, operation: impl Into<String>) -> Result<(), Refusal> {
        self.inject(Fault::reset_after().on(operation))
    }

    /// What is still to go wrong by rule.
    pub fn faults(&self) -> Vec<Fault> {
        self.core().world().faults.rules().cloned().collect()
    }

    /// Lets everything go well again.
    pub fn clear_faults(&self) {
        self.core().world().faults.clear();
    }
}

fn list(core: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    let world = core.world();
    let rules: Vec<_> = world.faults.rules().map(record).collect();
    let chance = world.faults.chance().map(|faults| {
        json!({
            "seed": faults.seed(), "probability": faults.probability(), "operation": faults.scope(),
        })
    });
    Ok(json!({ "rules": rules, "chance": chance }))
}

/// By the names that it was injected with; `times` is null for ever.
fn record(fault: &Fault) -> Value {
    json!({
        "fault": fault.effect().to_string(),
        "operation": fault.scope(),
        "skip": fault.skipped(),
        "times": fault.left(),
    })
}

fn clear(core: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    core.world().faults.clear();
    Ok(json!({}))
}

fn inject(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    if values.contains_key("seed") {
        core.world().faults.leave_to_chance(core.contract, read::by_chance(values)?)?;
    } else {
        core.world().faults.inject(core.contract, read::by_rule(values)?)?;
    }
    list(core, values)
}
