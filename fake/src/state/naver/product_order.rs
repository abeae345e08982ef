//! Product order: one kind of product within a payment.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::product_order_state::ProductOrderState;
use crate::contract::Contract;
use crate::money;
use crate::state::payment::PaymentRecord;
use crate::state::record;

/// Name of the record in the docs.
const TYPE: &str = "NaverProductOrderAnnotation";
/// Delivery deadline after the payment, in seconds.
const THREE_DAYS: i64 = 3 * 24 * 60 * 60;

/// Stored product order.
#[derive(Clone, Debug)]
pub struct ProductOrder {
    /// `product_order_id`
    pub id: String,
    /// `imp_uid` of the payment.
    pub imp_uid: String,
    /// Current state.
    pub state: ProductOrderState,
    /// Price.
    pub amount: Decimal,
    /// Other fields of the response.
    pub fields: Map<String, Value>,
}

impl ProductOrder {
    /// Creates the product order with this number in a payment, without an id.
    pub fn new(payment: &PaymentRecord, number: usize, amount: Decimal) -> Self {
        let field = |name, default: &str| {
            let value = payment.fields.get(name).filter(|value| !value.is_null());
            value.cloned().unwrap_or_else(|| json!(default))
        };
        let (name, tel) = (field("buyer_name", "홍길동"), field("buyer_tel", "010-1234-5678"));
        let fields = json!({
            "product_id": format!("product-{number}"), "product_name": field("name", "상품"),
            "product_option_id": format!("option-{number}"),
            "product_option_name": format!("옵션 {number}"), "delivery_amount": 0, "quantity": 1,
            "orderer": { "name": name, "id": "hong****", "tel": tel },
            "shipping_address": {
                "base": field("buyer_addr", "서울특별시 중구 세종대로 110"), "detail": null,
                "postcode": field("buyer_postcode", "04524"), "tel1": tel, "tel2": null, "name": name,
            },
            "shipping_due": payment.paid_at + THREE_DAYS,
        });
        Self {
            id: String::new(),
            imp_uid: payment.imp_uid.clone(),
            state: ProductOrderState::default(),
            amount,
            fields: fields.as_object().cloned().unwrap_or_default(),
        }
    }

    /// Returns the product order as the API returns it.
    pub fn to_json(&self, contract: &Contract) -> Value {
        let mut values = self.fields.clone();
        let claim = self.state.claim;
        let own = json!({
            "product_order_id": self.id, "product_order_status": self.state.status.code(),
            "claim_type": claim.map(|claim| claim.codes().0),
            "claim_status": claim.map(|claim| claim.codes().1),
            "product_amount": money::write(self.amount),
        });
        values.extend(own.as_object().cloned().unwrap_or_default());
        record::build(contract, TYPE, &values)
    }
}
