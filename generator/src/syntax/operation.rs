//! Operations: one call of the API each.

use schemars::JsonSchema;

use super::field::Field;
use super::mapping::Mapping;
use super::names::{GatewayCode, Named};
use super::not_found::NotFound;
use super::read::Read;
use super::reconcile::Reconcile;
use super::type_expr::{ReturnType, TypeExpr};
use super::values::{Date, Entries, Sentence, Statuses, Text};
use super::yaml::Node;
use crate::diagnostics::Log;
use crate::keywords::Authorization;

/// One call of the API.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Operation {
    /// Method and path, as the docs write them: `PUT /vbanks/{imp_uid}`.
    pub route: Text,
    /// The docs' own Korean label.
    pub title: Text,
    /// Our own English sentence: its purpose, and its effect on money.
    pub doc: Sentence,
    /// The name of the request struct, where method and noun read badly.
    pub rust: Option<Text>,
    /// The docs' own name of the operation (`operationId`).
    pub docs_id: Option<Text>,
    /// `none` for a call without the access token; `bearer` when left out.
    pub authorization: Option<Authorization>,
    /// Has the same effect sent once or several times.
    pub idempotent: bool,
    /// The reads that determine the outcome of a request whose response was lost: the first one
    /// whose keys the request has.
    #[schemars(length(min = 1))]
    pub reconcile: Option<Vec<Reconcile>>,
    /// The responses to a key that nothing has. Without them, no response of it proves that there is no
    /// record.
    #[schemars(length(min = 1))]
    pub not_found: Option<Vec<NotFound>>,
    /// Groups of optional parameters of each of which the server requires one at least.
    #[schemars(length(min = 1))]
    pub one_of: Option<Vec<Vec<Text>>>,
    /// The gateways that support it; all when left out.
    #[schemars(with = "Option<Vec<GatewayCode>>", length(min = 1))]
    pub gateways: Option<Vec<Text>>,
    /// Notes about single gateways.
    #[schemars(with = "Option<Named<GatewayCode, Sentence>>")]
    pub notes: Option<Entries<Sentence>>,
    /// The date of the first docs that do not list it any more.
    pub undocumented_since: Option<Date>,
    /// The values of the route's placeholders.
    pub path: Option<Entries<Field>>,
    /// Parameters of the query string.
    pub query: Option<Entries<Field>>,
    /// Members of the JSON body.
    pub body: Option<Entries<Field>>,
    /// The type of the envelope's `response`, or `none`.
    #[schemars(with = "ReturnType")]
    pub returns: TypeExpr,
    /// The record in `error` of the envelope of a rejection.
    pub error: Option<TypeExpr>,
    /// The documented statuses other than 200, in our own words.
    pub errors: Option<Statuses>,
}

impl Read for Operation {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "an operation", log)?;
        let route = map.required("route");
        let (title, doc) = (map.prose("title"), map.prose("doc"));
        let idempotent = map.required("idempotent");
        let operation = Self {
            title,
            doc,
            rust: map.optional("rust"),
            docs_id: map.optional("docs_id"),
            reconcile: map.optional("reconcile"),
            not_found: map.optional("not_found"),
            one_of: map.optional("one_of"),
            authorization: map.optional("authorization"),
            gateways: map.optional("gateways"),
            notes: map.optional("notes"),
            undocumented_since: map.optional("undocumented_since"),
            path: map.optional("path"),
            query: map.optional("query"),
            body: map.optional("body"),
            returns: map.required("returns").unwrap_or_default(),
            error: map.optional("error"),
            errors: map.optional("errors"),
            route: route.unwrap_or_default(),
            // An error here has been reported; reading continues with the safe default.
            idempotent: idempotent.unwrap_or(false),
        };
        map.close();
        Some(operation)
    }
}
