//! Having things go wrong.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::{Entry, flag, number, optional, optional_number, text};
use crate::core::Core;
use crate::fake::Fake;
use crate::faults::{Fault, Faults};
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    ("GET", "faults", "Lists what is still to go wrong.", list),
    ("POST", "faults", "Has requests go wrong, by rule, or by chance with a seed.", inject),
    ("DELETE", "faults", "Lets everything go well again.", clear),
];

/// What an error's status is unless it is given.
const STATUS: u64 = 500;

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
        core.world().faults.leave_to_chance(core.contract, by_chance(values)?)?;
    } else {
        core.world().faults.inject(core.contract, by_rule(values)?)?;
    }
    list(core, values)
}

fn by_chance(values: &Map<String, Value>) -> Result<Faults, Refusal> {
    let given = values.get("probability").ok_or_else(|| Refusal::missing("probability"))?;
    let digits = || given.as_str()?.parse().ok();
    let probability = given.as_f64().or_else(digits);
    let probability = probability.ok_or_else(|| Refusal::invalid("probability is no number"))?;
    let mut faults = Faults::seeded(number(values, "seed")?, probability);
    if let Some(operation) = optional(values, "operation") {
        faults = faults.on(operation);
    }
    match values.get("kinds").and_then(Value::as_array) {
        None => Ok(faults),
        Some(kinds) => {
            let kinds = kinds.iter().map(|name| kind(name.as_str().unwrap_or_default(), values));
            Ok(faults.of(kinds.collect::<Result<Vec<_>, _>>()?))
        }
    }
}

fn by_rule(values: &Map<String, Value>) -> Result<Fault, Refusal> {
    let mut fault = kind(text(values, "fault")?, values)?;
    if let Some(operation) = optional(values, "operation") {
        fault = fault.on(operation);
    }
    if let Some(requests) = optional_number(values, "skip")? {
        fault = fault.skip(requests);
    }
    if let Some(times) = optional_number(values, "times")? {
        fault = fault.times(times);
    }
    Ok(if flag(values, "always")? { fault.always() } else { fault })
}

/// A fault by its name, with the values that it needs.
fn kind(name: &str, values: &Map<String, Value>) -> Result<Fault, Refusal> {
    let status = || {
        let status = optional_number(values, "status")?.unwrap_or(STATUS);
        u16::try_from(status).map_err(|_| Refusal::invalid(format!("{status} is no status")))
    };
    let fault = match name {
        "latency" => Fault::latency(Duration::ZERO),
        "reset_before" => Fault::reset_before(),
        "reset_after" => Fault::reset_after(),
        "truncated" => Fault::truncated(),
        "garbage" => Fault::garbage(),
        "status" => Fault::status(status()?),
        "status_after" => Fault::status_after(status()?),
        "too_many_requests" => {
            Fault::too_many_requests(optional_number(values, "retry_after")?.unwrap_or(1))
        }
        "unauthorized" => Fault::unauthorized(),
        "refusal" => refusal(values)?,
        "partial" => Fault::partial(),
        other => return Err(Refusal::invalid(format!("no fault is called {other}"))),
    };
    let delay = optional_number(values, "milliseconds")?.unwrap_or_default();
    Ok(fault.late(Duration::from_millis(delay)))
}

fn refusal(values: &Map<String, Value>) -> Result<Fault, Refusal> {
    let code = match values.get("code") {
        None => 1,
        Some(code) => {
            let digits = || code.as_str()?.parse().ok();
            let code = code.as_i64().or_else(digits);
            code.ok_or_else(|| Refusal::invalid("code is no number"))?
        }
    };
    let message = optional(values, "message").unwrap_or_else(|| "refused on demand".to_owned());
    Ok(Fault::refusal(code, message))
}
