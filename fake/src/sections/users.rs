//! What the merchant has set up in the console.

use serde_json::{Value, json};

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::call::Call;
use crate::channels::Channel;
use crate::contract::Contract;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[("users.list_gateway_settings", list_gateway_settings)];

/// One for each channel, with the key that requests name it by.
fn list_gateway_settings(books: &mut Books, _: &Call<'_>) -> Answer {
    let channels = books.channels.list(books.contract);
    let settings = channels.iter().map(|(key, channel)| setting(books.contract, key, channel));
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
    let carries = |operation| {
        contract.operation(operation).is_some_and(|operation| operation.is_supported_at(gateway))
    };
    if carries("certifications.get") {
        "certification"
    } else if carries("subscribe.pay_once") {
        "api_payment"
    } else {
        "payment"
    }
}
