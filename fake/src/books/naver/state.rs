//! Where a product order stands.

use std::fmt;

/// How far a product order has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// The money is there.
    #[default]
    Paid,
    /// The goods are on their way.
    Delivering,
    /// The buyer has them.
    Delivered,
    /// The buyer keeps them.
    Decided,
    /// The buyer has others for them.
    Exchanged,
    /// The money went back before they were sent.
    Canceled,
    /// The money went back when they did.
    Returned,
}

/// What is to be undone, and how far that has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The buyer asked for the money.
    CancelRequest,
    /// The money went back.
    CancelDone,
    /// Goods are to come back.
    ReturnRequest,
    /// They did, and the money too.
    ReturnDone,
    /// The seller does not take them back.
    ReturnReject,
    /// The buyer wants others.
    ExchangeRequest,
    /// The seller fetches the goods.
    ExchangeCollecting,
    /// The seller has the goods.
    ExchangeCollected,
    /// Others are on their way.
    ExchangeRedelivering,
    /// The buyer has them.
    ExchangeDone,
}

/// All that decides which steps can be taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// How far it has come.
    pub status: Status,
    /// What is, or was, to be undone.
    pub claim: Option<Claim>,
    /// Whether the seller has accepted the order.
    pub placed: bool,
    /// Whether a return waits for something.
    pub on_hold: bool,
}

impl Status {
    /// The code on the wire.
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
    /// The codes on the wire: `claim_type` and `claim_status`.
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

    /// Whether nothing is left to be done about it.
    pub fn is_over(self) -> bool {
        matches!(
            self,
            Self::CancelDone | Self::ReturnDone | Self::ReturnReject | Self::ExchangeDone
        )
    }
}

impl State {
    /// Whether the money has gone back, which no step can be taken after.
    pub fn is_refunded(self) -> bool {
        matches!(self.status, Status::Canceled | Status::Returned)
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.status.code())?;
        if self.status == Status::Paid && !self.placed {
            formatter.write_str(", not placed")?;
        }
        if let Some(claim) = self.claim {
            write!(formatter, ", {}", claim.codes().1)?;
        }
        if self.on_hold { formatter.write_str(", on hold") } else { Ok(()) }
    }
}
