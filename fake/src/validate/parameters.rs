//! Validation of an operation's parameters.

use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::contract::{Contract, FieldSpec, OperationSpec, ParamLocation};

use super::fields::FieldReader;
use super::problems::reject;

/// Unvalidated parameters of a request.
#[derive(Debug)]
pub struct RawParameters {
    /// Path parameters.
    pub path: Map<String, Value>,
    /// Query parameters.
    pub query: Map<String, Value>,
    /// Body parameters.
    pub body: Map<String, Value>,
}

impl RawParameters {
    fn part(&self, location: ParamLocation) -> &Map<String, Value> {
        match location {
            ParamLocation::Path => &self.path,
            ParamLocation::Query => &self.query,
            ParamLocation::Body => &self.body,
        }
    }

    /// Returns the value of a parameter. `extra[requester]` names the member `requester` of `extra`.
    fn value(&self, field: &FieldSpec) -> Option<&Value> {
        let mut names = names(&field.name);
        let outer = self.part(field.location?).get(names.next()?)?;
        names.try_fold(outer, |value, name| value.get(name))
    }

    /// Returns the names of parameters that the operation does not have. V1 ignores them.
    pub fn unknown(&self, operation: &OperationSpec) -> Vec<String> {
        let is = |field: &FieldSpec, name: &String| names(&field.name).next() == Some(name);
        let known = |name: &String| operation.parameters.iter().any(|field| is(field, name));
        let names = self.query.keys().chain(self.body.keys());
        names.filter(|name| !known(name) && *name != "_token").cloned().collect()
    }
}

fn names(name: &str) -> impl Iterator<Item = &str> {
    name.split(['[', ']']).filter(|part| !part.is_empty())
}

/// Returns the values of the operation's parameters, converted to their types.
///
/// # Errors
/// 400 with every missing or invalid parameter; 404 when the path contains an unknown code.
pub fn validate(
    contract: &Contract,
    operation: &OperationSpec,
    raw: &RawParameters,
) -> Result<Map<String, Value>, ApiError> {
    check_path_codes(contract, operation, raw)?;
    let mut reader = FieldReader::new(contract);
    let values = reader.fields(&operation.parameters, |field| raw.value(field), "");
    let mut problems = reader.problems();
    problems.extend(operation.one_of.iter().filter_map(|group| missing(group, &values)));
    reject(problems)?;
    Ok(values)
}

/// The problem of a group of which no parameter has a value; blank texts count as omitted.
fn missing(group: &[String], values: &Map<String, Value>) -> Option<String> {
    let has_value = |name: &String| {
        values
            .get(name)
            .is_some_and(|value| value.as_str().is_none_or(|text| !text.trim().is_empty()))
    };
    (!group.iter().any(has_value)).then(|| format!("{} is missing", group.join(" or ")))
}

/// An unknown code in the path is a 404 for operations whose docs have no 400.
fn check_path_codes(
    contract: &Contract,
    operation: &OperationSpec,
    raw: &RawParameters,
) -> Result<(), ApiError> {
    if operation.has_status(400) || !operation.has_status(404) {
        return Ok(());
    }
    for (name, code) in &raw.path {
        let field = operation.parameters.iter().find(|field| field.name == *name);
        let codes = field.map_or(&[][..], |field| contract.codes(&field.ty));
        if !codes.is_empty() && !codes.iter().any(|known| *code == known.code) {
            return Err(ApiError::not_found(format_args!(
                "{name} {}",
                code.as_str().unwrap_or("")
            )));
        }
    }
    Ok(())
}
