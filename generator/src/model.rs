//! The API as decided: every name final, every reference resolved. Nothing in here can be wrong
//! any more, so nothing that reads it can fail.

mod dependencies;
mod operation_id;
mod responses;
mod rules;

pub use dependencies::closure;
pub use operation_id::OperationId;
pub use responses::{MULTI_STATUS, Pagination, PartialSuccess, PaymentLookup, items_method};

pub use crate::keywords::{Evidence, Requirement, Risk};

use std::collections::BTreeSet;

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
    pub libraries: Vec<Library>,
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

/// One section of the docs: a module, a cargo feature and a handle of the client.
#[derive(Clone, Debug)]
pub struct Section {
    /// Module, feature and client method: `vbanks`.
    pub name: String,
    /// The handle's struct: `Vbanks`.
    pub handle: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// The official page.
    pub page: String,
    /// The schema file.
    pub source: String,
    /// The calls.
    pub operations: Vec<Operation>,
    /// The types that only this section declares.
    pub types: Vec<TypeId>,
    /// The features of the libraries whose types it names.
    pub needs: BTreeSet<String>,
}

/// A file of shared types: a module behind a feature of its own.
#[derive(Clone, Debug)]
pub struct Library {
    /// The module: `payment`.
    pub name: String,
    /// The module above it: `types` or `codes`.
    pub room: &'static str,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// The schema file.
    pub source: String,
    /// The types it declares.
    pub types: Vec<TypeId>,
    /// The features of the libraries whose types it names.
    pub needs: BTreeSet<String>,
}

impl Library {
    /// The cargo feature it stands behind. Users switch on sections; these follow.
    pub fn feature(&self) -> String {
        feature(self.room, &self.name)
    }
}

/// The cargo feature of a module of shared types.
pub fn feature(room: &str, name: &str) -> String {
    format!("_{room}_{name}")
}

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
    /// The list that it returns page by page.
    pub pagination: Option<Pagination>,
    /// The items of a response that can be incomplete.
    pub partial: Option<PartialSuccess>,
    /// The documented statuses other than 200.
    pub errors: Vec<(u16, String)>,
    /// The official page, at this operation.
    pub page: String,
}

/// A read that determines the outcome of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconcile {
    /// The operation that reads.
    pub read: OperationId,
    /// Its method and path.
    pub route: Route,
    /// Which of the request's values go where in the read.
    pub keys: Vec<ReconcileKey>,
    /// The evidence that a found record gives.
    pub expect: Evidence,
}

/// A value of the request that a read looks a record up by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReconcileKey {
    /// The read's parameter, by its name on the wire.
    pub parameter: String,
    /// The part of the read that carries it.
    pub place: Place,
    /// The Rust names of the request's field and, for a list of records, of the field of each. With a
    /// list at the end or on the way, there is one read for each value.
    pub from: Vec<String>,
    /// The same names on the wire: `schedules.merchant_uid`.
    pub wire: String,
}

/// Method and path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The HTTP method.
    pub method: Method,
    /// The path with its placeholders.
    pub path: String,
}

impl Route {
    /// The names between braces, in order.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
    }
}

impl std::fmt::Display for Route {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.method.word(), self.path)
    }
}

/// An HTTP method that V1 uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `DELETE`
    Delete,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Get, Self::Post, Self::Put, Self::Delete];

    /// The word in a route.
    pub fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// A gateway as an operation or a rule names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gateway {
    /// The code on the wire.
    pub code: String,
    /// The Korean name.
    pub name: String,
}

/// A field and the part of the request it belongs to.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Path, query or body.
    pub place: Place,
    /// The field itself.
    pub field: Field,
}

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A placeholder of the route.
    Path,
    /// The query string.
    Query,
    /// The JSON body.
    Body,
}

impl Place {
    /// The word of the schema.
    pub fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Body => "body",
        }
    }
}

/// A parameter or a member of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name on the wire.
    pub wire: String,
    /// The name in Rust.
    pub name: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// Its type.
    pub ty: TypeRef,
    /// True if it is always present.
    pub required: bool,
    /// The greatest length in characters.
    pub max_length: Option<u32>,
    /// The least number.
    pub minimum: Option<u32>,
    /// The greatest number.
    pub maximum: Option<u32>,
    /// The value that the server uses when it is left out.
    pub default: Option<String>,
    /// The effect of leaving it out.
    pub omitted: Option<Omission>,
    /// The audience of its value.
    pub privacy: Privacy,
    /// The rules of single gateways.
    pub rules: Vec<GatewayRule>,
    /// The rule of the gateways without one of their own.
    pub others: Option<Requirement>,
    /// Fields and codes that make it required.
    pub conditions: Vec<Condition>,
    /// The reason for its deprecation.
    pub deprecated: Option<String>,
    /// True if the docs require it, even if real responses lack it.
    pub documented_required: bool,
    /// The date of the first docs that do not list it any more.
    pub undocumented_since: Option<String>,
}

