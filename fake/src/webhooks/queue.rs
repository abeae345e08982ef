//! Queue of webhook deliveries, which are sent one after another.

use std::collections::{BTreeMap, VecDeque};

use super::delivery::{Attempt, WebhookDelivery};
use crate::api_error::ApiError;

/// Maximum number of pending deliveries, and of finished ones that are kept.
const MAX_DELIVERIES: usize = 10_000;

/// Order in which withheld webhooks are released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReleaseOrder {
    /// In the order of the events.
    InOrder,
    /// In reverse order.
    Reversed,
    /// In a random order, determined by the seed.
    Shuffled(u64),
}

/// Pending, withheld, current and finished deliveries.
#[derive(Debug, Default)]
pub struct Queue {
    last_number: u64,
    last_position: u64,
    /// By due time and position in the queue.
    pending: BTreeMap<(i64, u64), WebhookDelivery>,
    withheld: Vec<WebhookDelivery>,
    sending: Option<WebhookDelivery>,
    finished: VecDeque<WebhookDelivery>,
}

impl Queue {
    /// Adds a delivery and assigns its number.
    pub fn add(&mut self, mut delivery: WebhookDelivery, withheld: bool) -> u64 {
        self.last_number += 1;
        delivery.number = self.last_number;
        if delivery.error.is_none() && self.pending.len() + self.withheld.len() >= MAX_DELIVERIES {
            delivery.error = Some(format!("the maximum is {MAX_DELIVERIES} pending webhooks"));
        }
        match delivery.error {
            Some(_) => self.finish_delivery(delivery),
            None if withheld => self.withheld.push(delivery),
            None => self.schedule(delivery),
        }
        self.last_number
    }

    fn schedule(&mut self, delivery: WebhookDelivery) {
        self.last_position += 1;
        self.pending.insert((delivery.due, self.last_position), delivery);
    }

    fn finish_delivery(&mut self, mut delivery: WebhookDelivery) {
        delivery.pending = false;
        self.finished.push_back(delivery);
        if self.finished.len() > MAX_DELIVERIES {
            self.finished.pop_front();
        }
    }

    /// Releases all withheld deliveries.
    pub fn release(&mut self, now: i64, order: ReleaseOrder) {
        let mut released = std::mem::take(&mut self.withheld);
        match order {
            ReleaseOrder::InOrder => {}
            ReleaseOrder::Reversed => released.reverse(),
            ReleaseOrder::Shuffled(seed) => fastrand::Rng::with_seed(seed).shuffle(&mut released),
        }
        self.schedule_all(released, now);
    }

    /// Releases one withheld delivery.
    ///
    /// # Errors
    /// 404 when there is none with this number.
    pub fn release_one(&mut self, now: i64, number: u64) -> Result<(), ApiError> {
        let index = self.withheld.iter().position(|delivery| delivery.number == number);
        let index =
            index.ok_or_else(|| ApiError::not_found(format_args!("withheld webhook {number}")))?;
        let mut delivery = self.withheld.remove(index);
        delivery.due = now;
        self.schedule(delivery);
        Ok(())
    }

    /// Releases the withheld deliveries of an order.
    pub fn release_order(&mut self, now: i64, merchant_uid: &str) {
        let withheld = std::mem::take(&mut self.withheld);
        let is_of_order = |one: &WebhookDelivery| one.order == merchant_uid;
        let (released, rest) = withheld.into_iter().partition(is_of_order);
        self.withheld = rest;
        self.schedule_all(released, now);
    }

    fn schedule_all(&mut self, released: Vec<WebhookDelivery>, now: i64) {
        for mut delivery in released {
            delivery.due = now;
            self.schedule(delivery);
        }
    }

    /// Returns the next due delivery, unless one is being sent.
    pub fn take_due(&mut self, now: i64) -> Option<WebhookDelivery> {
        if self.sending.is_some() {
            return None;
        }
        let first = self.pending.first_entry().filter(|first| first.key().0 <= now)?;
        self.sending.insert(first.remove()).clone().into()
    }

    /// Records the attempt of the delivery that is being sent, unless the queue was cleared.
    pub fn finish(&mut self, number: u64, attempt: Attempt, retries: bool) {
        let Some(mut delivery) = self.sending.take_if(|sending| sending.number == number) else {
            return;
        };
        delivery.record(attempt, retries);
        if delivery.pending { self.schedule(delivery) } else { self.finish_delivery(delivery) }
    }

    /// Returns `true` if no delivery is due or being sent.
    pub fn is_idle(&self, now: i64) -> bool {
        let due = self.pending.first_key_value().is_some_and(|((due, _), _)| *due <= now);
        self.sending.is_none() && !due
    }

    /// Returns all deliveries, by number.
    pub fn all(&self) -> Vec<WebhookDelivery> {
        let pending = self.pending.values().chain(&self.withheld).chain(&self.sending);
        let mut all: Vec<_> = self.finished.iter().chain(pending).cloned().collect();
        all.sort_by_key(WebhookDelivery::number);
        all
    }

    /// Removes all deliveries. Numbers go on, so that one being sent is not confused with another.
    pub fn clear(&mut self) {
        *self = Self { last_number: self.last_number, ..Self::default() };
    }
}
