//! Webhooks: configuration, queue, deliveries and their results.

mod config;
mod delivery;
mod format;
mod hosts;
mod outbox;
mod queue;

pub use self::config::{MAX_COPIES, Timeouts, WebhookConfig};
pub use self::delivery::{Attempt, WebhookDelivery};
pub use self::format::WebhookFormat;
pub use self::outbox::Webhooks;
pub use self::queue::ReleaseOrder;
