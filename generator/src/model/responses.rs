//! Properties of responses: partial success, lists in pages, and the payment of a webhook.

use std::collections::BTreeSet;

use super::{Api, Item, Operation, OperationId, TypeId};

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

impl Operation {
    /// The documented statuses that are errors.
    pub fn failures(&self) -> impl Iterator<Item = &(u16, String)> {
        let partial = self.partial.is_some();
        self.errors.iter().filter(move |(status, _)| !(partial && *status == MULTI_STATUS))
    }

    /// The method that returns the items of all pages.
    pub fn items_method(&self) -> String {
        items_method(&self.name)
    }
}

impl Api {
    /// The pagination whose pages are this record.
    pub fn pagination_of(&self, page: TypeId) -> Option<&Pagination> {
        self.operations()
            .filter_map(|operation| operation.pagination.as_ref())
            .find(|pagination| pagination.page == page)
    }

    /// The types that responses hold.
    pub fn answered(&self) -> BTreeSet<TypeId> {
        let returned = self.operations().filter_map(|operation| operation.returns?.item.named());
        self.closure(returned.collect())
    }
}

/// The method that returns the items of all pages of an operation of this name.
pub fn items_method(operation: &str) -> String {
    format!("{operation}_items")
}
