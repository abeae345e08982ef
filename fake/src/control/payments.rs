//! Payments, the newest first.

use serde_json::{Map, Value, json};

use super::arguments::{flag, optional_number};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::money;
use crate::state::payment::PaymentRecord;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[Command::new(
    "GET",
    "payments",
    "Lists the payments, the newest first: limit, personal, tier.",
    list,
)];

/// Default number of payments in a list.
const LIMIT: u64 = 100;

/// Personal fields of a payment, which are listed on request.
const PERSONAL: [&str; 5] =
    ["buyer_name", "buyer_email", "buyer_tel", "buyer_addr", "buyer_postcode"];

fn list(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let limit = optional_number(values, "limit")?.unwrap_or(LIMIT);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let personal = flag(values, "personal")?;
    let tier = values.get("tier").and_then(Value::as_str);
    app.state().with_merchant(tier, |state| {
        let newest = state.payments.iter().rev().take(limit);
        Ok(newest.map(|payment| to_json(payment, personal)).collect())
    })
}

fn to_json(payment: &PaymentRecord, personal: bool) -> Value {
    let mut record = json!({
        "imp_uid": payment.imp_uid, "merchant_uid": payment.merchant_uid,
        "status": payment.status.code(), "amount": money::write(payment.amount),
        "cancel_amount": money::write(payment.cancel_amount()), "currency": payment.currency,
        "gateway": payment.gateway, "sandbox": payment.sandbox, "started_at": payment.started_at,
        "updated_at": payment.updated_at(), "name": payment.fields.get("name"),
        "pay_method": payment.fields.get("pay_method"),
        "fail_reason": payment.fields.get("fail_reason"),
    });
    for name in PERSONAL.iter().filter(|_| personal) {
        if let Some(value) = payment.fields.get(*name) {
            record[*name] = value.clone();
        }
    }
    record
}
