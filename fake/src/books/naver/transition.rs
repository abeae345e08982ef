//! Which steps can be taken from where, and where they lead.

use super::state::{Claim, State, Status};
use super::step::Step;

impl State {
    /// Where a step leads, if it can be taken from here.
    pub fn after(self, step: Step) -> Option<Self> {
        match self.claim.filter(|claim| !claim.is_over()) {
            None => self.forward(step),
            Some(claim) => self.claimed(claim, step),
        }
    }

    /// While nothing is to be undone.
    fn forward(self, step: Step) -> Option<Self> {
        match (self.status, step) {
            (Status::Paid, Step::Place) if !self.placed => Some(Self { placed: true, ..self }),
            (Status::Paid, Step::Ship) if self.placed => Some(self.at(Status::Delivering)),
            (Status::Paid, Step::Cancel) => Some(self.canceled()),
            // The seller has a say only after accepting the order.
            (Status::Paid, Step::AskForCancel) if !self.placed => Some(self.canceled()),
            (Status::Paid, Step::AskForCancel) => Some(self.with(Claim::CancelRequest)),
            (Status::Delivering, Step::Deliver) => Some(self.at(Status::Delivered)),
            (Status::Delivering | Status::Delivered, Step::RequestReturn) => {
                Some(self.with(Claim::ReturnRequest))
            }
            (Status::Delivering | Status::Delivered, Step::AskForExchange) => {
                Some(self.with(Claim::ExchangeRequest))
            }
            (Status::Delivered, Step::Decide) => Some(self.at(Status::Decided)),
            _ => None,
        }
    }

    /// While something is.
    fn claimed(self, claim: Claim, step: Step) -> Option<Self> {
        match (claim, step) {
            (Claim::CancelRequest, Step::ApproveCancel) => Some(self.canceled()),
            (Claim::ReturnRequest, Step::WithholdReturn) if !self.on_hold => {
                Some(Self { on_hold: true, ..self })
            }
            (Claim::ReturnRequest, Step::ResolveReturn) if self.on_hold => {
                Some(Self { on_hold: false, ..self })
            }
            (Claim::ReturnRequest, Step::ApproveReturn) if !self.on_hold => {
                Some(self.at(Status::Returned).with(Claim::ReturnDone))
            }
            (Claim::ReturnRequest, Step::RejectReturn) if !self.on_hold => {
                Some(self.with(Claim::ReturnReject))
            }
            (Claim::ExchangeRequest, Step::ApproveExchange) => {
                Some(self.with(Claim::ExchangeCollecting))
            }
            (Claim::ExchangeCollecting, Step::CollectExchanged) => {
                Some(self.with(Claim::ExchangeCollected))
            }
            (Claim::ExchangeCollected, Step::ShipExchanged) => {
                Some(self.with(Claim::ExchangeRedelivering))
            }
            (Claim::ExchangeRedelivering, Step::Deliver) => {
                Some(self.at(Status::Exchanged).with(Claim::ExchangeDone))
            }
            _ => None,
        }
    }

    fn at(self, status: Status) -> Self {
        Self { status, ..self }
    }

    fn with(self, claim: Claim) -> Self {
        Self { claim: Some(claim), ..self }
    }

    /// With the money gone back.
    pub fn canceled(self) -> Self {
        self.at(Status::Canceled).with(Claim::CancelDone)
    }
}
