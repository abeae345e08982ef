//! Configuration of webhooks: by the merchant, and by the test.

use std::time::Duration;

use super::format::WebhookFormat;

/// Webhook settings of PortOne's console.
#[derive(Clone, Debug, Default)]
pub struct WebhookConfig {
    /// Address for payments that have none.
    pub url: Option<String>,
    /// Format of the body.
    pub format: WebhookFormat,
    /// `true` if a webhook without a response, or with a 5xx, is sent again: five times, a minute
    /// apart.
    pub retries: bool,
}

/// Limits of a request to the merchant's server.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// Time for the connection.
    pub connect: Duration,
    /// Time for the response.
    pub read: Duration,
    /// Time for all of a webhook that is sent again, in place of the two others.
    pub resend: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            read: Duration::from_secs(30),
            resend: Duration::from_secs(15),
        }
    }
}

/// Maximum number of copies of a webhook.
pub const MAX_COPIES: u32 = 100;

/// Modified delivery of webhooks, for tests.
#[derive(Clone, Copy, Debug)]
pub struct DeliveryOptions {
    /// Number of times that each webhook is sent.
    pub copies: u32,
    /// Delay on the server's clock.
    pub delay: Duration,
    /// `true` if webhooks are withheld until they are released.
    pub withheld: bool,
}

impl Default for DeliveryOptions {
    fn default() -> Self {
        Self { copies: 1, delay: Duration::ZERO, withheld: false }
    }
}
