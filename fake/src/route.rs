//! Which operation a request calls.

use std::borrow::Cow;
use std::collections::BTreeMap;

use matchit::Router;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::contract::{Contract, Operation};
use crate::refusal::Refusal;

/// Every route of the API.
pub struct Routes {
    router: Router<BTreeMap<&'static str, &'static Operation>>,
}

/// An operation, and the values in its path.
pub struct Route {
    /// What is called.
    pub operation: &'static Operation,
    /// By the names of the placeholders.
    pub path: Map<String, Value>,
}

impl Routes {
    /// The routes of the contract.
    ///
    /// # Errors
    /// Fails when two of them cannot be told apart, which a test excludes.
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

    /// Finds the operation.
    ///
    /// # Errors
    /// 404 when there is no such path, 405 when it has no such method.
    pub fn find(&self, method: &str, path: &str) -> Result<Route, Refusal> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let found = self.router.at(path).map_err(|_| Refusal::not_found("such address"))?;
        let Some(operation) = found.value.get(method) else {
            let allowed: Vec<_> = found.value.keys().copied().collect();
            return Err(Refusal::new(405, format!("the method is not {}", allowed.join(" or "))));
        };
        let values =
            found.params.iter().map(|(name, value)| Ok((name.to_owned(), decoded(value)?)));
        Ok(Route { operation, path: values.collect::<Result<_, Refusal>>()? })
    }
}

/// A placeholder at the end can be optional, and is left out together with its slash.
fn paths(operation: &'static Operation) -> Vec<&'static str> {
    let whole = operation.path.as_str();
    let shorter = whole.rsplit_once("/{").filter(|(_, last)| {
        let name = last.trim_end_matches('}');
        operation.parameters.iter().any(|field| field.name == name && !field.required)
    });
    shorter.map(|(shorter, _)| shorter).into_iter().chain([whole]).collect()
}

fn decoded(value: &str) -> Result<Value, Refusal> {
    let text = percent_decode_str(value).decode_utf8();
    text.map(|text: Cow<'_, str>| Value::from(text.into_owned()))
        .map_err(|_| Refusal::invalid("the path is not UTF-8"))
}
