//! What becomes of webhooks on their way.

mod settings;

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::{Entry, PREFIX, number, optional, text};
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::webhooks::{Delivery, Release, WebhookForm};

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    ("GET", "webhooks", "Lists the webhooks: sent, to be sent, and not sent.", list),
    (
        "POST",
        "webhooks",
        "Sets where webhooks go, how, how often and when: url, content_type, copies, delay, withheld, resends.",
        settings::set,
    ),
    (
        "POST",
        RELEASE,
        "Sends the withheld webhooks: order in_order, reversed or shuffled with seed; or one by number.",
        release,
    ),
    (
        "POST",
        "webhooks/notify",
        "Tells the shop once more how a payment stands: imp_uid, tier.",
        notify,
    ),
    ("POST", "webhooks/forge", "Tells an address something that nobody said: url, claim.", forge),
    ("POST", SETTLE, "Answers when nothing that is due is still to be sent.", list),
];

const RELEASE: &str = "webhooks/release";
const SETTLE: &str = "webhooks/settle";

/// Whether the answer to a request waits for all webhooks that are due.
pub fn waits(request: &Request) -> bool {
    request.path.strip_prefix(PREFIX) == Some(SETTLE)
}

impl Fake {
    /// Sends webhooks to this address where a payment names none.
    pub fn set_webhook(&self, url: impl Into<String>) {
        self.core().world().webhooks.console.url = Some(url.into());
    }

    /// Writes the next webhooks like this.
    pub fn set_webhook_form(&self, form: WebhookForm) {
        self.core().world().webhooks.console.form = form;
    }

    /// Tells a shop again that does not answer 2xx: five times, a minute of the server's time apart.
    pub fn resend_webhooks(&self, resends: bool) {
        self.core().world().webhooks.console.resends = resends;
    }

    /// Sends each of the next webhooks so many times, at most 100; with 0, none is sent.
    pub fn duplicate_webhooks(&self, copies: u32) {
        self.core().world().webhooks.habits.copies = copies;
    }

    /// Sends the next webhooks when so much of the server's time has passed, in whole seconds.
    pub fn delay_webhooks(&self, delay: Duration) {
        self.core().world().webhooks.habits.delay = delay;
    }

    /// Sends no webhook until it is released.
    pub fn withhold_webhooks(&self) {
        self.core().world().webhooks.habits.withheld = true;
    }

    /// Sends those that were withheld, in this order, and withholds no more.
    pub fn release_webhooks(&self, order: Release) {
        let world = &mut *self.core().world();
        world.webhooks.release(world.clock.now(), order);
    }

    /// Sends one of those that are withheld, by its [number](Delivery::number).
    ///
    /// # Errors
    /// Fails when there is none of this number.
    pub fn release_webhook(&self, number: u64) -> Result<(), Refusal> {
        let world = &mut *self.core().world();
        world.webhooks.release_one(world.clock.now(), number)
    }

    /// The last webhooks: sent, to be sent, and not sent.
    pub fn webhooks(&self) -> Vec<Delivery> {
        self.core().world().webhooks.deliveries()
    }

    /// Tells the shop once more how a payment stands.
    ///
    /// # Errors
    /// Fails when there is no such payment.
    pub fn notify(&self, imp_uid: &str) -> Result<(), Refusal> {
        self.core().world().act(None, |books| books.tell(imp_uid))
    }

    /// Tells an address something that nobody said, written as webhooks are. Returns the number of the
    /// delivery. It is not withheld, delayed or duplicated.
    ///
    /// # Errors
    /// Fails when `claim` is no object, or the address may not be told anything.
    pub fn forge(&self, url: &str, claim: &Value) -> Result<u64, Refusal> {
        forge_claim(self.core(), url, claim)
    }

    /// Waits until no webhook that is due is still to be sent. Those that wait for time to pass, or are
    /// withheld, are not due.
    pub async fn settle(&self) {
        self.core().settle().await;
    }

    /// The same, for tests without async.
    pub fn settle_blocking(&self) {
        let core = self.core();
        core.settled.wait_blocking(|| core.world().is_settled());
    }
}

impl Core {
    /// Waits until no webhook that is due is still to be sent.
    pub async fn settle(&self) {
        self.settled.wait(|| self.world().is_settled()).await;
    }
}

fn forge_claim(core: &Core, url: &str, claim: &Value) -> Result<u64, Refusal> {
    let claim = claim.as_object().ok_or_else(|| Refusal::invalid("the claim is no object"))?;
    let world = &mut *core.world();
    world.webhooks.forge(world.clock.now(), url, claim)
}

fn list(core: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    Ok(core.world().webhooks.deliveries().iter().map(record).collect())
}

fn record(delivery: &Delivery) -> Value {
    json!({
        "number": delivery.number(),
        "at": delivery.at(),
        "url": delivery.url(),
        "content_type": delivery.content_type(),
        "body": delivery.body(),
        "attempts": delivery.attempts(),
        "waiting": delivery.is_waiting(),
        "status": delivery.status(),
        "problem": delivery.problem(),
    })
}

fn release(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let world = &mut *core.world();
    let now = world.clock.now();
    if values.contains_key("number") {
        world.webhooks.release_one(now, number(values, "number")?)?;
        return Ok(json!({}));
    }
    let order = match optional(values, "order").as_deref() {
        None | Some("in_order") => Release::InOrder,
        Some("reversed") => Release::Reversed,
        Some("shuffled") => Release::Shuffled(number(values, "seed")?),
        Some(_) => return Err(Refusal::invalid("order is in_order, reversed or shuffled")),
    };
    world.webhooks.release(now, order);
    Ok(json!({}))
}

fn notify(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let tier = values.get("tier").and_then(Value::as_str);
    let imp_uid = text(values, "imp_uid")?;
    core.world().act(tier, |books| books.tell(imp_uid))?;
    Ok(json!({}))
}

fn forge(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let claim = values.get("claim").ok_or_else(|| Refusal::missing("claim"))?;
    let number = forge_claim(core, text(values, "url")?, claim)?;
    Ok(json!({ "number": number }))
}
