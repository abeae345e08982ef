//! Webhooks: the notifications that PortOne sends to the merchant's server.
//!
//! A V1 webhook has **no signature**: anyone can send one. It is untrusted input that only identifies
//! a payment. [`UntrustedNotification::parse`] parses one, and
//! [`verify`](UntrustedNotification::verify) fetches the payment from the server and compares it with
//! the order:
//!
//! 1. Parse the body. If that fails, respond with 400.
//! 2. Find the order in your own database by [`merchant_uid`](UntrustedNotification::merchant_uid).
//! 3. Verify with the price of *the order*, never with an amount that came over the network.
//! 4. Deliver, unless the order was delivered before, and respond with 200 quickly: PortOne treats any
//!    other status, and a timeout, as a failure.
//!
//! ```
//! # use portone_v1_runtime::internal::PaymentSource;
//! use portone_v1_runtime::webhook::{UntrustedNotification, Verified, VerifyError};
//!
//! # fn price_in_database(merchant_uid: &str) -> Option<i64> { Some(1000) }
//! # fn deliver_once<P>(payment: &Verified<P>) {}
//! /// Returns the HTTP status of the response. The client is a `portone_v1::Client`.
//! async fn webhook(client: &impl PaymentSource, content_type: Option<&str>, body: &[u8]) -> u16 {
//!     let Ok(notification) = UntrustedNotification::parse(content_type, body) else {
//!         return 400;
//!     };
//!     let Some(price) = price_in_database(notification.merchant_uid()) else {
//!         return 200;
//!     };
//!     match notification.verify(client, price).await {
//!         Ok(payment) => deliver_once(&payment),
//!         Err(VerifyError::Call(_)) => return 500,
//!         Err(error) => eprintln!("{error}"),
//!     }
//!     200
//! }
//! ```
//!
//! A handler must also expect the following:
//!
//! - **Duplicates.** A notification can be repeated, by PortOne or from the console. Store the `imp_uid`
//!   of handled notifications, in the transaction that handles them.
//! - **Reordering.** A notification of a cancellation can arrive before that of the payment. Only the
//!   current state of the payment counts, which `verify` fetches each time.
//! - **A race with the browser.** The buyer's browser returns to your site before, after, at the same
//!   time, or never. Handle both in the same function.
//! - **`ready` is not paid.** A virtual account was issued, and nothing was paid into it yet.
//! - **Missing notifications.** PortOne retries only if that is enabled in the console, a few times
//!   within minutes. Look up orders that stay open. A cancellation through the API sends a notification
//!   only if its request says so.
//!
//! Notifications come from [`SOURCE_ADDRESSES`]. Comparing the address filters noise and proves nothing:
//! behind a proxy, the address of the peer is that of the proxy, and anyone can write a header
//! `X-Forwarded-For`. Trust only the part of it that your own proxy appended, and verify in any case.

mod difference;
mod error;
mod expected;
mod notification;
mod notification_fields;
pub(crate) mod payment_source;
mod source_addresses;
mod verified;
mod verify;

pub use difference::{Difference, PaymentMismatch};
pub use error::{VerifyError, WebhookError};
pub use expected::Expected;
pub use notification::UntrustedNotification;
pub use source_addresses::{SOURCE_ADDRESSES, is_source};
pub use verified::Verified;
