//! The definition of an operation, one constant each, written by the generator.

use super::parameter::Parameter;

/// One operation of the API.
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
