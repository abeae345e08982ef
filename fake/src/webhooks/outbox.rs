//! Webhooks of a server.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map, Value};
use tokio::sync::Notify;

use super::config::{DeliveryOptions, MAX_COPIES, WebhookConfig};
use super::delivery::{Attempt, WebhookDelivery};
use super::hosts;
use super::queue::{Queue, ReleaseOrder};
use crate::api_error::ApiError;
use crate::state::notification::Notification;

/// Webhooks of a server, pending and finished.
#[derive(Debug)]
pub struct Webhooks {
    /// Current configuration.
    pub config: WebhookConfig,
    /// Options of the next deliveries.
    pub options: DeliveryOptions,
    initial_config: WebhookConfig,
    allowed_hosts: BTreeSet<String>,
    held_orders: BTreeSet<String>,
    queue: Queue,
    wakeup: Arc<Notify>,
}

impl Webhooks {
    /// Creates webhooks that are sent only to the local machine and to the allowed hosts.
    pub fn new(config: WebhookConfig, allowed_hosts: BTreeSet<String>) -> Self {
        Self {
            config: config.clone(),
            options: DeliveryOptions::default(),
            initial_config: config,
            allowed_hosts,
            held_orders: BTreeSet::new(),
            queue: Queue::default(),
            wakeup: Arc::default(),
        }
    }

    /// Enqueues the deliveries of a notification.
    pub fn enqueue(&mut self, at: i64, notification: &Notification) {
        let order = notification.merchant_uid().to_owned();
        let withheld = self.options.withheld || self.held_orders.contains(&order);
        for url in self.addresses(notification) {
            for _ in 0..self.options.copies.min(MAX_COPIES) {
                let mut delivery = self.delivery(at, url.clone(), &notification.body);
                let delay = i64::try_from(self.options.delay.as_secs()).unwrap_or(i64::MAX);
                delivery.due = at.saturating_add(delay);
                delivery.order.clone_from(&order);
                self.queue.add(delivery, withheld);
            }
        }
        self.wake_worker();
    }

    /// Sends a forged webhook immediately. Returns the number of the delivery.
    ///
    /// # Errors
    /// 400 when the address is not allowed.
    pub fn forge(
        &mut self,
        at: i64,
        url: &str,
        body: &Map<String, Value>,
    ) -> Result<u64, ApiError> {
        self.check_address(url)?;
        let delivery = self.delivery(at, Some(url.to_owned()), body);
        let number = self.queue.add(delivery, false);
        self.wake_worker();
        Ok(number)
    }

    /// Checks that requests may be sent to an address.
    ///
    /// # Errors
    /// 400 when the address is not allowed.
    pub fn check_address(&self, url: &str) -> Result<(), ApiError> {
        hosts::check(url, &self.allowed_hosts).map_err(ApiError::bad_request)
    }

    fn addresses(&self, notification: &Notification) -> Vec<Option<String>> {
        if notification.urls.is_empty() {
            return vec![self.config.url.clone()];
        }
        notification.urls.iter().cloned().map(Some).collect()
    }

    fn delivery(&self, at: i64, url: Option<String>, body: &Map<String, Value>) -> WebhookDelivery {
        let format = self.config.format;
        let mut delivery = WebhookDelivery::new(at, url, format.content_type(), format.write(body));
        let checked = match delivery.url() {
            None => Err("the payment has no notice_url and no webhook URL is set".to_owned()),
            Some(url) => hosts::check(url, &self.allowed_hosts),
        };
        delivery.error = checked.err();
        delivery
    }

    /// Releases all withheld webhooks, and withholds no more.
    pub fn release(&mut self, now: i64, order: ReleaseOrder) {
        self.options.withheld = false;
        self.held_orders.clear();
        self.queue.release(now, order);
        self.wake_worker();
    }

    /// Releases one withheld webhook.
    ///
    /// # Errors
    /// 404 when there is none with this number.
    pub fn release_one(&mut self, now: i64, number: u64) -> Result<(), ApiError> {
        self.queue.release_one(now, number)?;
        self.wake_worker();
        Ok(())
    }

    /// Withholds the webhooks of an order, until they are released.
    pub fn hold_order(&mut self, merchant_uid: &str) {
        self.held_orders.insert(merchant_uid.to_owned());
    }

    /// Releases the withheld webhooks of an order, and withholds no more of it.
    pub fn release_order(&mut self, now: i64, merchant_uid: &str) {
        self.held_orders.remove(merchant_uid);
        self.queue.release_order(now, merchant_uid);
        self.wake_worker();
    }

    /// Returns the next due delivery, which must be [finished](Self::finish) before the next one.
    pub fn take_due(&mut self, now: i64) -> Option<WebhookDelivery> {
        self.queue.take_due(now)
    }

    /// Records the attempt of a delivery.
    pub fn finish(&mut self, number: u64, attempt: Attempt) {
        self.queue.finish(number, attempt, self.config.retries);
    }

    /// Returns `true` if no delivery is due or being sent.
    pub fn is_idle(&self, now: i64) -> bool {
        self.queue.is_idle(now)
    }

    /// Returns all deliveries, by number.
    pub fn deliveries(&self) -> Vec<WebhookDelivery> {
        self.queue.all()
    }

    /// Returns the signal that wakes the delivery worker.
    pub fn wakeup(&self) -> Arc<Notify> {
        Arc::clone(&self.wakeup)
    }

    /// Wakes the delivery worker, to look for due webhooks.
    pub fn wake_worker(&self) {
        self.wakeup.notify_one();
    }

    /// Restores the initial configuration and removes all deliveries.
    pub fn reset(&mut self) {
        self.config = self.initial_config.clone();
        self.options = DeliveryOptions::default();
        self.held_orders.clear();
        self.queue.clear();
    }
}
