//! Plan for the buyers in the payment window.

use serde_json::{Map, Value, json};

use super::arguments::{flag, optional};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::server_state::window_plan::{WebhookTiming, WindowChoice, WindowPlan};

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new("GET", "window", "Returns the plan for buyers in the payment window.", read),
    Command::new(
        "POST",
        "window",
        "Plans for buyers in the payment window: auto (pay, fail, close, vbank, vanish), reason, \
        webhook (concurrent, before, after, withheld), sandbox. Without auto, a person decides.",
        set,
    ),
];

/// Reason of a failure without one.
const REASON: &str = "한도초과";

const TIMINGS: [(&str, WebhookTiming); 4] = [
    ("concurrent", WebhookTiming::Concurrent),
    ("before", WebhookTiming::Before),
    ("after", WebhookTiming::After),
    ("withheld", WebhookTiming::Withheld),
];

impl Fake {
    /// Plans for the buyers in the payment window of a browser, until the next plan or a
    /// [reset](Self::reset).
    pub fn plan_window(&self, plan: WindowPlan) {
        self.app().state().window_plan = plan;
    }
}

fn set(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    app.state().window_plan = parse(values, WindowPlan::default())?;
    read(app, values)
}

fn read(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    Ok(to_json(&app.state().window_plan))
}

/// Parses a plan. Values that are omitted are those of `default`.
///
/// # Errors
/// 400 when a value is invalid.
pub fn parse(values: &Map<String, Value>, default: WindowPlan) -> Result<WindowPlan, ApiError> {
    let reason = optional(values, "reason").unwrap_or_else(|| REASON.to_owned());
    let choice = match optional(values, "auto").as_deref() {
        None => default.choice,
        Some("pay") => Some(WindowChoice::Pay),
        Some("fail") => Some(WindowChoice::Fail(reason)),
        Some("close") => Some(WindowChoice::Close),
        Some("vbank") => Some(WindowChoice::Account),
        Some("vanish") => Some(WindowChoice::Vanish),
        Some(_) => {
            return Err(ApiError::bad_request("auto must be pay, fail, close, vbank or vanish"));
        }
    };
    let webhook = match optional(values, "webhook") {
        None => default.webhook,
        Some(name) => timing(&name)?,
    };
    Ok(WindowPlan { choice, webhook, sandbox: default.sandbox || flag(values, "sandbox")? })
}

fn timing(name: &str) -> Result<WebhookTiming, ApiError> {
    let found = TIMINGS.iter().find(|(known, _)| *known == name).map(|(_, timing)| *timing);
    let message = "webhook must be concurrent, before, after or withheld";
    found.ok_or_else(|| ApiError::bad_request(message))
}

/// Returns the plan as [`parse`] reads it.
pub fn to_json(plan: &WindowPlan) -> Value {
    let (auto, reason) = match &plan.choice {
        None => (None, None),
        Some(WindowChoice::Pay) => (Some("pay"), None),
        Some(WindowChoice::Fail(reason)) => (Some("fail"), Some(reason)),
        Some(WindowChoice::Close) => (Some("close"), None),
        Some(WindowChoice::Account) => (Some("vbank"), None),
        Some(WindowChoice::Vanish) => (Some("vanish"), None),
    };
    let webhook = TIMINGS.iter().find(|(_, timing)| *timing == plan.webhook).map(|(name, _)| name);
    json!({ "auto": auto, "reason": reason, "webhook": webhook, "sandbox": plan.sandbox })
}
