//! Verification: the only way from an untrusted request to a payment that a shop may deliver for.
//!
//! The result of a payment reaches a shop in several ways. None of them is signed: anyone can send any
//! of them. Each is parsed into the identifiers of a payment and nothing else, an
//! [`UntrustedPayment`]; [`verify`](UntrustedPayment::verify) reads the payment from the server,
//! compares it with the order, and returns it as [`Verified`].
//!
//! | way into the shop | parsed by |
//! |---|---|
//! | the page posts the object of the browser's callback | [`WindowResult::parse`] |
//! | the browser comes back to `m_redirect_url` with a query | [`WindowResult::from_query`] |
//! | PortOne sends a webhook | [`UntrustedNotification::parse`] |
//! | PortOne asks `confirm_url` before it approves the payment | [`ConfirmRequest::parse`] |
//! | nothing comes at all, so the shop looks at its open orders | [`UntrustedPayment::of_order`] |
//!
//! A function that delivers takes a [`Verified`] payment:
//!
//! 1. Parse the request. If that fails, respond with [`ParseError::status`].
//! 2. Find the order in your own database by `merchant_uid`.
//! 3. Verify with the price of *the order*, never with an amount that came over the network.
//! 4. Deliver, unless the order was delivered before. Respond to a webhook with 200 quickly: PortOne
//!    treats any other status, and a timeout, as a failure.
//!
//! ```
//! use portone_v1::Client;
//! use portone_v1::types::Payment;
//! use portone_v1::verification::{
//!     ConfirmRequest, ConfirmResponse, UntrustedNotification, UntrustedPayment, Verified,
//!     VerifyError, WindowResult,
//! };
//!
//! # fn price_in_database(merchant_uid: &str) -> Option<i64> { Some(1000) }
//! # fn is_in_stock(merchant_uid: &str) -> bool { true }
//! # fn deliver_once(payment: &Verified<Payment>) {}
//! /// Delivers if the payment is verified.
//! async fn complete(client: &Client, payment: &UntrustedPayment) -> Result<(), VerifyError> {
//!     if let Some(price) = price_in_database(payment.merchant_uid()) {
//!         deliver_once(&payment.verify(client, price).await?);
//!     }
//!     Ok(())
//! }
//!
//! /// Returns the status of the response to a webhook.
//! async fn webhook(client: &Client, content_type: Option<&str>, body: &[u8]) -> u16 {
//!     match UntrustedNotification::parse(content_type, body) {
//!         Err(error) => error.status(),
//!         Ok(notification) => match complete(client, notification.payment()).await {
//!             Err(error) => error.webhook_status(),
//!             Ok(()) => 200,
//!         },
//!     }
//! }
//!
//! /// Returns the text of the page at `m_redirect_url`.
//! async fn redirect(client: &Client, query: &str) -> String {
//!     match WindowResult::from_query(query) {
//!         Err(error) => error.to_string(),
//!         Ok(WindowResult::Refused(_)) => "The payment was not made.".to_owned(),
//!         Ok(WindowResult::Payment(payment)) => match complete(client, &payment).await {
//!             Err(error) => error.to_string(),
//!             Ok(()) => "Thank you.".to_owned(),
//!         },
//!     }
//! }
//!
//! /// Returns status and body of the response to `confirm_url`, within 10 seconds.
//! fn confirm(content_type: Option<&str>, body: &[u8]) -> (u16, String) {
//!     let response = match ConfirmRequest::parse(content_type, body) {
//!         Err(error) => return (error.status(), error.to_string()),
//!         Ok(request) => match price_in_database(request.merchant_uid()) {
//!             None => ConfirmResponse::refuse("no such order"),
//!             Some(_) if !is_in_stock(request.merchant_uid()) => ConfirmResponse::refuse("sold out"),
//!             Some(price) => request.compare(price),
//!         },
//!     };
//!     (response.status(), response.body())
//! }
//! ```
//!
//! A shop must also expect the following:
//!
//! - **Duplicates.** A webhook can be repeated, by PortOne or from the console. Store the `imp_uid` of
//!   handled payments, in the transaction that handles them.
//! - **Reordering.** A webhook of a cancellation can arrive before that of the payment. Only the current
//!   state of the payment counts, which `verify` reads each time.
//! - **A race with the browser.** The buyer's browser returns to your site before the webhook, after it,
//!   at the same time, or never. Handle both in the same function.
//! - **`ready` is not paid.** A virtual account was issued, and nothing was paid into it yet.
//! - **Missing webhooks.** PortOne retries only if that is enabled in the console, a few times within
//!   minutes. Look up orders that stay open, and never give one up unseen. A cancellation through the API
//!   sends a webhook only if its request says so.
//! - **Test payments.** Through a test channel, no money moves. Such a payment is verified only by a
//!   client that [includes](crate::ClientBuilder::include_test_payments) them, and
//!   [`Verified::is_test`] tells.
//!
//! Webhooks come from [`SOURCE_ADDRESSES`]. Comparing the address filters noise and proves nothing:
//! behind a proxy, the address of the peer is that of the proxy, and anyone can write a header
//! `X-Forwarded-For`. Trust only the part of it that your own proxy appended, and verify in any case.

mod confirm_request;
mod confirm_response;
mod difference;
mod error;
mod expected;
mod field_value;
mod identifiers;
mod notification;
pub(crate) mod payment_source;
mod request_fields;
mod source_addresses;
mod untrusted_payment;
mod verified;
mod verify;
mod window_result;

pub use confirm_request::ConfirmRequest;
pub use confirm_response::ConfirmResponse;
pub use difference::{Difference, PaymentMismatch};
pub use error::{ParseError, VerifyError};
pub use expected::Expected;
pub use notification::UntrustedNotification;
pub use source_addresses::{SOURCE_ADDRESSES, is_source};
pub use untrusted_payment::UntrustedPayment;
pub use verified::Verified;
pub use window_result::{WindowRefusal, WindowResult};
