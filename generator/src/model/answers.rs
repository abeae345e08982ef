//! What follows from how an operation answers: success in part, and lists in pages.

use std::collections::BTreeSet;

use super::{Api, Field, Item, Operation, Place, Shape, TypeId, TypeRef};

/// The status that says that some of what was asked for failed.
const MULTI_STATUS: u16 = 207;

/// The parameter that asks for a page. All lists in pages have it.
pub const PAGE: &str = "page";

/// The field that holds the items of a page.
const LIST: &str = "list";

/// The field that holds the number of the page after.
const NEXT: &str = "next";

/// A record that is one page of a list.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The record.
    pub id: TypeId,
    /// What is listed.
    pub item: Item,
    /// The items.
    pub list: &'a Field,
    /// The number of the page after.
    pub next: &'a Field,
}

impl Operation {
    /// The items of an answer that can be incomplete: a list, with a documented 207.
    pub fn partial(&self) -> Option<Item> {
        let listed = self.returns.filter(|ty| ty.list && self.is_multi_status());
        listed.map(|ty| ty.item)
    }

    fn is_multi_status(&self) -> bool {
        self.errors.iter().any(|(status, _)| *status == MULTI_STATUS)
    }

    /// The documented statuses that are errors.
    pub fn failures(&self) -> impl Iterator<Item = &(u16, String)> {
        let partial = self.partial().is_some();
        self.errors.iter().filter(move |(status, _)| !(partial && *status == MULTI_STATUS))
    }

    /// What the docs say of an answer that is incomplete.
    pub fn incomplete(&self) -> Option<&str> {
        self.partial()?;
        let told = self.errors.iter().find(|(status, _)| *status == MULTI_STATUS);
        told.map(|(_, text)| text.as_str())
    }

    /// The method that goes through all pages of an operation.
    pub fn items_method(&self) -> String {
        items_method(&self.name)
    }
}

impl Api {
    /// The page that an operation answers, if it lists page by page.
    pub fn page_of(&self, operation: &Operation) -> Option<Page<'_>> {
        let is_page = |field: &Field| field.wire == PAGE && is_number(field.ty);
        let asks = operation
            .parameters
            .iter()
            .any(|parameter| parameter.place == Place::Query && is_page(&parameter.field));
        let returned = operation.returns.filter(|ty| asks && !ty.list)?;
        self.page(returned.item.named()?)
    }

    /// What a record lists, if it is one page of a list.
    pub fn page(&self, id: TypeId) -> Option<Page<'_>> {
        let Shape::Record(fields) = &self.ty(id).shape else { return None };
        let find = |wire: &str| fields.iter().find(|field| field.wire == wire);
        let list = find(LIST).filter(|field| field.ty.list)?;
        let next = find(NEXT).filter(|field| is_number(field.ty))?;
        let usable = !self.ty(id).sent;
        usable.then_some(Page { id, item: list.ty.item, list, next })
    }

    /// The records that are pages of some operation's list.
    pub fn pages(&self) -> impl Iterator<Item = TypeId> {
        let operations = self.sections.iter().flat_map(|section| &section.operations);
        operations.filter_map(|operation| Some(self.page_of(operation)?.id))
    }

    /// The records, enumerations and choices that answers hold.
    pub fn answered(&self) -> BTreeSet<TypeId> {
        let operations = self.sections.iter().flat_map(|section| &section.operations);
        let returned = operations.filter_map(|operation| operation.returns?.item.named());
        self.closure(returned.collect())
    }
}

/// The method that goes through all pages of an operation of this name.
pub fn items_method(operation: &str) -> String {
    format!("{operation}_items")
}

fn is_number(ty: TypeRef) -> bool {
    !ty.list && ty.item == Item::Integer
}
