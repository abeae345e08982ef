//! Queue of payments that wait for the merchant's confirmation.

use std::collections::VecDeque;
use std::sync::Arc;

use tokio::sync::Notify;

use crate::state::confirmation::Confirmation;

/// Waiting payments, and the one that is being asked about.
#[derive(Debug, Default)]
pub struct Confirmations {
    waiting: VecDeque<Confirmation>,
    asking: Option<Confirmation>,
    wakeup: Arc<Notify>,
}

impl Confirmations {
    /// Adds payments.
    pub fn add(&mut self, confirmations: Vec<Confirmation>) {
        self.waiting.extend(confirmations);
        self.wakeup.notify_one();
    }

    /// Returns the next payment, which must be [finished](Self::finish) before the next one.
    pub fn take(&mut self) -> Option<Confirmation> {
        self.asking = self.waiting.pop_front();
        self.asking.clone()
    }

    /// Finishes a payment. Returns `false` if it was forgotten in the meantime.
    pub fn finish(&mut self, confirmation: &Confirmation) -> bool {
        self.asking.take_if(|asking| asking == confirmation).is_some()
    }

    /// Returns `true` if no payment waits.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.asking.is_none()
    }

    /// Returns the signal for new payments.
    pub fn wakeup(&self) -> Arc<Notify> {
        Arc::clone(&self.wakeup)
    }

    /// Forgets all payments.
    pub fn clear(&mut self) {
        self.waiting.clear();
        self.asking = None;
    }
}
