//! Billing key: a stored card that is charged without its number.

use serde_json::{Map, Value, json};

use super::order::Order;
use super::payment::PaymentRecord;
use super::record;
use crate::call::ApiCall;
use crate::channels::Channel;
use crate::contract::Contract;

/// Names of the records in the docs.
const SINGLE: &str = "CustomerAnnotation";
const SUPER: &str = "SuperBillingKeyAnnotation";
const SUCCEEDED: &str = "SucceededChannelAnnotation";
const FAILED: &str = "FailedChannelAnnotation";

/// Stored billing key.
#[derive(Clone, Debug)]
pub struct BillingKey {
    /// The merchant's identifier of the key.
    pub customer_uid: String,
    /// Channel that is charged.
    pub channel: Channel,
    /// Smart routing group that the key was issued for.
    pub group: Option<RoutingGroup>,
    /// Card fields of responses.
    pub card: Map<String, Value>,
    /// Customer fields of responses: `customer_name` and so on.
    pub customer: Map<String, Value>,
    /// Time of the first issue.
    pub inserted: i64,
    /// Time of the last issue.
    pub updated: i64,
}

/// Result of issuing a key for a smart routing group.
#[derive(Clone, Debug)]
pub struct RoutingGroup {
    /// `channel_group_id`
    pub id: String,
    /// Channels that store the key.
    pub succeeded: Vec<Channel>,
    /// Channels that declined the card, with the reasons.
    pub failed: Vec<(Channel, String)>,
}

/// Parameters about the customer: as a buyer, and as the billing key's customer.
const CUSTOMER: [(&str, &str); 6] = [
    ("customer_id", "customer_id"),
    ("buyer_name", "customer_name"),
    ("buyer_tel", "customer_tel"),
    ("buyer_email", "customer_email"),
    ("buyer_addr", "customer_addr"),
    ("buyer_postcode", "customer_postcode"),
];

/// `customer_uid_usage` of a payment whose card is stored.
pub const ISSUE: &str = "issue";

impl BillingKey {
    /// Creates a key without customer data.
    pub fn new(customer_uid: &str, channel: Channel, card: Map<String, Value>, now: i64) -> Self {
        let (inserted, updated) = (now, now);
        let (customer_uid, customer) = (customer_uid.to_owned(), Map::new());
        Self { customer_uid, channel, group: None, card, customer, inserted, updated }
    }

    /// Creates a key from a request, with the customer's or the buyer's data.
    pub fn of(call: &ApiCall<'_>, customer_uid: &str, card: Map<String, Value>, now: i64) -> Self {
        let customer = CUSTOMER.map(|(buyer, customer)| {
            let value = call.get(customer).or_else(|| call.get(buyer)).cloned();
            (customer.to_owned(), value.unwrap_or_default())
        });
        let key = Self::new(customer_uid, call.channel.clone(), card, now);
        Self { customer: customer.into_iter().collect(), ..key }
    }

    /// Creates a key from a payment in the window that stores its card, if it does.
    pub fn of_payment(payment: &PaymentRecord, now: i64) -> Option<Self> {
        let is_issue = payment.fields.get("customer_uid_usage").is_some_and(|usage| usage == ISSUE);
        let customer_uid = payment.fields.get("customer_uid").filter(|_| is_issue)?.as_str()?;
        let is_card = |name: &str| {
            name.starts_with("card_") && name != "card_quota" || name.starts_with("bank_")
        };
        let card = payment.fields.iter().filter(|(name, _)| is_card(name));
        let card = card.map(|(name, value)| (name.clone(), value.clone())).collect();
        let known = |(buyer, customer): (&str, &str)| {
            Some((customer.to_owned(), payment.fields.get(buyer)?.clone()))
        };
        let customer = CUSTOMER.into_iter().filter_map(known).collect();
        Some(Self { customer, ..Self::new(customer_uid, payment.channel(), card, now) })
    }

    /// Returns the wanted channel if it stores the key, and the key's own channel otherwise.
    pub fn closest_channel(&self, wanted: &Channel) -> Channel {
        let mut stored = self.group.iter().flat_map(|group| &group.succeeded);
        stored.find(|channel| *channel == wanted).unwrap_or(&self.channel).clone()
    }

    /// Fills missing buyer fields of an order with the customer's data.
    pub fn fill_buyer(&self, mut order: Order) -> Order {
        for (buyer, customer) in CUSTOMER {
            if let Some(known) = self.customer.get(customer) {
                order.fields.entry(buyer).or_insert_with(|| known.clone());
            }
        }
        order
    }

    /// Returns the key as the API returns it.
    pub fn to_json(&self, contract: &Contract) -> Value {
        let mut values = self.customer.clone();
        values.insert("customer_uid".to_owned(), json!(self.customer_uid));
        match &self.group {
            None => {
                values.extend(self.card_fields(&self.channel));
                record::build(contract, SINGLE, &values)
            }
            Some(group) => {
                values.extend(self.group_fields(contract, group));
                record::build(contract, SUPER, &values)
            }
        }
    }

    fn card_fields(&self, channel: &Channel) -> Map<String, Value> {
        let mut values = channel_fields(channel);
        values.extend(self.card.clone());
        values.insert("inserted".to_owned(), json!(self.inserted));
        values.insert("updated".to_owned(), json!(self.updated));
        values
    }

    fn group_fields(&self, contract: &Contract, group: &RoutingGroup) -> Map<String, Value> {
        let stored = group.succeeded.iter().map(|channel| self.card_fields(channel));
        let stored = stored.map(|card| record::build(contract, SUCCEEDED, &card));
        let failed = group.failed.iter().map(|(channel, reason)| {
            let mut values = channel_fields(channel);
            values.insert("type".to_owned(), json!("PG_PROVIDER"));
            values.insert("message".to_owned(), json!(reason));
            record::build(contract, FAILED, &values)
        });
        Map::from_iter([
            ("channelGroupId".to_owned(), json!(group.id)),
            ("succeededChannels".to_owned(), json!(stored.collect::<Vec<_>>())),
            ("failedChannels".to_owned(), json!(failed.collect::<Vec<_>>())),
        ])
    }
}

fn channel_fields(channel: &Channel) -> Map<String, Value> {
    let mut values = Map::new();
    values.insert("pg_provider".to_owned(), json!(channel.gateway));
    values.insert("pg_id".to_owned(), json!(channel.shop_id()));
    if channel.sandbox {
        values.insert("sandbox".to_owned(), json!(true));
    }
    values
}
