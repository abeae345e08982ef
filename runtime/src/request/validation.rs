//! Checking the values of a call against the rules of its operation, all of them at once.

mod constraints;
mod explicit_omission;

use crate::error::Violation;
use crate::json::{Fields, Value};
use crate::operation::{Operation, Parameter, Requirement};

/// Every rule that these values break. Rules of gateways count only where one is named.
pub(crate) fn violations(
    operation: &Operation,
    values: &[&Fields],
    gateway: Option<&str>,
) -> Vec<Violation> {
    let mut found = Vec::new();
    found.extend(gateway.and_then(|gateway| unsupported(operation, gateway)));
    for fields in values {
        found.extend(fields.empty_lists().into_iter().map(empty_list));
    }
    let mut check = Check { gateway, found };
    check.record("", operation.parameters, values);
    check.found
}

fn unsupported(operation: &Operation, gateway: &str) -> Option<Violation> {
    if operation.gateways.is_empty() || operation.gateways.contains(&gateway) {
        return None;
    }
    let supporting = operation.gateways.join(", ");
    let problem = format!("does not support this operation; these do: {supporting}");
    Some(Violation::new("gateway", problem))
}

/// The server takes an empty list as left out, and leaving out can mean "all of them".
fn empty_list(parameter: String) -> Violation {
    let problem = "is an empty list, which the server takes as left out; leave it out to mean that";
    Violation::new(parameter, problem)
}

struct Check<'a> {
    gateway: Option<&'a str>,
    found: Vec<Violation>,
}

impl Check<'_> {
    /// One record, whose fields may be spread over several places.
    fn record(&mut self, prefix: &str, parameters: &[Parameter], values: &[&Fields]) {
        for parameter in parameters {
            let at = format!("{prefix}{}", parameter.name);
            let requirement = self.gateway.map(|gateway| parameter.requirement(gateway));
            match (lookup(values, parameter.name), requirement) {
                (Some(_), Some(Requirement::Unsupported)) => {
                    self.add(&at, "is not supported by the gateway");
                }
                (Some(value), _) => self.value(&at, parameter, value),
                (None, Some(Requirement::Required)) => self.add(&at, "must be given"),
                (None, _) => self.condition(&at, parameter, values),
            }
        }
    }

    fn value(&mut self, at: &str, parameter: &Parameter, value: &Value) {
        match value {
            Value::Object(fields) => {
                self.record(&format!("{at}."), parameter.fields, &[fields]);
            }
            Value::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.value(&format!("{at}[{index}]"), parameter, value);
                }
            }
            scalar => self.scalar(at, parameter, scalar),
        }
    }

    fn scalar(&mut self, at: &str, parameter: &Parameter, value: &Value) {
        if let Some(problem) = constraints::problem(parameter, value) {
            self.add(at, problem);
        }
        if parameter.decisive {
            if let Some(problem) = explicit_omission::problem(value) {
                self.add(at, problem);
            }
        }
    }

    fn condition(&mut self, at: &str, parameter: &Parameter, values: &[&Fields]) {
        let met = parameter.required_when.iter().find(|(name, codes)| {
            let other = lookup(values, name).and_then(Value::scalar_text);
            other.is_some_and(|code| codes.contains(&code))
        });
        if let Some((name, _)) = met {
            self.add(at, format!("must be given with this value of `{name}`"));
        }
    }

    fn add(&mut self, at: &str, problem: impl Into<String>) {
        self.found.push(Violation::new(at, problem));
    }
}

fn lookup<'a>(values: &[&'a Fields], name: &str) -> Option<&'a Value> {
    values.iter().find_map(|fields| fields.get(name))
}

#[cfg(test)]
mod tests;
