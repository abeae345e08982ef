//! Notifications that PortOne sends to the merchant's server: webhooks.
//!
//! A V1 notification has **no signature**: anybody can send one. So it is good for one thing, to know
//! which payment to look up. [`UntrustedNotification::parse`] reads one, and
//! [`verify`](UntrustedNotification::verify) asks the server for the payment and compares it with
//! the order:
//!
//! 1. Parse the body. When that fails, answer 400.
//! 2. Find the order in your own database by [`merchant_uid`](UntrustedNotification::merchant_uid).
//! 3. Verify with what *the order* costs, never with an amount that came over the network.
//! 4. Do what the payment is for, unless it was done before, and answer 200 quickly: PortOne takes
//!    anything else, or none in time, for a failure.
//!
//! ```
//! # use portone_v1_runtime::internal::PaymentSource;
//! use portone_v1_runtime::webhook::{UntrustedNotification, Verified, VerifyError};
//!
//! # fn price_in_database(merchant_uid: &str) -> Option<i64> { Some(1000) }
//! # fn deliver_once<P>(payment: &Verified<P>) {}
//! /// Returns the HTTP status to answer with. The client is a `portone_v1::Client`.
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
//! What else a handler has to live with:
//!
//! - **Duplicates.** The same notification can come again, by itself or because somebody sends it
//!   again in the console. Remember which `imp_uid` were handled, in the transaction that handles them.
//! - **No order.** A notification of a cancellation can be there before that of the payment. What the
//!   server says of the payment now is what counts, and `verify` asks it each time.
//! - **The browser races it.** The buyer's browser comes back to your site before, after, or at the
//!   same time, or never. Let both ways lead into the same function.
//! - **`ready` is not paid.** A virtual account was issued, and nobody has paid into it yet.
//! - **Silence.** PortOne sends again only if that is turned on in the console, a few times within
//!   minutes. Look up orders that stay open. A cancellation through the API notifies nobody unless its
//!   request says so.
//!
//! Notifications come from [`SOURCE_ADDRESSES`]. Comparing keeps noise out and proves nothing: behind a
//! proxy, the address of the peer is the proxy's own, and a header `X-Forwarded-For` can be written by
//! anybody. Trust only the part of it that your own proxy appended, and verify in any case.

mod difference;
mod error;
mod expected;
mod fields;
mod notification;
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
