//! Billing keys stored in the payment window, and smart routing groups.

use serde_json::{Map, Value, json};

use super::arguments::text;
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::channels::{Channel, is_gateway};
use crate::fake::Fake;
use crate::state::MerchantState;
use crate::state::billing_key::BillingKey;
use crate::state::card;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new(
        "POST",
        "billing-keys",
        "Stores a billing key, as a buyer does in the payment window: customer_uid, pg_provider.",
        add_billing_key,
    ),
    Command::new(
        "POST",
        "channel-groups",
        "Adds or replaces a smart routing group: id, gateways.",
        add_group,
    ),
];

/// Number of the stored card.
const CARD: &str = "941000";

impl Fake {
    /// Stores a billing key, as a buyer does in the payment window: at any gateway, such as `kakaopay`,
    /// or an automatic payment key at `kcp_quick`.
    ///
    /// # Errors
    /// Fails when there is no such gateway.
    pub fn add_billing_key(&self, customer_uid: &str, gateway: &str) -> Result<(), ApiError> {
        self.app().state().with_merchant(None, |state| store(state, customer_uid, gateway))
    }

    /// Adds or replaces a smart routing group, named by `channel_group_id`, with a channel at each of
    /// these gateways.
    ///
    /// # Errors
    /// Fails when there is no such gateway.
    pub fn add_channel_group(&self, id: &str, gateways: &[&str]) -> Result<(), ApiError> {
        self.app().state().with_merchant(None, |state| group(state, id, gateways))
    }
}

fn store(state: &mut MerchantState, customer_uid: &str, gateway: &str) -> Result<(), ApiError> {
    let channel = channel(state, gateway)?;
    let key = BillingKey::new(customer_uid, channel, card(state, gateway), state.now);
    state.store_billing_key(key);
    Ok(())
}

/// Returns the card fields; PayPal does not report the card.
fn card(state: &MerchantState, gateway: &str) -> Map<String, Value> {
    match gateway {
        "paypal_v2" => Map::from_iter([("pay_method".to_owned(), json!("paypal"))]),
        _ => card::fields(state.contract, CARD),
    }
}

fn group(state: &mut MerchantState, id: &str, gateways: &[&str]) -> Result<(), ApiError> {
    let channels = gateways.iter().map(|gateway| channel(state, gateway));
    let channels = channels.collect::<Result<_, _>>()?;
    state.channels.add_group(id, channels);
    Ok(())
}

fn channel(state: &MerchantState, gateway: &str) -> Result<Channel, ApiError> {
    if !is_gateway(state.contract, gateway) {
        return Err(ApiError::bad_request(format!("there is no gateway {gateway}")));
    }
    Ok(Channel { gateway: gateway.to_owned(), sandbox: false })
}

fn add_billing_key(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let (customer_uid, gateway) = (text(values, "customer_uid")?, text(values, "pg_provider")?);
    app.state().with_merchant(None, |state| store(state, customer_uid, gateway))?;
    Ok(json!({}))
}

fn add_group(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let gateways = values.get("gateways").and_then(Value::as_array);
    let gateways = gateways.ok_or_else(|| ApiError::missing_parameter("gateways"))?;
    let gateways: Vec<_> = gateways.iter().filter_map(Value::as_str).collect();
    app.state().with_merchant(None, |state| group(state, text(values, "id")?, &gateways))?;
    Ok(json!({}))
}
