//! Properties of responses: partial success, lists in pages, and the payment of a webhook.

use super::operation_id::OperationId;
use super::type_ref::{Item, TypeId};

/// The status of a response in which a part of the request failed.
pub const MULTI_STATUS: u16 = 207;

/// A list that is returned page by page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// The record that is one page.
    pub page: TypeId,
    /// The type of the items.
    pub item: Item,
    /// The Rust name of the field with the items.
    pub list: String,
    /// The Rust name of the field with the number of the next page.
    pub next: String,
    /// True if every page has that number.
    pub next_required: bool,
}

/// A response that can be incomplete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialSuccess {
    /// The type of the items.
    pub item: Item,
    /// The documented meaning of an incomplete response.
    pub doc: String,
}

/// The operation that reads one payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentLookup {
    /// The operation.
    pub operation: OperationId,
    /// The record it returns, which always has the fields that verification compares.
    pub payment: TypeId,
}
