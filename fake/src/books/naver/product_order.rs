//! One kind of product within a payment.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::state::State;
use crate::books::payment::Payment;
use crate::contract::Contract;
use crate::money;
use crate::record;

/// The docs' name of the record.
const TYPE: &str = "NaverProductOrderAnnotation";
/// How long the seller has to deliver.
const THREE_DAYS: i64 = 3 * 24 * 60 * 60;

/// A product order as Naver Pay keeps it.
#[derive(Clone, Debug)]
pub struct ProductOrder {
    /// Naver Pay's number of it.
    pub id: String,
    /// The payment that it is part of.
    pub imp_uid: String,
    /// Where it stands.
    pub state: State,
    /// What it costs.
    pub amount: Decimal,
    /// What is answered besides.
    pub fields: Map<String, Value>,
}

impl ProductOrder {
    /// The product of this number in a payment, without a number at Naver Pay.
    pub fn new(payment: &Payment, number: usize, amount: Decimal) -> Self {
        let said = |name, otherwise: &str| {
            let value = payment.fields.get(name).filter(|value| !value.is_null());
            value.cloned().unwrap_or_else(|| json!(otherwise))
        };
        let (name, tel) = (said("buyer_name", "홍길동"), said("buyer_tel", "010-1234-5678"));
        let fields = json!({
            "product_id": format!("product-{number}"), "product_name": said("name", "상품"),
            "product_option_id": format!("option-{number}"),
            "product_option_name": format!("옵션 {number}"), "delivery_amount": 0, "quantity": 1,
            "orderer": { "name": name, "id": "hong****", "tel": tel },
            "shipping_address": {
                "base": said("buyer_addr", "서울특별시 중구 세종대로 110"), "detail": null,
                "postcode": said("buyer_postcode", "04524"), "tel1": tel, "tel2": null, "name": name,
            },
            "shipping_due": payment.paid_at + THREE_DAYS,
        });
        Self {
            id: String::new(),
            imp_uid: payment.imp_uid.clone(),
            state: State::default(),
            amount,
            fields: fields.as_object().cloned().unwrap_or_default(),
        }
    }

    /// As it is answered.
    pub fn answer(&self, contract: &Contract) -> Value {
        let mut values = self.fields.clone();
        let claim = self.state.claim;
        let decided = json!({
            "product_order_id": self.id, "product_order_status": self.state.status.code(),
            "claim_type": claim.map(|claim| claim.codes().0),
            "claim_status": claim.map(|claim| claim.codes().1),
            "product_amount": money::write(self.amount),
        });
        values.extend(decided.as_object().cloned().unwrap_or_default());
        record::of(contract, TYPE, &values)
    }
}
