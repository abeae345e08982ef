//! Benepia accounts with points.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::arguments::{amount, text};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::state::balance::Balance;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[Command::new(
    "POST",
    "benepia-accounts",
    "Adds or replaces a Benepia account with points: benepia_user, benepia_password, point.",
    add_account,
)];

impl Fake {
    /// Adds or replaces a Benepia account with points.
    pub fn add_benepia_account(&self, user: &str, password: &str, points: impl Into<Decimal>) {
        add(self.app(), user, password, points.into());
    }
}

fn add(app: &App, user: &str, password: &str, points: Decimal) {
    // Adding cannot fail and returns nothing.
    let _ = app.state().with_merchant(None, |state| {
        state.benepia.add(user, password, Balance::new(points));
        Ok(())
    });
}

fn add_account(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let (user, password) = (text(values, "benepia_user")?, text(values, "benepia_password")?);
    add(app, user, password, amount(values, "point")?);
    Ok(json!({}))
}
