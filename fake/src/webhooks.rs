//! What the merchant's shop is told, when, and whether it listened.

mod delivery;
mod form;
mod queue;
pub mod sender;
mod settled;
mod target;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value};
use tokio::sync::Notify;

pub use self::delivery::Delivery;
pub use self::form::WebhookForm;
pub use self::queue::Release;
pub use self::settled::Settled;

use self::delivery::Attempt;
use self::queue::Queue;
use crate::notification::Notification;
use crate::refusal::Refusal;

/// What the console of the merchant says of webhooks.
#[derive(Clone, Debug, Default)]
pub struct Console {
    /// Where those go whose payment names no address.
    pub url: Option<String>,
    /// How the body is written.
    pub form: WebhookForm,
    /// Whether a shop that does not answer 2xx is told again: five times, a minute apart.
    pub resends: bool,
}

/// More than any shop needs to see that it takes one webhook for one.
pub const MOST_COPIES: u32 = 100;

/// What tests do to webhooks on their way.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    /// How often each is sent.
    pub copies: u32,
    /// How much of the server's time passes before.
    pub delay: Duration,
    /// Whether they wait until they are released.
    pub withheld: bool,
}

impl Default for Habits {
    fn default() -> Self {
        Self { copies: 1, delay: Duration::ZERO, withheld: false }
    }
}

/// Everything that was told, or is to be.
#[derive(Debug)]
pub struct Webhooks {
    /// What the console says now.
    pub console: Console,
    /// What happens to those that are still to come.
    pub habits: Habits,
    first_console: Console,
    allowed: BTreeSet<String>,
    queue: Queue,
    bell: Arc<Notify>,
}

impl Webhooks {
    /// Nothing was told yet. Beside this machine, only these hosts are told anything.
    pub fn new(console: Console, allowed: BTreeSet<String>) -> Self {
        Self {
            console: console.clone(),
            habits: Habits::default(),
            first_console: console,
            allowed,
            queue: Queue::default(),
            bell: Arc::default(),
        }
    }

    /// Takes what happened at this time, to tell it.
    pub fn collect(&mut self, at: i64, told: &Notification) {
        for url in self.addresses(told) {
            for _ in 0..self.habits.copies.min(MOST_COPIES) {
                let mut delivery = self.write(at, url.clone(), &told.body);
                let delay = i64::try_from(self.habits.delay.as_secs()).unwrap_or(i64::MAX);
                delivery.due = at.saturating_add(delay);
                self.queue.add(delivery, self.habits.withheld);
            }
        }
        self.ring();
    }

    /// Tells an address something that nobody said, at once. Returns the number of the delivery.
    ///
    /// # Errors
    /// Fails when the address may not be told anything.
    pub fn forge(&mut self, at: i64, url: &str, body: &Map<String, Value>) -> Result<u64, Refusal> {
        target::check(url, &self.allowed).map_err(Refusal::invalid)?;
        let delivery = self.write(at, Some(url.to_owned()), body);
        let number = self.queue.add(delivery, false);
        self.ring();
        Ok(number)
    }

    fn addresses(&self, told: &Notification) -> Vec<Option<String>> {
        if told.urls.is_empty() {
            return vec![self.console.url.clone()];
        }
        told.urls.iter().cloned().map(Some).collect()
    }

    fn write(&self, at: i64, url: Option<String>, body: &Map<String, Value>) -> Delivery {
        let form = self.console.form;
        let mut delivery = Delivery::new(at, url, form.content_type(), form.write(body));
        let checked = match delivery.url() {
            None => Err("the payment has no notice_url, and the console no address".to_owned()),
            Some(url) => target::check(url, &self.allowed),
        };
        delivery.problem = checked.err();
        delivery
    }

    /// Sends those that are withheld, and withholds no more.
    pub fn release(&mut self, now: i64, order: Release) {
        self.habits.withheld = false;
        self.queue.release(now, order);
        self.ring();
    }

    /// Sends one of those that are withheld.
    ///
    /// # Errors
    /// 404 when there is none of this number.
    pub fn release_one(&mut self, now: i64, number: u64) -> Result<(), Refusal> {
        self.queue.release_one(now, number)?;
        self.ring();
        Ok(())
    }

    /// What is to be sent now; it must be [finished](Self::finish) before there is more.
    pub fn take_due(&mut self, now: i64) -> Option<Delivery> {
        self.queue.take_due(now)
    }

    /// What became of it.
    pub fn finish(&mut self, number: u64, attempt: Attempt) {
        self.queue.finish(number, attempt, self.console.resends);
    }

    /// Whether nothing that is due is still to be sent.
    pub fn is_settled(&self, now: i64) -> bool {
        self.queue.is_settled(now)
    }

    /// All that are remembered, in the order in which they came up.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.queue.all()
    }

    /// What rings when there may be something to send.
    pub fn bell(&self) -> Arc<Notify> {
        Arc::clone(&self.bell)
    }

    /// Has the sender look.
    pub fn ring(&self) {
        self.bell.notify_one();
    }

    /// Begins again, as the server did.
    pub fn reset(&mut self) {
        self.console = self.first_console.clone();
        self.habits = Habits::default();
        self.queue.clear();
    }
}
