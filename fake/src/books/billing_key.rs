//! A card that was stored, to be charged without its number.

use serde_json::{Map, Value};

use crate::call::Call;
use crate::channels::Channel;

/// A billing key as the server keeps it.
#[derive(Clone, Debug)]
pub struct BillingKey {
    /// The merchant's own name of it.
    pub customer_uid: String,
    /// Where it is charged.
    pub channel: Channel,
    /// What is answered of the card.
    pub card: Map<String, Value>,
    /// What is answered of its holder: `customer_name` and so on.
    pub holder: Map<String, Value>,
    /// When it was stored.
    pub inserted: i64,
    /// When it was stored again.
    pub updated: i64,
}

/// What requests say of the holder that keys answer, and under which name.
const HOLDER: [(&str, &str); 5] = [
    ("buyer_name", "customer_name"),
    ("buyer_tel", "customer_tel"),
    ("buyer_email", "customer_email"),
    ("buyer_addr", "customer_addr"),
    ("buyer_postcode", "customer_postcode"),
];

impl BillingKey {
    /// A card that a request gives, and who holds it: as the buyer, or as the customer.
    pub fn of(call: &Call<'_>, customer_uid: &str, card: Map<String, Value>, now: i64) -> Self {
        let said = HOLDER.map(|(buyer, customer)| {
            let value = call.get(customer).or_else(|| call.get(buyer)).cloned();
            (customer.to_owned(), value.unwrap_or_default())
        });
        Self {
            customer_uid: customer_uid.to_owned(),
            channel: call.channel.clone(),
            card,
            holder: said.into_iter().collect(),
            inserted: now,
            updated: now,
        }
    }
}
