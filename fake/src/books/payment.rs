//! One payment, from its start to its last refund.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::contract::Contract;
use crate::{money, record};

/// The docs' name of the record.
const TYPE: &str = "PaymentAnnotation";
const CANCELLATION: &str = "PaymentCancelAnnotation";

/// Where a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not paid yet; of a virtual account, that it was issued.
    Ready,
    /// The money has arrived.
    Paid,
    /// It was cancelled: all of it went back, or it was never paid.
    Cancelled,
    /// No money moved.
    Failed,
}

impl Status {
    /// The code on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }
}

/// A payment as the server keeps it.
#[derive(Clone, Debug)]
pub struct Payment {
    /// PortOne's number.
    pub imp_uid: String,
    /// The merchant's number of the order.
    pub merchant_uid: String,
    /// The code of the gateway.
    pub gateway: String,
    /// Where it stands.
    pub status: Status,
    /// How much.
    pub amount: Decimal,
    /// `KRW`
    pub currency: String,
    /// When it was begun.
    pub started_at: i64,
    /// When the money arrived, or 0.
    pub paid_at: i64,
    /// When it failed, or 0.
    pub failed_at: i64,
    /// When it was cancelled last, or 0.
    pub cancelled_at: i64,
    /// What went back.
    pub cancellations: Vec<Cancellation>,
    /// Whether it was made through a test channel.
    pub sandbox: bool,
    /// Where the merchant wants to be told of it.
    pub notice_urls: Vec<String>,
    /// All that is answered besides: how it was paid, by whom, for what.
    pub fields: Map<String, Value>,
}

/// One refund.
#[derive(Clone, Debug)]
pub struct Cancellation {
    /// PortOne's number of it.
    pub id: String,
    /// How much.
    pub amount: Decimal,
    /// When.
    pub at: i64,
    /// Why, in the canceller's words.
    pub reason: String,
}

impl Payment {
    /// What is answered under this name from now on.
    pub fn set(&mut self, field: &str, value: impl Into<Value>) {
        self.fields.insert(field.to_owned(), value.into());
    }

    /// How much went back.
    pub fn cancel_amount(&self) -> Decimal {
        self.cancellations.iter().map(|one| one.amount).sum()
    }

    /// How much can still go back.
    pub fn balance(&self) -> Decimal {
        self.amount - self.cancel_amount()
    }

    /// Whether it is by virtual account.
    pub fn is_account(&self) -> bool {
        self.fields.get("pay_method").is_some_and(|method| method == "vbank")
    }

    /// Whether the time of a virtual account or a payment code is over. It stays `ready` all the same.
    pub fn is_overdue(&self, now: i64) -> bool {
        let due = self.fields.get("vbank_date").and_then(Value::as_i64).unwrap_or_default();
        due > 0 && due < now
    }

    /// When it was changed last.
    pub fn updated_at(&self) -> i64 {
        self.started_at.max(self.paid_at).max(self.failed_at).max(self.cancelled_at)
    }

    /// As it is answered.
    pub fn answer(&self, contract: &Contract) -> Value {
        let mut values = self.fields.clone();
        values.extend(self.decided(contract));
        record::of(contract, TYPE, &values)
    }

    fn decided(&self, contract: &Contract) -> Map<String, Value> {
        let refunds = self.cancellations.iter();
        let history: Vec<_> = refunds.map(|one| one.answer(contract, self)).collect();
        let decided = json!({
            "imp_uid": self.imp_uid, "merchant_uid": self.merchant_uid,
            "pg_provider": self.gateway, "status": self.status.code(),
            "amount": money::write(self.amount), "cancel_amount": money::write(self.cancel_amount()),
            "currency": self.currency, "started_at": self.started_at, "paid_at": self.paid_at,
            "failed_at": self.failed_at, "cancelled_at": self.cancelled_at,
            "cancel_reason": self.cancellations.last().map(|one| &one.reason),
            "cancel_history": history, "cancel_receipt_urls": [],
        });
        match decided {
            Value::Object(values) => values,
            _ => Map::new(),
        }
    }
}

impl Cancellation {
    fn answer(&self, contract: &Contract, payment: &Payment) -> Value {
        let values = json!({
            "pg_tid": payment.fields.get("pg_tid"), "amount": money::write(self.amount),
            "cancelled_at": self.at, "reason": self.reason, "cancellation_id": self.id,
            "receipt_url": "",
        });
        values.as_object().map_or(Value::Null, |values| record::of(contract, CANCELLATION, values))
    }
}
