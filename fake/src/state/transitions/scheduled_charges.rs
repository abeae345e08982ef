//! Execution of scheduled charges.

use super::charge::ChargeMethod;
use crate::api_error::ApiError;
use crate::state::merchant::MerchantState;
use crate::state::order::Order;
use crate::state::payment::PaymentStatus;
use crate::state::schedule::{Schedule, ScheduleState};

impl MerchantState {
    /// Executes every scheduled charge that is due, once each.
    pub fn run_scheduled_charges(&mut self) {
        while let Some(merchant_uid) = self.next_due_charge() {
            // The schedule stores the error.
            let _ = self.charge_scheduled(&merchant_uid);
        }
    }

    fn next_due_charge(&self) -> Option<String> {
        let next = self.schedules.pending().next().filter(|schedule| schedule.at <= self.now)?;
        Some(next.order.merchant_uid.clone())
    }

    /// Executes a scheduled charge now and stores its result in the schedule. Returns the `imp_uid`.
    ///
    /// # Errors
    /// 404 when the order has no schedule, or the error of [`charge`](Self::charge).
    pub fn charge_scheduled(&mut self, merchant_uid: &str) -> Result<String, ApiError> {
        let schedule = self.schedules.get(merchant_uid)?.clone();
        let at = schedule.at;
        let charged = self.charge_for(schedule);
        if let Ok(imp_uid) = &charged {
            self.notify_failure(imp_uid)?;
        }
        let result = charged.clone().map_err(|error| error.message);
        self.schedules.set(merchant_uid, at, ScheduleState::Executed(self.now, result))?;
        charged
    }

    /// Failed scheduled charges are the only failures that V1 notifies.
    fn notify_failure(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        match self.payments.get(imp_uid)?.status {
            PaymentStatus::Failed => self.notify(imp_uid),
            _ => Ok(()),
        }
    }

    fn charge_for(&mut self, schedule: Schedule) -> Result<String, ApiError> {
        let Schedule { customer_uid, mut order, .. } = schedule;
        match self.billing_keys.get(&customer_uid).cloned() {
            Some(key) => {
                order.channel = key.closest_channel(&order.channel);
                self.charge(order.by_card(&key.card), ChargeMethod::Schedule(&key))
            }
            // The docs tell merchants to check for schedules before they delete a key, so the
            // deletion does not cancel them.
            None => self.fail_without_key(order, &customer_uid),
        }
    }

    fn fail_without_key(&mut self, order: Order, customer_uid: &str) -> Result<String, ApiError> {
        self.require_unpaid(&order.merchant_uid)?;
        let order = order.with("customer_uid", customer_uid);
        let order = order.with("customer_uid_usage", "payment.scheduled");
        let imp_uid = self.create_payment(order)?;
        self.mark_failed(&imp_uid, &format!("billing key {customer_uid} was deleted"))?;
        Ok(imp_uid)
    }
}
