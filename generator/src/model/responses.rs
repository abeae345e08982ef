//! Properties of responses: partial success, lists in pages, and the payment that is verified.

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
    /// True if every page that is read has that number.
    pub always_has_next: bool,
}

/// A response that can be incomplete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialSuccess {
    /// The type of the items.
    pub item: Item,
    /// The documented meaning of an incomplete response.
    pub doc: String,
}

/// The operations that read one payment, in the same section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentLookup {
    /// The operation that reads it by its own identifier.
    pub operation: OperationId,
    /// The operation that reads it by its order, in a status if one is given.
    pub by_order: OperationId,
    /// The record that both return, which always has the fields that verification compares.
    pub payment: TypeId,
}
