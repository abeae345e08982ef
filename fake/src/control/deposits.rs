//! Deposits into virtual accounts, and their deadlines.

use serde_json::{Map, Value, json};

use super::arguments::text;
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new("POST", "deposit", "Pays into a virtual account: imp_uid.", deposit),
    Command::new(
        "POST",
        "expire",
        "Ends the payment deadline of a virtual account: imp_uid.",
        expire,
    ),
];

impl Fake {
    /// Pays into a virtual account, or at the counter of a convenience store.
    ///
    /// # Errors
    /// Fails when the payment is not `ready`, or its deadline is over.
    pub fn deposit(&self, imp_uid: &str) -> Result<(), ApiError> {
        self.app().state().with_merchant(None, |state| state.deposit(imp_uid))
    }

    /// Ends the payment deadline of a virtual account.
    ///
    /// # Errors
    /// Fails when the payment is not `ready`.
    pub fn expire(&self, imp_uid: &str) -> Result<(), ApiError> {
        self.app().state().with_merchant(None, |state| state.expire(imp_uid))
    }
}

fn deposit(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let imp_uid = text(values, "imp_uid")?;
    app.state().with_merchant(None, |state| state.deposit(imp_uid))?;
    Ok(json!({}))
}

fn expire(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let imp_uid = text(values, "imp_uid")?;
    app.state().with_merchant(None, |state| state.expire(imp_uid))?;
    Ok(json!({}))
}
