//! Webhooks: settings, release, forgery and deliveries.

mod settings;

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::arguments::{number, optional, text};
use super::command::{CONTROL_PREFIX, Command};
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::request::HttpRequest;
use crate::webhooks::{ReleaseOrder, WebhookDelivery, WebhookFormat};

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new("GET", "webhooks", "Lists the webhooks.", list),
    Command::new(
        "POST",
        "webhooks",
        "Configures webhooks: url, content_type, copies, delay, withheld, retries.",
        settings::set,
    ),
    Command::new(
        "POST",
        RELEASE,
        "Releases the withheld webhooks: order (in_order, reversed, or shuffled with seed), or number.",
        release,
    ),
    Command::new(
        "POST",
        "webhooks/notify",
        "Sends a webhook with the current status of a payment: imp_uid, tier.",
        notify,
    ),
    Command::new("POST", "webhooks/forge", "Sends a forged webhook: url, body.", forge),
    Command::new("POST", WAIT, "Waits until no due webhook is pending.", list),
];

const RELEASE: &str = "webhooks/release";
const WAIT: &str = "webhooks/wait";

/// Returns `true` if a request waits until no due webhook is pending.
pub fn waits_until_idle(request: &HttpRequest) -> bool {
    request.path.strip_prefix(CONTROL_PREFIX) == Some(WAIT)
}

impl Fake {
    /// Sets the webhook address for payments without a `notice_url`.
    pub fn set_webhook_url(&self, url: impl Into<String>) {
        self.app().state().webhooks.config.url = Some(url.into());
    }

    /// Sets the format of the next webhooks.
    pub fn set_webhook_format(&self, format: WebhookFormat) {
        self.app().state().webhooks.config.format = format;
    }

    /// Sets whether a webhook without a response, or with a 5xx, is sent again: five times, a minute of
    /// the server's time apart.
    pub fn retry_webhooks(&self, retries: bool) {
        self.app().state().webhooks.config.retries = retries;
    }

    /// Sends each of the next webhooks this many times, at most 100; with 0, none is sent.
    pub fn duplicate_webhooks(&self, copies: u32) {
        self.app().state().webhooks.options.copies = copies;
    }

    /// Delays the next webhooks by this much of the server's time, in whole seconds.
    pub fn delay_webhooks(&self, delay: Duration) {
        self.app().state().webhooks.options.delay = delay;
    }

    /// Withholds the next webhooks until they are released.
    pub fn withhold_webhooks(&self) {
        self.app().state().webhooks.options.withheld = true;
    }

    /// Releases all withheld webhooks in this order, and withholds no more.
    pub fn release_webhooks(&self, order: ReleaseOrder) {
        let state = &mut *self.app().state();
        state.webhooks.release(state.clock.now(), order);
    }

    /// Releases one withheld webhook by its [number](WebhookDelivery::number).
    ///
    /// # Errors
    /// Fails when there is none with this number.
    pub fn release_webhook(&self, number: u64) -> Result<(), ApiError> {
        let state = &mut *self.app().state();
        state.webhooks.release_one(state.clock.now(), number)
    }

    /// Returns the webhooks, pending and finished.
    pub fn webhooks(&self) -> Vec<WebhookDelivery> {
        self.app().state().webhooks.deliveries()
    }

    /// Sends a webhook with the current status of a payment.
    ///
    /// # Errors
    /// Fails when there is no such payment.
    pub fn notify(&self, imp_uid: &str) -> Result<(), ApiError> {
        self.app().state().with_merchant(None, |state| state.notify(imp_uid))
    }

    /// Sends a forged webhook in the configured format. Returns the number of the delivery. It is not
    /// withheld, delayed or duplicated.
    ///
    /// # Errors
    /// Fails when `body` is not an object, or the address is not allowed.
    pub fn forge_webhook(&self, url: &str, body: &Value) -> Result<u64, ApiError> {
        send_forged(self.app(), url, body)
    }

    /// Waits until no due webhook and no confirmation is pending. Delayed and withheld webhooks are not
    /// due.
    pub async fn wait_until_idle(&self) {
        self.app().wait_until_idle().await;
    }

    /// Waits until no due webhook and no confirmation is pending, for tests without async.
    pub fn wait_until_idle_blocking(&self) {
        self.app().wait_until_idle_blocking();
    }
}

fn send_forged(app: &App, url: &str, body: &Value) -> Result<u64, ApiError> {
    let body = body.as_object().ok_or_else(|| ApiError::bad_request("body must be an object"))?;
    let state = &mut *app.state();
    state.webhooks.forge(state.clock.now(), url, body)
}

fn list(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    Ok(app.state().webhooks.deliveries().iter().map(to_json).collect())
}

fn to_json(delivery: &WebhookDelivery) -> Value {
    json!({
        "number": delivery.number(),
        "at": delivery.at(),
        "url": delivery.url(),
        "content_type": delivery.content_type(),
        "body": delivery.body(),
        "attempts": delivery.attempts(),
        "pending": delivery.is_pending(),
        "status": delivery.status(),
        "error": delivery.error(),
    })
}

fn release(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let state = &mut *app.state();
    let now = state.clock.now();
    if values.contains_key("number") {
        state.webhooks.release_one(now, number(values, "number")?)?;
        return Ok(json!({}));
    }
    let order = match optional(values, "order").as_deref() {
        None | Some("in_order") => ReleaseOrder::InOrder,
        Some("reversed") => ReleaseOrder::Reversed,
        Some("shuffled") => ReleaseOrder::Shuffled(number(values, "seed")?),
        Some(_) => {
            return Err(ApiError::bad_request("order must be in_order, reversed or shuffled"));
        }
    };
    state.webhooks.release(now, order);
    Ok(json!({}))
}

fn notify(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let tier = values.get("tier").and_then(Value::as_str);
    let imp_uid = text(values, "imp_uid")?;
    app.state().with_merchant(tier, |state| state.notify(imp_uid))?;
    Ok(json!({}))
}

fn forge(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let body = values.get("body").ok_or_else(|| ApiError::missing_parameter("body"))?;
    let number = send_forged(app, text(values, "url")?, body)?;
    Ok(json!({ "number": number }))
}
