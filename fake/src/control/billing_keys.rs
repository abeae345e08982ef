//! Cards that buyers store by themselves, and the channels of routing groups.

use serde_json::{Map, Value, json};

use super::{Entry, text};
use crate::books::Books;
use crate::books::billing_key::BillingKey;
use crate::books::order;
use crate::channels::{Channel, is_gateway};
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    (
        "POST",
        "billing-keys",
        "A buyer stores a card in the payment window: customer_uid, pg_provider.",
        add_billing_key,
    ),
    (
        "POST",
        "channel-groups",
        "Gives the merchant a smart routing group: id, gateways.",
        add_group,
    ),
];

/// A card of nobody, which is stored.
const CARD: &str = "941000";

impl Fake {
    /// Has a buyer store a card in the payment window: a billing key at any gateway, such as
    /// `kakaopay`, or an automatic payment key at `kcp_quick`.
    ///
    /// # Errors
    /// Fails when there is no such gateway.
    pub fn add_billing_key(&self, customer_uid: &str, gateway: &str) -> Result<(), Refusal> {
        self.core().world().act(None, |books| store(books, customer_uid, gateway))
    }

    /// Adds a smart routing group with a channel at each of these gateways: what `channel_group_id`
    /// stands for.
    ///
    /// # Errors
    /// Fails when there is no such gateway.
    pub fn add_channel_group(&self, id: &str, gateways: &[&str]) -> Result<(), Refusal> {
        self.core().world().act(None, |books| group(books, id, gateways))
    }
}

fn store(books: &mut Books, customer_uid: &str, gateway: &str) -> Result<(), Refusal> {
    let channel = channel(books, gateway)?;
    let key = BillingKey::new(customer_uid, channel, chosen(books, gateway), books.now);
    books.store(key);
    Ok(())
}

/// PayPal does not tell what the buyer chose there.
fn chosen(books: &Books, gateway: &str) -> Map<String, Value> {
    match gateway {
        "paypal_v2" => Map::from_iter([("pay_method".to_owned(), json!("paypal"))]),
        _ => order::card(books.contract, CARD),
    }
}

fn group(books: &mut Books, id: &str, gateways: &[&str]) -> Result<(), Refusal> {
    let channels = gateways.iter().map(|gateway| channel(books, gateway));
    let channels = channels.collect::<Result<_, _>>()?;
    books.channels.add_group(id, channels);
    Ok(())
}

fn channel(books: &Books, gateway: &str) -> Result<Channel, Refusal> {
    if !is_gateway(books.contract, gateway) {
        return Err(Refusal::invalid(format!("there is no gateway {gateway}")));
    }
    Ok(Channel { gateway: gateway.to_owned(), sandbox: false })
}

fn add_billing_key(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let (customer_uid, gateway) = (text(values, "customer_uid")?, text(values, "pg_provider")?);
    core.world().act(None, |books| store(books, customer_uid, gateway))?;
    Ok(json!({}))
}

fn add_group(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let gateways = values.get("gateways").and_then(Value::as_array);
    let gateways = gateways.ok_or_else(|| Refusal::missing("gateways"))?;
    let gateways: Vec<_> = gateways.iter().filter_map(Value::as_str).collect();
    core.world().act(None, |books| group(books, text(values, "id")?, &gateways))?;
    Ok(json!({}))
}
