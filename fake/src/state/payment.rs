//! Payment, its status and refunds.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::record;
use crate::channels::Channel;
use crate::contract::Contract;
use crate::money;

/// Name of the record in the docs.
const TYPE: &str = "PaymentAnnotation";
const CANCELLATION: &str = "PaymentCancelAnnotation";

/// Status of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentStatus {
    /// Not paid yet; for a virtual account, issued.
    Ready,
    /// Paid, perhaps partly refunded.
    Paid,
    /// Fully refunded, or cancelled before it was paid.
    Cancelled,
    /// Failed; no money was moved.
    Failed,
}

impl PaymentStatus {
    /// Returns the code on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }
}

/// End of a visit of the payment window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WindowEnd {
    /// The browser returns to the shop.
    #[default]
    Returned,
    /// The buyer closed the window without paying; the browser returns to the shop.
    Left,
    /// The browser never returns.
    Vanished,
}

/// Stored payment.
#[derive(Clone, Debug)]
pub struct PaymentRecord {
    /// PortOne's identifier.
    pub imp_uid: String,
    /// The merchant's order number.
    pub merchant_uid: String,
    /// Code of the gateway.
    pub gateway: String,
    /// Current status.
    pub status: PaymentStatus,
    /// Paid amount, before refunds.
    pub amount: Decimal,
    /// `KRW`
    pub currency: String,
    /// Time of creation.
    pub started_at: i64,
    /// Time of the payment, or 0.
    pub paid_at: i64,
    /// Time of the failure, or 0.
    pub failed_at: i64,
    /// Time of the last refund or cancellation, or 0.
    pub cancelled_at: i64,
    /// Refunds.
    pub cancellations: Vec<Cancellation>,
    /// `true` for a payment through a test channel.
    pub sandbox: bool,
    /// End of the visit of the payment window, for a payment in the window.
    pub window: WindowEnd,
    /// Webhook addresses of this payment.
    pub notice_urls: Vec<String>,
    /// Other fields of the response.
    pub fields: Map<String, Value>,
}

/// Full or partial refund.
#[derive(Clone, Debug)]
pub struct Cancellation {
    /// `cancellation_id`
    pub id: String,
    /// Refunded amount.
    pub amount: Decimal,
    /// Time of the refund.
    pub at: i64,
    /// Reason given by the merchant.
    pub reason: String,
}

impl PaymentRecord {
    /// Sets a field of the response.
    pub fn set(&mut self, field: &str, value: impl Into<Value>) {
        self.fields.insert(field.to_owned(), value.into());
    }

    /// Returns the channel of the payment.
    pub fn channel(&self) -> Channel {
        Channel { gateway: self.gateway.clone(), sandbox: self.sandbox }
    }

    /// Returns the refunded amount.
    pub fn cancel_amount(&self) -> Decimal {
        self.cancellations.iter().map(|one| one.amount).sum()
    }

    /// Returns the amount that can still be refunded.
    pub fn balance(&self) -> Decimal {
        self.amount - self.cancel_amount()
    }

    /// Returns `true` if the payment method is a virtual account.
    pub fn is_virtual_account(&self) -> bool {
        self.fields.get("pay_method").is_some_and(|method| method == "vbank")
    }

    /// Returns `true` if the deadline of a virtual account or payment code is over. The status stays
    /// `ready`.
    pub fn is_overdue(&self, now: i64) -> bool {
        let due = self.fields.get("vbank_date").and_then(Value::as_i64).unwrap_or_default();
        due > 0 && due < now
    }

    /// Returns the time of the last change.
    pub fn updated_at(&self) -> i64 {
        self.started_at.max(self.paid_at).max(self.failed_at).max(self.cancelled_at)
    }

    /// Returns the payment as the API returns it.
    pub fn to_json(&self, contract: &Contract) -> Value {
        let mut values = self.fields.clone();
        values.extend(self.own_fields(contract));
        record::build(contract, TYPE, &values)
    }

    fn own_fields(&self, contract: &Contract) -> Map<String, Value> {
        let refunds = self.cancellations.iter();
        let history: Vec<_> = refunds.map(|one| one.to_json(contract, self)).collect();
        let fields = json!({
            "imp_uid": self.imp_uid, "merchant_uid": self.merchant_uid,
            "pg_provider": self.gateway, "status": self.status.code(),
            "amount": money::write(self.amount), "cancel_amount": money::write(self.cancel_amount()),
            "currency": self.currency, "started_at": self.started_at, "paid_at": self.paid_at,
            "failed_at": self.failed_at, "cancelled_at": self.cancelled_at,
            "cancel_reason": self.cancellations.last().map(|one| &one.reason),
            "cancel_history": history, "cancel_receipt_urls": [],
        });
        match fields {
            Value::Object(values) => values,
            _ => Map::new(),
        }
    }
}

impl Cancellation {
    fn to_json(&self, contract: &Contract, payment: &PaymentRecord) -> Value {
        let values = json!({
            "pg_tid": payment.fields.get("pg_tid"), "amount": money::write(self.amount),
            "cancelled_at": self.at, "reason": self.reason, "cancellation_id": self.id,
            "receipt_url": "",
        });
        values
            .as_object()
            .map_or(Value::Null, |values| record::build(contract, CANCELLATION, values))
    }
}
