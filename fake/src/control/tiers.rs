//! Sub-merchants.

use serde_json::{Map, Value, json};

use super::arguments::text;
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;

/// Commands of this module.
pub const COMMANDS: &[Command] =
    &[Command::new("POST", "tiers", "Adds a sub-merchant: tier_code, tier_name.", add)];

impl Fake {
    /// Adds a sub-merchant with its own state, which requests with the header `Tier` use.
    ///
    /// # Errors
    /// Fails when the code exists, or is not three uppercase letters or digits.
    pub fn add_tier(&self, code: &str, name: &str) -> Result<(), ApiError> {
        self.app().state().with_merchant(None, |state| state.add_tier(code, name))
    }
}

fn add(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let (code, name) = (text(values, "tier_code")?, text(values, "tier_name")?);
    app.state().with_merchant(None, |state| state.add_tier(code, name))?;
    Ok(json!({}))
}
