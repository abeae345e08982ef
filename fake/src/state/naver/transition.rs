//! State machine of product orders: allowed steps and the states they lead to.

use super::product_order_state::{Claim, ProductOrderState, ProductOrderStatus as Status};
use super::step::NaverStep as Step;

impl ProductOrderState {
    /// Returns the state after a step, or `None` if the step is not allowed.
    pub fn transition(self, step: Step) -> Option<Self> {
        match self.claim.filter(|claim| !claim.is_closed()) {
            None => self.transition_without_claim(step),
            Some(claim) => self.transition_with_claim(claim, step),
        }
    }

    fn transition_without_claim(self, step: Step) -> Option<Self> {
        match (self.status, step) {
            (Status::Paid, Step::Place) if !self.placed => Some(Self { placed: true, ..self }),
            (Status::Paid, Step::Ship) if self.placed => Some(self.at(Status::Delivering)),
            (Status::Paid, Step::Cancel) => Some(self.canceled()),
            // A cancellation needs approval only after the seller has accepted the order.
            (Status::Paid, Step::RequestCancel) if !self.placed => Some(self.canceled()),
            (Status::Paid, Step::RequestCancel) => Some(self.with(Claim::CancelRequest)),
            (Status::Delivering, Step::Deliver) => Some(self.at(Status::Delivered)),
            (Status::Delivering | Status::Delivered, Step::RequestReturn) => {
                Some(self.with(Claim::ReturnRequest))
            }
            (Status::Delivering | Status::Delivered, Step::RequestExchange) => {
                Some(self.with(Claim::ExchangeRequest))
            }
            (Status::Delivered, Step::Decide) => Some(self.at(Status::Decided)),
            _ => None,
        }
    }

    fn transition_with_claim(self, claim: Claim, step: Step) -> Option<Self> {
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

    /// Returns the state after a refund.
    pub fn canceled(self) -> Self {
        self.at(Status::Canceled).with(Claim::CancelDone)
    }
}
