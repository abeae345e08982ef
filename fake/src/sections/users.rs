//! Gateway settings of the merchant.

use serde_json::{Value, json};

use super::handler::OperationHandler;
use crate::call::ApiCall;
use crate::channels::Channel;
use crate::contract::Contract;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] =
    &[("users.list_gateway_settings", list_gateway_settings)];

/// Returns the settings of each channel, with its `channel_key`.
fn list_gateway_settings(state: &mut MerchantState, _: &ApiCall<'_>) -> OperationResult {
    let channels = state.channels.list(state.contract);
    let settings = channels.iter().map(|(key, channel)| setting(state.contract, key, channel));
    Ok(Success::new(settings.collect::<Vec<_>>()))
}

fn setting(contract: &Contract, key: &str, channel: &Channel) -> Value {
    let gateway = &channel.gateway;
    json!({
        "pg_provider": gateway, "pg_id": format!("mid-at-{gateway}"), "sandbox": channel.sandbox,
        "type": purpose(contract, gateway), "channel_name": contract.title("Gateway", gateway),
        "channel_key": key,
    })
}

fn purpose(contract: &Contract, gateway: &str) -> &'static str {
    let supports = |operation| {
        contract.operation(operation).is_some_and(|operation| operation.is_supported_at(gateway))
    };
    if supports("certifications.get") {
        "certification"
    } else if supports("subscribe.pay_once") {
        "api_payment"
    } else {
        "payment"
    }
}
