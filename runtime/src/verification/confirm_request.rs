//! The request of the confirm process, which PortOne sends right before it approves a payment.

use std::time::Duration;

use rust_decimal::Decimal;

use super::confirm_response::ConfirmResponse;
use super::error::ParseError;
use super::identifiers;
use super::request_fields::RequestFields;
use crate::json::exact_decimal;

const AMOUNT: &str = "amount";

/// The request to `confirm_url`: whether PortOne shall approve a payment. PortOne waits
/// [10 seconds](Self::TIME_LIMIT) for the response, and approves only after a 200.
///
/// This is where a shop checks stock and price, and the last chance to stop a payment. It is untrusted
/// input, and **nothing is paid yet**: deliver after [`verify`](super::UntrustedPayment::verify) only.
#[derive(Clone, Debug)]
pub struct ConfirmRequest {
    imp_uid: String,
    merchant_uid: String,
    amount: Decimal,
}

impl ConfirmRequest {
    /// The time that PortOne waits for the response; without one, the payment is not approved.
    pub const TIME_LIMIT: Duration = Duration::from_secs(10);

    /// Parses the body of a request, JSON or a form. Without a content type, the format is detected.
    ///
    /// # Errors
    ///
    /// If the body is not a valid request; respond with the error's [`status`](ParseError::status), which
    /// is 400: the payment is not approved then.
    pub fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self, ParseError> {
        let fields = RequestFields::of_body(content_type, body)?;
        let amount = exact_decimal(fields.required(AMOUNT)?).ok_or(ParseError::Invalid(AMOUNT))?;
        Ok(Self {
            imp_uid: identifiers::required_imp_uid(&fields)?,
            merchant_uid: identifiers::required_merchant_uid(&fields)?,
            amount,
        })
    }

    /// The identifier of the payment at PortOne.
    pub fn imp_uid(&self) -> &str {
        &self.imp_uid
    }

    /// The identifier of the order in the merchant's own database.
    pub fn merchant_uid(&self) -> &str {
        &self.merchant_uid
    }

    /// The amount that the buyer is about to pay, in the currency of the payment, which the request does
    /// not name.
    pub fn amount(&self) -> Decimal {
        self.amount
    }

    /// Compares the amount with that of the order, which comes from the merchant's own database: approves
    /// the payment if they are equal, and refuses it otherwise.
    pub fn compare(&self, expected: impl Into<Decimal>) -> ConfirmResponse {
        match self.amount == expected.into() {
            true => ConfirmResponse::approve(),
            false => ConfirmResponse::refuse("결제 금액이 주문 금액과 다릅니다."),
        }
    }
}
