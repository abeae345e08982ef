//! Declines of charges by the API.

use serde_json::{Map, Value, json};

use super::arguments::{optional, optional_number, text};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::state::declines::Decline;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[Command::new(
    "POST",
    "decline",
    "Declines the next charges: reason, times, merchant_uid, customer_uid.",
    decline,
)];

impl Fake {
    /// Declines the next charges that match.
    pub fn decline(&self, decline: Decline) {
        plan(self.app(), decline);
    }
}

fn plan(app: &App, decline: Decline) {
    // Planning cannot fail and returns nothing.
    let _ = app.state().with_merchant(None, |state| {
        state.declines.plan(decline);
        Ok(())
    });
}

fn decline(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let times = optional_number(values, "times")?.unwrap_or(1);
    let times = u32::try_from(times).unwrap_or(u32::MAX);
    let mut decline = Decline::next(text(values, "reason")?).times(times);
    if let Some(merchant_uid) = optional(values, "merchant_uid") {
        decline = decline.of_order(merchant_uid);
    }
    if let Some(customer_uid) = optional(values, "customer_uid") {
        decline = decline.of_billing_key(customer_uid);
    }
    plan(app, decline);
    Ok(json!({}))
}
