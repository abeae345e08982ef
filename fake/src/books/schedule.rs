//! One charge to be made at a time set beforehand, and what became of it.

use serde_json::{Map, Value, json};

use super::order::Order;
use super::payment::{Payment, Status};
use super::payments::Payments;
use crate::contract::Contract;
use crate::refusal::Refusal;
use crate::{money, record};

/// The docs' name of the record.
const TYPE: &str = "ScheduleResultAnnotation";

/// A schedule as the server keeps it.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// The billing key to charge.
    pub customer_uid: String,
    /// What is charged for, and how much.
    pub order: Order,
    /// When.
    pub at: i64,
    /// Where it stands.
    pub state: State,
}

/// Where a schedule stands.
#[derive(Clone, Debug)]
pub enum State {
    /// The charge is still to be made.
    Due,
    /// It was made: when, and the payment that it became, or why it became none.
    Made(i64, Result<String, String>),
    /// It was cancelled before, and when.
    Revoked(i64),
}

impl State {
    /// The code on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Due => "scheduled",
            Self::Made(..) => "executed",
            Self::Revoked(_) => "revoked",
        }
    }
}

impl Schedule {
    /// Whether the charge is still to be made.
    pub fn is_due(&self) -> bool {
        matches!(self.state, State::Due)
    }

    /// Only what failed or was cancelled is tried again.
    ///
    /// # Errors
    /// 400 when it is still due, or was paid.
    pub fn repeatable(&self, payments: &Payments) -> Result<(), Refusal> {
        let merchant_uid = &self.order.merchant_uid;
        if self.is_due() {
            return Err(Refusal::invalid(format!("{merchant_uid} is still to be charged")));
        }
        match self.payment(payments) {
            Some(payment) if payment.status != Status::Failed => {
                Err(Refusal::invalid(format!("{merchant_uid} was charged already")))
            }
            _ => Ok(()),
        }
    }

    /// What the charge became.
    fn payment<'p>(&self, payments: &'p Payments) -> Option<&'p Payment> {
        match &self.state {
            State::Made(_, Ok(imp_uid)) => payments.get(imp_uid).ok(),
            _ => None,
        }
    }

    /// As it is answered.
    pub fn answer(&self, contract: &Contract, payments: &Payments) -> Value {
        let mut values = self.order.fields.clone();
        values.extend(self.asked());
        values.extend(self.outcome(payments));
        record::of(contract, TYPE, &values)
    }

    fn asked(&self) -> Map<String, Value> {
        let Order { merchant_uid, amount, currency, channel, .. } = &self.order;
        let asked = json!({
            "customer_uid": self.customer_uid, "merchant_uid": merchant_uid,
            "pg_provider": channel.gateway, "pg_id": channel.shop_id(), "schedule_at": self.at,
            "amount": money::write(*amount), "currency": currency,
            "schedule_status": self.state.code(),
        });
        asked.as_object().cloned().unwrap_or_default()
    }

    fn outcome(&self, payments: &Payments) -> Map<String, Value> {
        let outcome = match (&self.state, self.payment(payments)) {
            (State::Due, _) => json!({}),
            (State::Revoked(at), _) => json!({ "revoked_at": at }),
            (State::Made(at, _), Some(payment)) => json!({
                "executed_at": at, "imp_uid": payment.imp_uid, "pg_provider": payment.gateway,
                "payment_status": payment.status.code(),
                "fail_reason": payment.fields.get("fail_reason"),
            }),
            (State::Made(at, result), None) => json!({
                "executed_at": at, "payment_status": Status::Failed.code(),
                "fail_reason": result.as_ref().err(),
            }),
        };
        outcome.as_object().cloned().unwrap_or_default()
    }
}
