//! Steps of product orders.

/// Step of a product order, by the seller through the API or Naver Pay's seller centre, by the buyer
/// or by the courier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NaverStep {
    /// The seller accepts the order.
    Place,
    /// The seller ships the goods.
    Ship,
    /// The seller cancels and refunds the order before shipping.
    Cancel,
    /// The buyer requests a cancellation before shipping; it is refunded immediately, unless the seller
    /// has accepted the order.
    RequestCancel,
    /// The seller approves the cancellation and refunds.
    ApproveCancel,
    /// The courier delivers the goods, or the replacement.
    Deliver,
    /// The buyer confirms the purchase.
    Decide,
    /// The buyer or the seller requests a return.
    RequestReturn,
    /// The seller puts the return on hold.
    WithholdReturn,
    /// The seller ends the hold.
    ResolveReturn,
    /// The seller approves the return and refunds.
    ApproveReturn,
    /// The seller rejects the return.
    RejectReturn,
    /// The buyer requests an exchange.
    RequestExchange,
    /// The seller approves the exchange, which only the seller centre supports.
    ApproveExchange,
    /// The seller has collected the goods.
    CollectExchanged,
    /// The seller ships the replacement.
    ShipExchanged,
}

/// Names of the steps: the API's where it has the step.
const CODES: [(NaverStep, &str); 16] = [
    (NaverStep::Place, "place"),
    (NaverStep::Ship, "ship"),
    (NaverStep::Cancel, "cancel"),
    (NaverStep::RequestCancel, "request_cancel"),
    (NaverStep::ApproveCancel, "approve_cancel"),
    (NaverStep::Deliver, "deliver"),
    (NaverStep::Decide, "decide"),
    (NaverStep::RequestReturn, "request_return"),
    (NaverStep::WithholdReturn, "withhold_return"),
    (NaverStep::ResolveReturn, "resolve_return"),
    (NaverStep::ApproveReturn, "approve_return"),
    (NaverStep::RejectReturn, "reject_return"),
    (NaverStep::RequestExchange, "request_exchange"),
    (NaverStep::ApproveExchange, "approve_exchange"),
    (NaverStep::CollectExchanged, "collect_exchanged"),
    (NaverStep::ShipExchanged, "ship_exchanged"),
];

impl NaverStep {
    /// Returns the step with this name.
    pub fn of(code: &str) -> Option<Self> {
        CODES.iter().find(|(_, known)| *known == code).map(|(step, _)| *step)
    }

    /// Returns the name.
    pub fn code(self) -> &'static str {
        CODES.iter().find(|(known, _)| *known == self).map_or("", |(_, code)| code)
    }
}
