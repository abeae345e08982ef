//! Refunds in PortOne's console.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::arguments::{amount, optional, text};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[Command::new(
    "POST",
    "cancel",
    "Refunds a payment in the console, with a webhook: imp_uid, amount, reason.",
    cancel,
)];

impl Fake {
    /// Refunds an amount in PortOne's console, which always sends a webhook. `None` refunds all that is
    /// left.
    ///
    /// # Errors
    /// Fails when there is no such payment, it is not `paid`, or the amount is too high.
    pub fn cancel_in_console(
        &self,
        imp_uid: &str,
        amount: Option<Decimal>,
    ) -> Result<(), ApiError> {
        refund(self.app(), imp_uid, amount, "")
    }
}

fn refund(app: &App, imp_uid: &str, amount: Option<Decimal>, reason: &str) -> Result<(), ApiError> {
    app.state().with_merchant(None, |state| {
        let balance = state.payments.paid(imp_uid)?.balance();
        let amount = amount.unwrap_or(balance);
        if amount > balance || amount <= Decimal::ZERO {
            let message = format!("amount is {amount}; the refundable amount is {balance}");
            return Err(ApiError::bad_request(message));
        }
        let id = state.refund(imp_uid, amount, reason)?;
        state.notify_refund(imp_uid, &id)
    })
}

fn cancel(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let given = values.contains_key("amount");
    let amount = given.then(|| amount(values, "amount")).transpose()?;
    let reason = optional(values, "reason").unwrap_or_default();
    refund(app, text(values, "imp_uid")?, amount, &reason)?;
    Ok(json!({}))
}
