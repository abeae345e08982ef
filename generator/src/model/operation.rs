//! Operations: one call of the API each.

use super::field::Field;
use super::gateway::Gateway;
use super::not_found::NotFound;
use super::parameter::{ParamLocation, Parameter};
use super::reconcile::Reconcile;
use super::responses::{MULTI_STATUS, Pagination, PartialSuccess};
use super::route::Route;
use super::type_ref::{Item, TypeId, TypeRef};

/// The query parameter that includes payments of test channels in the response.
const INCLUDE_TEST_PAYMENTS: &str = "include_sandbox";

/// One call of the API.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The method on the handle: `issue`.
    pub name: String,
    /// The request struct: `IssueVbank`.
    pub request: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// The docs' own name: `createVbank`.
    pub docs_id: Option<String>,
    /// Method and path.
    pub route: Route,
    /// True if the call carries the access token.
    pub authorized: bool,
    /// True if the same request may be sent twice.
    pub idempotent: bool,
    /// The reads that determine the outcome of a request whose response was lost: the first one
    /// whose keys the request has.
    pub reconcile: Vec<Reconcile>,
    /// True if it is a read that requests are reconciled by.
    pub is_reconcile_read: bool,
    /// The responses that prove that there is no record.
    pub not_found: Vec<NotFound>,
    /// Groups of parameters, by their names on the wire, of each of which one at least is required.
    pub one_of: Vec<Vec<String>>,
    /// The names on the wire of the identifiers, and of the amount, that request and response share.
    pub identity: Vec<String>,
    /// The gateways that support it; all when empty.
    pub gateways: Vec<Gateway>,
    /// Notes about single gateways.
    pub notes: Vec<(Gateway, String)>,
    /// The date of the first docs that do not list it any more.
    pub undocumented_since: Option<String>,
    /// Path, query and body, in the order of the schema.
    pub parameters: Vec<Parameter>,
    /// The type of the envelope's `response`.
    pub returns: Option<TypeRef>,
    /// The record in `error` of the envelope of a rejection.
    pub error: Option<TypeId>,
    /// The list that it returns page by page.
    pub pagination: Option<Pagination>,
    /// The items of a response that can be incomplete.
    pub partial: Option<PartialSuccess>,
    /// The documented statuses other than 200.
    pub errors: Vec<(u16, String)>,
    /// The official page, at this operation.
    pub page: String,
}

impl Operation {
    /// The types of the schema that are read from its responses.
    pub fn answered(&self) -> impl Iterator<Item = TypeId> + use<> {
        let returned = self.returns.and_then(|ty| ty.item.named());
        returned.into_iter().chain(self.error)
    }

    /// True if the parameter may be left out only if another one is there.
    pub fn is_alternative(&self, wire: &str) -> bool {
        self.one_of.iter().flatten().any(|name| name == wire)
    }

    /// The documented statuses that are errors.
    pub fn failures(&self) -> impl Iterator<Item = &(u16, String)> {
        let partial = self.partial.is_some();
        self.errors.iter().filter(move |(status, _)| !(partial && *status == MULTI_STATUS))
    }

    /// The parameter that includes payments of test channels in the response, if the operation has one.
    pub fn test_payments(&self) -> Option<&Field> {
        let mut query =
            self.parameters.iter().filter(|parameter| parameter.location == ParamLocation::Query);
        let is_it = |field: &Field| {
            field.wire == INCLUDE_TEST_PAYMENTS && field.ty.item == Item::Boolean && !field.ty.list
        };
        query.find(|parameter| is_it(&parameter.field)).map(|parameter| &parameter.field)
    }

    /// The method that returns the items of all pages.
    pub fn items_method(&self) -> String {
        items_method(&self.name)
    }
}

/// The method that returns the items of all pages of an operation of this name.
pub fn items_method(operation: &str) -> String {
    format!("{operation}_items")
}
