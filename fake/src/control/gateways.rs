//! Data that gateways received besides payments.

use serde_json::{Map, Value, json};

use super::arguments::text;
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::state::MerchantState;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new(
        "GET",
        "payco",
        "Returns the order status reported to Payco: imp_uid.",
        |app, values| respond(app, values, payco),
    ),
    Command::new(
        "GET",
        "paymentwall",
        "Returns the delivery reported to Paymentwall: imp_uid.",
        |app, values| respond(app, values, paymentwall),
    ),
    Command::new(
        "GET",
        "partners",
        "Returns the sales of partners in a payment: imp_uid.",
        |app, values| respond(app, values, partners),
    ),
];

/// Function that returns reported data by `imp_uid`.
type Lookup = fn(&MerchantState, &str) -> Option<Value>;

impl Fake {
    /// Returns the order status reported to Payco.
    pub fn payco_status(&self, imp_uid: &str) -> Option<String> {
        read(self.app(), imp_uid, payco)?.as_str().map(str::to_owned)
    }

    /// Returns the last delivery of a payment reported to Paymentwall.
    pub fn paymentwall_delivery(&self, imp_uid: &str) -> Option<Value> {
        read(self.app(), imp_uid, paymentwall)
    }

    /// Returns the sales of partners in a payment.
    pub fn partner_sales(&self, imp_uid: &str) -> Option<Value> {
        read(self.app(), imp_uid, partners)
    }
}

fn payco(state: &MerchantState, imp_uid: &str) -> Option<Value> {
    state.payco_statuses.get(imp_uid).map(|status| json!(status))
}

fn paymentwall(state: &MerchantState, imp_uid: &str) -> Option<Value> {
    state.paymentwall_deliveries.get(imp_uid).map(|delivery| json!(delivery))
}

fn partners(state: &MerchantState, imp_uid: &str) -> Option<Value> {
    state.partner_sales.get(imp_uid).map(|sales| json!(sales))
}

fn read(app: &App, imp_uid: &str, lookup: Lookup) -> Option<Value> {
    app.state().with_merchant(None, |state| Ok(lookup(state, imp_uid))).ok().flatten()
}

fn respond(app: &App, values: &Map<String, Value>, lookup: Lookup) -> Result<Value, ApiError> {
    let imp_uid = text(values, "imp_uid")?;
    let found = read(app, imp_uid, lookup);
    found.ok_or_else(|| ApiError::not_found(format_args!("data reported for {imp_uid}")))
}
