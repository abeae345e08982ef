//! The validator: it visits the values of a call and collects violations.

use super::{constraints, explicit_omission};
use crate::error::Violation;
use crate::json::{Fields, Value};
use crate::operation::{GatewayCodes, Parameter, Requirement};

/// The violations found so far.
pub(super) struct Validator<'a> {
    gateway: Option<&'a str>,
    violations: Vec<Violation>,
}

impl<'a> Validator<'a> {
    pub(super) fn new(gateway: Option<&'a str>, violations: Vec<Violation>) -> Self {
        Self { gateway, violations }
    }

    pub(super) fn validate(
        mut self,
        parameters: &[Parameter],
        values: &[&Fields],
    ) -> Vec<Violation> {
        self.record("", parameters, values);
        self.violations
    }

    /// Validates a record, whose fields may be split over path, query and body.
    fn record(&mut self, prefix: &str, parameters: &[Parameter], values: &[&Fields]) {
        for parameter in parameters {
            let name = format!("{prefix}{}", parameter.name);
            let requirement = self.gateway.map(|gateway| parameter.requirement(gateway));
            match (lookup(values, parameter.name), requirement) {
                (Some(_), Some(Requirement::Unsupported)) => {
                    self.add(&name, "is not supported by the gateway");
                }
                (Some(value), _) => self.value(&name, parameter, value),
                (None, Some(Requirement::Required)) => self.add(&name, "is required"),
                (None, _) => self.condition(&name, parameter, values),
            }
        }
    }

    fn value(&mut self, name: &str, parameter: &Parameter, value: &Value) {
        match value {
            Value::Object(fields) => {
                self.record(&format!("{name}."), parameter.fields, &[fields]);
            }
            Value::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.value(&format!("{name}[{index}]"), parameter, value);
                }
            }
            scalar => self.scalar(name, parameter, scalar),
        }
    }

    fn scalar(&mut self, name: &str, parameter: &Parameter, value: &Value) {
        if let Some(problem) = constraints::problem(parameter, value) {
            self.add(name, problem);
        }
        if self.is_foreign_code(parameter, value) {
            self.add(name, "is not a code of the gateway; codes differ by gateway");
        }
        if parameter.explicit_omission {
            if let Some(problem) = explicit_omission::problem(value) {
                self.add(name, problem);
            }
        }
    }

    /// True for a code that the gateway's table lacks.
    fn is_foreign_code(&self, parameter: &Parameter, value: &Value) -> bool {
        let table =
            self.gateway.and_then(|gateway| GatewayCodes::of(parameter.gateway_codes, gateway));
        let code = value.scalar_text();
        table.zip(code).is_some_and(|(table, code)| !table.contains(code))
    }

    fn condition(&mut self, name: &str, parameter: &Parameter, values: &[&Fields]) {
        let met = parameter.required_when.iter().find(|(sibling, codes)| {
            let code = lookup(values, sibling).and_then(Value::scalar_text);
            code.is_some_and(|code| codes.contains(&code))
        });
        if let Some((sibling, _)) = met {
            self.add(name, format!("is required with this value of `{sibling}`"));
        }
    }

    fn add(&mut self, name: &str, problem: impl Into<String>) {
        self.violations.push(Violation::new(name, problem));
    }
}

fn lookup<'v>(values: &[&'v Fields], name: &str) -> Option<&'v Value> {
    values.iter().find_map(|fields| fields.get(name))
}
