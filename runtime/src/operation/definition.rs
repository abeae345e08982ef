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
    /// How the caller proves who they are.
    pub authorization: Authorization,
    /// Whether the same request may be sent twice.
    pub repeatable: bool,
    /// The gateways that support it; all when empty.
    pub gateways: &'static [&'static str],
    /// The parameters that have a rule, wherever they are sent.
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

impl From<Method> for reqwest::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Delete => Self::DELETE,
        }
    }
}

/// How an operation proves who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// With the access token of the merchant.
    Bearer,
    /// Not at all.
    None,
}
