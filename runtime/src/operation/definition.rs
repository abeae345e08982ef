//! The definition of an operation, one constant each, written by the generator.

use super::not_found::NotFound;
use super::parameter::Parameter;

/// One operation of the API.
///
/// Written as `Operation { idempotent: true, ..Operation::new("payments.get", Method::Get, "/…") }`.
#[derive(Debug)]
pub struct Operation {
    /// The name in errors: `section.operation`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path, with a `{name}` for each path parameter.
    pub route: &'static str,
    /// The kind of credentials that a call carries.
    pub authorization: Authorization,
    /// True if sending the same request twice has the effect of sending it once.
    pub idempotent: bool,
    /// The gateways that support it; empty for all.
    pub gateways: &'static [&'static str],
    /// The parameters that have constraints, in the path, the query or the body.
    pub parameters: &'static [Parameter],
    /// Groups of parameters of each of which one is required at least.
    pub one_of: &'static [&'static [&'static str]],
    /// The names of the identifiers, and of the amount, that requests and responses share.
    pub identity: &'static [&'static str],
    /// The names of the identifiers and amounts that no journal records.
    pub hidden: &'static [&'static str],
    /// The responses that prove that there is no record.
    pub not_found: &'static [NotFound],
}

impl Operation {
    /// Creates an operation that carries the access token, is not idempotent, is supported by all gateways
    /// and has no constraints.
    pub const fn new(name: &'static str, method: Method, route: &'static str) -> Self {
        Self {
            name,
            method,
            route,
            authorization: Authorization::Bearer,
            idempotent: false,
            gateways: &[],
            parameters: &[],
            one_of: &[],
            identity: &[],
            hidden: &[],
            not_found: &[],
        }
    }
}

/// The HTTP methods that the API uses.
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
    /// The method as it is sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Delete => Self::DELETE,
        }
    }
}

/// The authorization of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// The access token of the merchant.
    Bearer,
    /// No credentials.
    None,
}
