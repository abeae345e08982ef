//! Router from methods and paths to operations.

use std::borrow::Cow;
use std::collections::BTreeMap;

use matchit::Router;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::contract::{Contract, OperationSpec};

/// Router of the API.
pub struct ApiRouter {
    router: Router<BTreeMap<&'static str, &'static OperationSpec>>,
}

/// Operation that matches a request, with the path parameters.
pub struct RouteMatch {
    /// The operation.
    pub operation: &'static OperationSpec,
    /// Path parameters by name.
    pub path: Map<String, Value>,
}

impl ApiRouter {
    /// Creates the router of a contract.
    ///
    /// # Errors
    /// Fails when two routes conflict, which a test rules out.
    pub fn new(contract: &'static Contract) -> Result<Self, matchit::InsertError> {
        let mut by_path: BTreeMap<&str, BTreeMap<_, _>> = BTreeMap::new();
        for operation in &contract.operations {
            for path in paths(operation) {
                by_path.entry(path).or_default().insert(operation.method.as_str(), operation);
            }
        }
        let mut router = Router::new();
        for (path, methods) in by_path {
            router.insert(path, methods)?;
        }
        Ok(Self { router })
    }

    /// Returns the methods of a path, as the header `Allow` lists them.
    pub fn methods(&self, path: &str) -> Option<String> {
        let found = self.router.at(path.strip_suffix('/').unwrap_or(path)).ok()?;
        Some(found.value.keys().copied().collect::<Vec<_>>().join(", "))
    }

    /// Finds the operation of a request.
    ///
    /// # Errors
    /// 404 when the path is unknown, 405 when it does not support the method.
    pub fn find(&self, method: &str, path: &str) -> Result<RouteMatch, ApiError> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let found = self.router.at(path).map_err(|_| ApiError::not_found("such path"))?;
        let Some(operation) = found.value.get(method) else {
            let allowed: Vec<_> = found.value.keys().copied().collect();
            let message = format!("method {method} is not allowed; use {}", allowed.join(" or "));
            return Err(ApiError::new(405, message));
        };
        let values =
            found.params.iter().map(|(name, value)| Ok((name.to_owned(), decoded(value)?)));
        Ok(RouteMatch { operation, path: values.collect::<Result<_, ApiError>>()? })
    }
}

/// Returns the path, and the path without a trailing placeholder that is optional.
fn paths(operation: &'static OperationSpec) -> Vec<&'static str> {
    let whole = operation.path.as_str();
    let shorter = whole.rsplit_once("/{").filter(|(_, last)| {
        let name = last.trim_end_matches('}');
        operation.parameters.iter().any(|field| field.name == name && !field.required)
    });
    shorter.map(|(shorter, _)| shorter).into_iter().chain([whole]).collect()
}

fn decoded(value: &str) -> Result<Value, ApiError> {
    let text = percent_decode_str(value).decode_utf8();
    text.map(|text: Cow<'_, str>| Value::from(text.into_owned()))
        .map_err(|_| ApiError::bad_request("the path is not valid UTF-8"))
}
