//! Channels, token revocation and reset.

use serde_json::{Map, Value, json};

use super::arguments::{flag, text};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::channels::{Channel, is_gateway};
use crate::fake::Fake;
use crate::state::MerchantState;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new(
        "POST",
        "channels",
        "Adds or replaces a channel: channel_key, gateway, sandbox, tier.",
        channel,
    ),
    Command::new("POST", "token/revoke", "Invalidates the access token.", revoke),
    Command::new("POST", "reset", "Deletes everything but the time and the access token.", reset),
];

impl Fake {
    /// Adds or replaces a channel of the merchant: its key, the code of its gateway, and whether it is
    /// for test payments.
    ///
    /// # Errors
    /// Fails when there is no such gateway.
    pub fn add_channel(
        &self,
        key: impl Into<String>,
        gateway: impl Into<String>,
        sandbox: bool,
    ) -> Result<(), ApiError> {
        let channel = Channel { gateway: gateway.into(), sandbox };
        self.app().state().with_merchant(None, |state| add_channel(state, key.into(), channel))
    }

    /// Invalidates the access token: requests with it get a 401.
    pub fn revoke_token(&self) {
        self.app().state().tokens.revoke();
    }

    /// Deletes all state, added data, logged requests, faults and webhooks. The time, the access token
    /// and the builder's settings stay.
    pub fn reset(&self) {
        self.app().reset();
    }
}

fn add_channel(state: &mut MerchantState, key: String, channel: Channel) -> Result<(), ApiError> {
    if !is_gateway(state.contract, &channel.gateway) {
        return Err(ApiError::bad_request(format!("there is no gateway {}", channel.gateway)));
    }
    state.channels.add(key, channel);
    Ok(())
}

fn channel(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let key = text(values, "channel_key")?.to_owned();
    let gateway = text(values, "gateway")?.to_owned();
    let channel = Channel { gateway, sandbox: flag(values, "sandbox")? };
    let tier = values.get("tier").and_then(Value::as_str);
    app.state().with_merchant(tier, |state| add_channel(state, key, channel))?;
    Ok(json!({}))
}

fn revoke(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    app.state().tokens.revoke();
    Ok(json!({}))
}

fn reset(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    app.reset();
    Ok(json!({}))
}
