//! Validation of a call's values against the constraints of its operation.

mod constraints;
mod explicit_omission;
mod validator;

use crate::error::Violation;
use crate::json::Fields;
use crate::operation::Operation;
use validator::Validator;

/// All violations in these values. Requirements of gateways apply only if one is given.
pub(crate) fn validate(
    operation: &Operation,
    values: &[&Fields],
    gateway: Option<&str>,
) -> Vec<Violation> {
    let mut violations = Vec::new();
    violations.extend(gateway.and_then(|gateway| unsupported(operation, gateway)));
    violations.extend(operation.one_of.iter().filter_map(|group| missing(group, values)));
    for fields in values {
        violations.extend(fields.empty_lists().into_iter().map(empty_list));
    }
    Validator::new(gateway, violations).validate(operation.parameters, values)
}

fn unsupported(operation: &Operation, gateway: &str) -> Option<Violation> {
    if operation.gateways.is_empty() || operation.gateways.contains(&gateway) {
        return None;
    }
    let supported = operation.gateways.join(", ");
    let problem =
        format!("does not support this operation; the supported gateways are {supported}");
    Some(Violation::new("gateway", problem))
}

/// The violation of a group of which no parameter has a value.
fn missing(group: &[&str], values: &[&Fields]) -> Option<Violation> {
    let (first, others) = group.split_first()?;
    let has_value = |name: &&str| {
        let value = values.iter().find_map(|fields| fields.get(name));
        value.is_some_and(|value| value.scalar_text().is_none_or(|text| !text.trim().is_empty()))
    };
    if group.iter().any(has_value) {
        return None;
    }
    let others: Vec<_> = others.iter().map(|name| format!("`{name}`")).collect();
    Some(Violation::new(*first, format!("or {} is required", others.join(" or "))))
}

/// The server treats an empty list as omitted, which can mean "all of them".
fn empty_list(parameter: String) -> Violation {
    let problem = "is an empty list, which the server treats as omitted; omit it to mean that";
    Violation::new(parameter, problem)
}

#[cfg(test)]
mod tests;
