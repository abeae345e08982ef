//! State of a product order: status and claim.

use std::fmt;

/// Status of a product order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProductOrderStatus {
    /// The buyer has paid.
    #[default]
    Paid,
    /// The goods are shipped.
    Delivering,
    /// The goods are delivered.
    Delivered,
    /// The buyer has confirmed the purchase.
    Decided,
    /// The goods were exchanged.
    Exchanged,
    /// The order was refunded before shipping.
    Canceled,
    /// The goods were returned and refunded.
    Returned,
}

/// Claim on a product order: cancel, return or exchange, with its progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The buyer requested a cancellation.
    CancelRequest,
    /// The order is cancelled and refunded.
    CancelDone,
    /// A return is requested.
    ReturnRequest,
    /// The goods are returned and refunded.
    ReturnDone,
    /// The seller rejected the return.
    ReturnReject,
    /// The buyer requested an exchange.
    ExchangeRequest,
    /// The goods are being collected.
    ExchangeCollecting,
    /// The goods are collected.
    ExchangeCollected,
    /// The replacement is shipped.
    ExchangeRedelivering,
    /// The replacement is delivered.
    ExchangeDone,
}

/// State that determines the allowed steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProductOrderState {
    /// Current status.
    pub status: ProductOrderStatus,
    /// Current or last claim.
    pub claim: Option<Claim>,
    /// `true` once the seller has accepted the order.
    pub placed: bool,
    /// `true` while a return is on hold.
    pub on_hold: bool,
}

impl ProductOrderStatus {
    /// Returns the code on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paid => "PAYED",
            Self::Delivering => "DELIVERING",
            Self::Delivered => "DELIVERED",
            Self::Decided => "PURCHASE_DECIDED",
            Self::Exchanged => "EXCHANGED",
            Self::Canceled => "CANCELED",
            Self::Returned => "RETURNED",
        }
    }
}

impl Claim {
    /// Returns the codes on the wire: `claim_type` and `claim_status`.
    pub fn codes(self) -> (&'static str, &'static str) {
        match self {
            Self::CancelRequest => ("CANCEL", "CANCEL_REQUEST"),
            Self::CancelDone => ("CANCEL", "CANCEL_DONE"),
            Self::ReturnRequest => ("RETURN", "RETURN_REQUEST"),
            Self::ReturnDone => ("RETURN", "RETURN_DONE"),
            Self::ReturnReject => ("RETURN", "RETURN_REJECT"),
            Self::ExchangeRequest => ("EXCHANGE", "EXCHANGE_REQUEST"),
            Self::ExchangeCollecting => ("EXCHANGE", "COLLECTING"),
            Self::ExchangeCollected => ("EXCHANGE", "COLLECT_DONE"),
            Self::ExchangeRedelivering => ("EXCHANGE", "EXCHANGE_REDELIVERING"),
            Self::ExchangeDone => ("EXCHANGE", "EXCHANGE_DONE"),
        }
    }

    /// Returns `true` if the claim is closed.
    pub fn is_closed(self) -> bool {
        matches!(
            self,
            Self::CancelDone | Self::ReturnDone | Self::ReturnReject | Self::ExchangeDone
        )
    }
}

impl ProductOrderState {
    /// Returns `true` if the order is refunded, after which no step is allowed.
    pub fn is_refunded(self) -> bool {
        matches!(self.status, ProductOrderStatus::Canceled | ProductOrderStatus::Returned)
    }
}

impl fmt::Display for ProductOrderState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.status.code())?;
        if self.status == ProductOrderStatus::Paid && !self.placed {
            formatter.write_str(", not placed")?;
        }
        if let Some(claim) = self.claim {
            write!(formatter, ", {}", claim.codes().1)?;
        }
        if self.on_hold { formatter.write_str(", on hold") } else { Ok(()) }
    }
}
