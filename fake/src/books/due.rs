//! Making the charges whose time has come.

use super::Books;
use super::charge::By;
use super::order::Order;
use super::schedule::{Schedule, State};
use crate::refusal::Refusal;

impl Books {
    /// Makes the charges that are due by now, each of them once.
    pub fn make_scheduled_charges(&mut self) {
        while let Some(merchant_uid) = self.next_to_charge() {
            // What the charge is refused for stands in the schedule.
            let _ = self.charge_scheduled(&merchant_uid);
        }
    }

    fn next_to_charge(&self) -> Option<String> {
        let next = self.schedules.due().next().filter(|schedule| schedule.at <= self.now)?;
        Some(next.order.merchant_uid.clone())
    }

    /// Makes a scheduled charge now, and notes in the schedule what became of it. Returns the
    /// `imp_uid`.
    ///
    /// # Errors
    /// 404 when the order has no schedule, or what [`charge`](Self::charge) fails with.
    pub fn charge_scheduled(&mut self, merchant_uid: &str) -> Result<String, Refusal> {
        let schedule = self.schedules.get(merchant_uid)?.clone();
        let at = schedule.at;
        let charged = self.charge_for(schedule);
        let result = charged.clone().map_err(|refusal| refusal.message);
        self.schedules.set(merchant_uid, at, State::Made(self.now, result))?;
        charged
    }

    fn charge_for(&mut self, schedule: Schedule) -> Result<String, Refusal> {
        let Schedule { customer_uid, mut order, .. } = schedule;
        match self.billing_keys.get(&customer_uid).cloned() {
            Some(key) => {
                order.channel = key.channel_near(&order.channel);
                self.charge(order.by_card(&key.card), By::Schedule(&key))
            }
            // The docs tell merchants to look for schedules before they delete a key, so a
            // deletion alone does not cancel them.
            None => self.fail_without_key(order, &customer_uid),
        }
    }

    fn fail_without_key(&mut self, order: Order, customer_uid: &str) -> Result<String, Refusal> {
        self.unpaid(&order.merchant_uid)?;
        let order = order.with("customer_uid", customer_uid);
        let imp_uid = self.enter(order.with("customer_uid_usage", "payment.scheduled"))?;
        self.fail(&imp_uid, &format!("billing key {customer_uid} was deleted"))?;
        Ok(imp_uid)
    }
}
