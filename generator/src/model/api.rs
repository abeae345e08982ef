//! The whole API.

use std::collections::BTreeSet;

use super::dependencies::closure;
use super::operation::Operation;
use super::operation_id::OperationId;
use super::responses::{Pagination, PaymentLookup};
use super::rules::is_type_ruled;
use super::section::Section;
use super::shared_module::SharedModule;
use super::type_ref::TypeId;
use super::types::Type;

/// The whole API.
#[derive(Clone, Debug)]
pub struct Api {
    /// The API's Korean name.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// The base URL of the API.
    pub base_url: String,
    /// The date of the docs that the schema was last compared with.
    pub revision: String,
    /// The sections, in the order of the docs' index.
    pub sections: Vec<Section>,
    /// The files of shared types and code tables.
    pub shared_modules: Vec<SharedModule>,
    /// Every type, wherever it is declared; a [`TypeId`] is a place in this list.
    pub types: Vec<Type>,
    /// The code table that lists the gateways.
    pub gateways: Option<TypeId>,
    /// The operation that reads one payment, for verifying webhooks.
    pub payment_lookup: Option<PaymentLookup>,
}

impl Api {
    /// The type behind an id.
    pub fn ty(&self, id: TypeId) -> &Type {
        &self.types[id.0]
    }

    /// These types and every type that they hold, directly or through others.
    pub fn closure(&self, types: BTreeSet<TypeId>) -> BTreeSet<TypeId> {
        closure(types, |id| &self.ty(id).shape)
    }

    /// The operation behind an id, with its section.
    pub fn operation(&self, id: OperationId) -> (&Section, &Operation) {
        let section = &self.sections[id.section];
        (section, &section.operations[id.operation])
    }

    /// The name of an operation with its section: `payments.get`.
    pub fn operation_name(&self, id: OperationId) -> String {
        let (section, operation) = self.operation(id);
        format!("{}.{}", section.name, operation.name)
    }

    /// All operations, in the order of the sections.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.sections.iter().flat_map(|section| &section.operations)
    }

    /// The number of operations.
    pub fn operation_count(&self) -> usize {
        self.sections.iter().map(|section| section.operations.len()).sum()
    }
}

impl Api {
    /// True if a type, or one that it holds, has constraints.
    pub fn is_type_ruled(&self, id: TypeId) -> bool {
        is_type_ruled(id, &self.types)
    }

    /// True if one type holds another, directly or through others.
    pub fn holds(&self, outer: TypeId, inner: TypeId) -> bool {
        self.closure(self.ty(outer).shape.named().collect()).contains(&inner)
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
        self.closure(self.operations().flat_map(Operation::answered).collect())
    }

    /// The operations whose rejections have this record in `error`, as `section.operation`.
    pub fn rejected_with(&self, id: TypeId) -> Vec<String> {
        let sections = self.sections.iter().flat_map(|section| {
            section.operations.iter().map(move |operation| (section, operation))
        });
        let rejected = sections.filter(|(_, operation)| operation.error == Some(id));
        rejected
            .map(|(section, operation)| format!("{}.{}", section.name, operation.name))
            .collect()
    }
}