/// The effect of leaving a parameter out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// Our English sentence.
    pub means: String,
    /// The explicit omission, if leaving it out by accident does harm.
    pub explicit: Option<ExplicitOmission>,
}

/// An enum of the generated code that `new` takes: the parameter is left out, or has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplicitOmission {
    /// The risk of leaving it out by accident.
    pub risk: Risk,
    /// The enum: `CancelAmount`.
    pub name: String,
    /// The variant that leaves it out: `Full`.
    pub omit: String,
    /// The variant that gives it: `Partial`.
    pub value: String,
}

/// The audience of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Privacy {
    /// Everybody.
    Open,
    /// It is about a person: hidden in `Debug`, logs and errors.
    Personal,
    /// It is a credential: hidden in `Debug`, logs and errors.
    Secret,
}

impl Privacy {
    /// True if it is hidden.
    pub fn hidden(self) -> bool {
        self != Self::Open
    }
}

/// A rule of one gateway for a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayRule {
    /// The gateway.
    pub gateway: Gateway,
    /// The requirement, when it differs from the rest.
    pub requirement: Option<Requirement>,
    /// A note about this gateway.
    pub doc: Option<String>,
}

/// Another field and the codes of it that make this one required.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The other field's name on the wire.
    pub wire: String,
    /// The other field's Rust name.
    pub field: String,
    /// The codes.
    pub codes: Vec<String>,
}

/// A type as a field or an answer names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeRef {
    /// The type, or the type of the list's items.
    pub item: Item,
    /// True for a list.
    pub list: bool,
}

/// A type that is not a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// Money, as an exact decimal.
    Amount,
    /// A time in Unix seconds.
    Timestamp,
    /// A type of the schema.
    Named(TypeId),
}

impl Item {
    /// The type of the schema, if it is one.
    pub fn named(self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(id),
            _ => None,
        }
    }
}

/// A place in [`Api::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);

/// A type of the schema.
#[derive(Clone, Debug)]
pub struct Type {
    /// The Rust name: `Payment`.
    pub name: String,
    /// The docs' own name: `PaymentAnnotation`.
    pub docs_name: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// The official page, at this type; none when the docs have no name for it.
    pub page: Option<String>,
    /// The module that users import it from: `types`, `codes` or a section's name.
    pub module: String,
    /// A record, an enumeration or a choice.
    pub shape: Shape,
    /// The wire name of the list field that a bare list stands for.
    pub wraps: Option<String>,
    /// True if a request carries it, so that users must be able to construct one.
    pub sent: bool,
}

impl Type {
    /// True if several sections can use it.
    pub fn is_shared(&self) -> bool {
        ["types", "codes"].contains(&self.module.as_str())
    }
}

/// The structure of a type.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Named fields.
    Record(Vec<Field>),
    /// An open list of codes.
    Enumeration(Enumeration),
    /// One of several records.
    Choice(Vec<Choice>),
}

impl Shape {
    /// The references of its fields or choices.
    pub fn refs(&self) -> Vec<TypeRef> {
        match self {
            Self::Record(fields) => fields.iter().map(|field| field.ty).collect(),
            Self::Choice(choices) => choices.iter().map(|choice| choice.ty).collect(),
            Self::Enumeration(_) => Vec::new(),
        }
    }

    /// The types of the schema among them.
    pub fn named(&self) -> impl Iterator<Item = TypeId> + use<> {
        self.refs().into_iter().filter_map(|ty| ty.item.named())
    }
}

/// One of several records.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The variant's name.
    pub name: String,
    /// Our English sentence.
    pub doc: String,
    /// The record.
    pub ty: TypeRef,
    /// The wire name of the field that tells it from the others.
    pub when: Option<String>,
}

/// An open list of codes.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// True if the codes are JSON integers.
    pub integer: bool,
    /// The documented codes.
    pub values: Vec<Value>,
}

/// One documented code.
#[derive(Clone, Debug)]
pub struct Value {
    /// The code on the wire.
    pub code: String,
    /// The variant's name.
    pub name: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
}
