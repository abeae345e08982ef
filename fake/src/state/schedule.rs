//! Scheduled charge and its result.

use serde_json::{Map, Value, json};

use super::order::Order;
use super::payment::{PaymentRecord, PaymentStatus};
use super::payments::Payments;
use super::record;
use crate::api_error::ApiError;
use crate::contract::Contract;
use crate::money;

/// Name of the record in the docs.
const TYPE: &str = "ScheduleResultAnnotation";

/// Stored schedule.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// Billing key to charge.
    pub customer_uid: String,
    /// Order to create when the charge is due.
    pub order: Order,
    /// Due time, in Unix seconds.
    pub at: i64,
    /// Current state.
    pub state: ScheduleState,
}

/// State of a schedule.
#[derive(Clone, Debug)]
pub enum ScheduleState {
    /// The charge is pending.
    Pending,
    /// The charge was executed at this time, with the `imp_uid` of the payment or an error message.
    Executed(i64, Result<String, String>),
    /// The schedule was cancelled at this time, before the charge.
    Revoked(i64),
}

impl ScheduleState {
    /// Returns the code on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Pending => "scheduled",
            Self::Executed(..) => "executed",
            Self::Revoked(_) => "revoked",
        }
    }
}

impl Schedule {
    /// Returns `true` if the charge is pending.
    pub fn is_pending(&self) -> bool {
        matches!(self.state, ScheduleState::Pending)
    }

    /// Fails unless the charge can be repeated: it failed, or the schedule was cancelled.
    ///
    /// # Errors
    /// 400 when it is pending, or was paid.
    pub fn require_repeatable(&self, payments: &Payments) -> Result<(), ApiError> {
        let merchant_uid = &self.order.merchant_uid;
        if self.is_pending() {
            return Err(ApiError::bad_request(format!("{merchant_uid} is still scheduled")));
        }
        match self.payment(payments) {
            Some(payment) if payment.status != PaymentStatus::Failed => {
                Err(ApiError::bad_request(format!("{merchant_uid} is already charged")))
            }
            _ => Ok(()),
        }
    }

    /// Returns the payment of the charge.
    fn payment<'p>(&self, payments: &'p Payments) -> Option<&'p PaymentRecord> {
        match &self.state {
            ScheduleState::Executed(_, Ok(imp_uid)) => payments.get(imp_uid).ok(),
            _ => None,
        }
    }

    /// Returns the schedule as the API returns it.
    pub fn to_json(&self, contract: &Contract, payments: &Payments) -> Value {
        let mut values = self.order.fields.clone();
        values.extend(self.own_fields());
        values.extend(self.result_fields(payments));
        record::build(contract, TYPE, &values)
    }

    fn own_fields(&self) -> Map<String, Value> {
        let Order { merchant_uid, amount, currency, channel, .. } = &self.order;
        let fields = json!({
            "customer_uid": self.customer_uid, "merchant_uid": merchant_uid,
            "pg_provider": channel.gateway, "pg_id": channel.shop_id(), "schedule_at": self.at,
            "amount": money::write(*amount), "currency": currency,
            "schedule_status": self.state.code(),
        });
        fields.as_object().cloned().unwrap_or_default()
    }

    fn result_fields(&self, payments: &Payments) -> Map<String, Value> {
        let fields = match (&self.state, self.payment(payments)) {
            (ScheduleState::Pending, _) => json!({}),
            (ScheduleState::Revoked(at), _) => json!({ "revoked_at": at }),
            (ScheduleState::Executed(at, _), Some(payment)) => json!({
                "executed_at": at, "imp_uid": payment.imp_uid, "pg_provider": payment.gateway,
                "payment_status": payment.status.code(),
                "fail_reason": payment.fields.get("fail_reason"),
            }),
            (ScheduleState::Executed(at, result), None) => json!({
            "executed_at": at, "payment_status": PaymentStatus::Failed.code(),
                "fail_reason": result.as_ref().err(),
            }),
        };
        fields.as_object().cloned().unwrap_or_default()
    }
}
