//! Order: the data to create a payment.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::call::ApiCall;
use crate::channels::Channel;

/// Parameters of requests that payments return under the same name.
const COPIED: [&str; 9] = [
    "name",
    "buyer_name",
    "buyer_email",
    "buyer_tel",
    "buyer_addr",
    "buyer_postcode",
    "custom_data",
    "tax_free",
    "card_quota",
];

/// Payment to create.
#[derive(Clone, Debug)]
pub struct Order {
    /// Identifier of the payment, if it is given.
    pub imp_uid: Option<String>,
    /// The merchant's order number.
    pub merchant_uid: String,
    /// Amount to pay.
    pub amount: Decimal,
    /// `KRW`
    pub currency: String,
    /// Channel of the payment.
    pub channel: Channel,
    /// Webhook addresses of this payment.
    pub notice_urls: Vec<String>,
    /// Other fields of the payment's response.
    pub fields: Map<String, Value>,
}

impl Order {
    /// Creates an order in KRW.
    pub fn new(merchant_uid: &str, amount: Decimal, channel: Channel) -> Self {
        Self {
            imp_uid: None,
            merchant_uid: merchant_uid.to_owned(),
            amount,
            currency: "KRW".to_owned(),
            channel,
            notice_urls: Vec::new(),
            fields: Map::new(),
        }
    }

    /// Reads the parameters that all payment requests share.
    pub fn of(call: &ApiCall<'_>) -> Self {
        let amount = call.amount("amount").unwrap_or_default();
        let mut order = Self::new(call.required("merchant_uid"), amount, call.channel.clone());
        order.fields = COPIED.iter().map(|name| ((*name).to_owned(), call.value(name))).collect();
        order.fields.retain(|_, value| !value.is_null());
        if let Some(currency) = call.text("currency") {
            order.currency = currency.to_owned();
        }
        let urls = call.texts("notice_url").or_else(|| Some(vec![call.text("notice_url")?]));
        order.notice_urls = urls.into_iter().flatten().map(str::to_owned).collect();
        order.with("channel", "api")
    }

    /// Sets a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.fields.insert(name.to_owned(), value.into());
        self
    }

    /// Sets the payment method to this card.
    #[must_use]
    pub fn by_card(self, card: &Map<String, Value>) -> Self {
        let mut order = self.with("pay_method", "card");
        order.fields.entry("card_quota").or_insert(json!(0));
        for (name, value) in card {
            order.fields.insert(name.clone(), value.clone());
        }
        order.with("apply_num", "00000001")
    }
}
