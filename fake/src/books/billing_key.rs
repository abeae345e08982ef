//! A card that was stored, to be charged without its number.

use serde_json::{Map, Value, json};

use super::order::Order;
use crate::call::Call;
use crate::channels::Channel;
use crate::contract::Contract;
use crate::record;

/// The docs' names of the records.
const SINGLE: &str = "CustomerAnnotation";
const SUPER: &str = "SuperBillingKeyAnnotation";
const SUCCEEDED: &str = "SucceededChannelAnnotation";
const FAILED: &str = "FailedChannelAnnotation";

/// A billing key as the server keeps it.
#[derive(Clone, Debug)]
pub struct BillingKey {
    /// The merchant's own name of it.
    pub customer_uid: String,
    /// Where it is charged.
    pub channel: Channel,
    /// The smart routing group that it was issued for, if it was.
    pub group: Option<Group>,
    /// What is answered of the card.
    pub card: Map<String, Value>,
    /// What is answered of its holder: `customer_name` and so on.
    pub holder: Map<String, Value>,
    /// When it was stored.
    pub inserted: i64,
    /// When it was stored again.
    pub updated: i64,
}

/// The channels of a smart routing group, as a billing key found them.
#[derive(Clone, Debug)]
pub struct Group {
    /// The merchant's name of the group.
    pub id: String,
    /// Those that hold the key.
    pub succeeded: Vec<Channel>,
    /// Those that refused the card, and why.
    pub failed: Vec<(Channel, String)>,
}

/// What requests say of the holder that keys answer, and under which name.
const HOLDER: [(&str, &str); 6] = [
    ("customer_id", "customer_id"),
    ("buyer_name", "customer_name"),
    ("buyer_tel", "customer_tel"),
    ("buyer_email", "customer_email"),
    ("buyer_addr", "customer_addr"),
    ("buyer_postcode", "customer_postcode"),
];

impl BillingKey {
    /// A card at a channel; nothing is known of its holder.
    pub fn new(customer_uid: &str, channel: Channel, card: Map<String, Value>, now: i64) -> Self {
        let (inserted, updated) = (now, now);
        let (customer_uid, holder) = (customer_uid.to_owned(), Map::new());
        Self { customer_uid, channel, group: None, card, holder, inserted, updated }
    }

    /// A card that a request gives, and who holds it: as the buyer, or as the customer.
    pub fn of(call: &Call<'_>, customer_uid: &str, card: Map<String, Value>, now: i64) -> Self {
        let said = HOLDER.map(|(buyer, customer)| {
            let value = call.get(customer).or_else(|| call.get(buyer)).cloned();
            (customer.to_owned(), value.unwrap_or_default())
        });
        let key = Self::new(customer_uid, call.channel.clone(), card, now);
        Self { holder: said.into_iter().collect(), ..key }
    }

    /// Where a charge goes that is to go through this channel: there, if the key is held there.
    pub fn channel_near(&self, wanted: &Channel) -> Channel {
        let held = self.group.iter().flat_map(|group| &group.succeeded);
        held.into_iter().find(|channel| *channel == wanted).unwrap_or(&self.channel).clone()
    }

    /// The order with the holder as the buyer, where it says nothing of the buyer.
    pub fn buying(&self, mut order: Order) -> Order {
        for (buyer, customer) in HOLDER {
            if let Some(known) = self.holder.get(customer) {
                order.fields.entry(buyer).or_insert_with(|| known.clone());
            }
        }
        order
    }

    /// As it is answered.
    pub fn answer(&self, contract: &Contract) -> Value {
        let mut values = self.holder.clone();
        values.insert("customer_uid".to_owned(), json!(self.customer_uid));
        match &self.group {
            None => {
                values.extend(self.card_at(&self.channel));
                record::of(contract, SINGLE, &values)
            }
            Some(group) => {
                values.extend(self.at_group(contract, group));
                record::of(contract, SUPER, &values)
            }
        }
    }

    fn card_at(&self, channel: &Channel) -> Map<String, Value> {
        let mut values = at(channel);
        values.extend(self.card.clone());
        values.insert("inserted".to_owned(), json!(self.inserted));
        values.insert("updated".to_owned(), json!(self.updated));
        values
    }

    fn at_group(&self, contract: &Contract, group: &Group) -> Map<String, Value> {
        let held = group.succeeded.iter().map(|channel| self.card_at(channel));
        let held: Vec<_> = held.map(|card| record::of(contract, SUCCEEDED, &card)).collect();
        let failed = group.failed.iter().map(|(channel, reason)| {
            let mut values = at(channel);
            values.insert("type".to_owned(), json!("PG_PROVIDER"));
            values.insert("message".to_owned(), json!(reason));
            record::of(contract, FAILED, &values)
        });
        Map::from_iter([
            ("channelGroupId".to_owned(), json!(group.id)),
            ("succeededChannels".to_owned(), json!(held)),
            ("failedChannels".to_owned(), json!(failed.collect::<Vec<_>>())),
        ])
    }
}

fn at(channel: &Channel) -> Map<String, Value> {
    let mut values = Map::new();
    values.insert("pg_provider".to_owned(), json!(channel.gateway));
    values.insert("pg_id".to_owned(), json!(channel.shop_id()));
    if channel.sandbox {
        values.insert("sandbox".to_owned(), json!(true));
    }
    values
}
