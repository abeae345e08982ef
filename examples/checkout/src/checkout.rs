//! The shop: what it does with a payment that somebody claims.

use std::fmt;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use portone_v1::Client;
use portone_v1::verification::{Difference, UntrustedPayment, VerifyError};

use crate::orders::{Delivery, Orders};
use crate::settings::Settings;

/// State of the shop, which clones share.
#[derive(Clone)]
pub struct Checkout {
    /// The client of PortOne.
    pub client: Client,
    /// The orders.
    pub orders: Orders,
    /// The settings.
    pub settings: Settings,
}

/// The outcome of checking a claimed payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// The order is paid, and its parcel is sent.
    Paid,
    /// A virtual account waits for its deposit, or the payment is not completed.
    Waiting,
    /// The order is not paid: the payment failed, is a test, is of another order, or does not exist.
    NotPaid,
    /// There is no such order.
    NoOrder,
}

impl Completion {
    /// Returns the word for the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Waiting => "waiting",
            Self::NotPaid => "not_paid",
            Self::NoOrder => "no_order",
        }
    }
}

impl Checkout {
    /// Verifies a payment, and delivers once. Every way into the shop ends here.
    pub async fn complete(&self, claimed: &UntrustedPayment) -> Result<Completion, CheckoutError> {
        // What the order costs is known here, and never taken from the network.
        let Some(order) = self.orders.find(claimed.merchant_uid()).await? else {
            return Ok(Completion::NoOrder);
        };
        match claimed.verify(&self.client, order.price).await {
            Ok(payment) => {
                let delivery =
                    self.orders.deliver_once(&order.merchant_uid, &payment.imp_uid).await?;
                if delivery == Delivery::PaidTwice {
                    eprintln!("{}: to be refunded, the order was paid before", payment.imp_uid);
                }
                Ok(Completion::Paid)
            }
            Err(VerifyError::Call(error)) => Err(CheckoutError::PortOne(error)),
            Err(refused) => {
                eprintln!("{}: not delivered: {refused}", order.merchant_uid);
                Ok(if is_ready(&refused) { Completion::Waiting } else { Completion::NotPaid })
            }
        }
    }
}

/// Returns `true` if the payment is right in everything, but not paid yet.
fn is_ready(refused: &VerifyError) -> bool {
    let VerifyError::Mismatch(mismatch) = refused else { return false };
    let is_ready =
        |one: &Difference| matches!(one, Difference::NotPaid(status) if status == "ready");
    mismatch.differences.iter().all(is_ready)
}

/// An error for which the sender has to try again.
#[derive(Debug)]
pub enum CheckoutError {
    /// PortOne could not be asked.
    PortOne(portone_v1::Error),
    /// The database could not be used.
    Database(rusqlite::Error),
}

impl fmt::Display for CheckoutError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortOne(error) => write!(formatter, "PortOne could not be asked: {error}"),
            Self::Database(error) => write!(formatter, "database: {error}"),
        }
    }
}

impl From<rusqlite::Error> for CheckoutError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl IntoResponse for CheckoutError {
    fn into_response(self) -> Response {
        eprintln!("{self}");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}
