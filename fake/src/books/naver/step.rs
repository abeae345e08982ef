//! What is done with product orders, by whom ever.

/// A step of a product order: the seller's own by the API or in Naver Pay's seller centre, the buyer's,
/// or the courier's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// The seller accepts the order.
    Place,
    /// The seller sends the goods.
    Ship,
    /// The seller gives the money back, before anything is sent.
    Cancel,
    /// The buyer wants the money back before anything is sent; it goes back at once, unless the seller
    /// has accepted the order.
    AskForCancel,
    /// The seller gives it back.
    ApproveCancel,
    /// The courier hands the goods over, or those that they are exchanged for.
    Deliver,
    /// The buyer keeps them.
    Decide,
    /// The goods are to come back, and the money.
    RequestReturn,
    /// The seller lets them wait.
    WithholdReturn,
    /// The seller waits no longer.
    ResolveReturn,
    /// The seller gives the money back.
    ApproveReturn,
    /// The seller does not.
    RejectReturn,
    /// The buyer wants other goods.
    AskForExchange,
    /// The seller agrees, which only the seller centre can say.
    ApproveExchange,
    /// The seller has the goods back.
    CollectExchanged,
    /// The seller sends the others.
    ShipExchanged,
}

/// The API's own names of the steps that it has, and ours of the others.
const CODES: [(Step, &str); 16] = [
    (Step::Place, "place"),
    (Step::Ship, "ship"),
    (Step::Cancel, "cancel"),
    (Step::AskForCancel, "ask_for_cancel"),
    (Step::ApproveCancel, "approve_cancel"),
    (Step::Deliver, "deliver"),
    (Step::Decide, "decide"),
    (Step::RequestReturn, "request_return"),
    (Step::WithholdReturn, "withhold_return"),
    (Step::ResolveReturn, "resolve_return"),
    (Step::ApproveReturn, "approve_return"),
    (Step::RejectReturn, "reject_return"),
    (Step::AskForExchange, "ask_for_exchange"),
    (Step::ApproveExchange, "approve_exchange"),
    (Step::CollectExchanged, "collect_exchanged"),
    (Step::ShipExchanged, "ship_exchanged"),
];

impl Step {
    /// The step of this name.
    pub fn of(code: &str) -> Option<Self> {
        CODES.iter().find(|(_, known)| *known == code).map(|(step, _)| *step)
    }

    /// Its name.
    pub fn code(self) -> &'static str {
        CODES.iter().find(|(known, _)| *known == self).map_or("", |(_, code)| code)
    }
}
