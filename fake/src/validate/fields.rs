//! Fields of requests and of the records in them.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::scalar::{scalar, text};
use crate::contract::{Condition, Contract, FieldSpec, TypeSpec};
use crate::money;

/// Enumerations whose unknown codes count as omitted: Naver Pay ignores unknown reasons.
const LENIENT_ENUMS: [&str; 3] = ["NaverCancelReason", "NaverReturnReason", "NaverWithholdReason"];

/// Reader of values by the contract, which collects all problems.
pub struct FieldReader<'c> {
    contract: &'c Contract,
    problems: Vec<String>,
}

impl<'c> FieldReader<'c> {
    /// Creates a reader without problems.
    pub fn new(contract: &'c Contract) -> Self {
        Self { contract, problems: Vec::new() }
    }

    /// Returns all problems, each with the path of its field.
    pub fn problems(self) -> Vec<String> {
        self.problems
    }

    /// Reads the fields of a record from the raw value of each.
    pub fn fields<'v>(
        &mut self,
        fields: &[FieldSpec],
        raw: impl Fn(&FieldSpec) -> Option<&'v Value>,
        prefix: &str,
    ) -> Map<String, Value> {
        let mut values = Map::new();
        for field in fields {
            let path = format!("{prefix}{}", field.name);
            match raw(field).filter(|value| self.is_present(field, value)) {
                Some(value) => match self.value(field, value, &path) {
                    Ok(value) => drop(values.insert(field.name.clone(), value)),
                    Err(problem) => self.problems.push(format!("{path} {problem}")),
                },
                None if field.required => self.problems.push(format!("{path} is missing")),
                None => {}
            }
        }
        let is_given =
            |field: &FieldSpec| raw(field).is_some_and(|value| self.is_present(field, value));
        let is_required =
            |field: &FieldSpec| field.when.iter().any(|condition| is_met(condition, &values));
        let missing = fields.iter().filter(|field| is_required(field) && !is_given(field));
        let missing: Vec<_> =
            missing.map(|field| format!("{prefix}{} is missing", field.name)).collect();
        self.problems.extend(missing);
        values
    }

    /// Returns `true` unless the value counts as omitted.
    fn is_present(&self, field: &FieldSpec, value: &Value) -> bool {
        let lenient = LENIENT_ENUMS.contains(&field.ty.as_str());
        let is_known = || self.contract.codes(&field.ty).iter().any(|known| *value == known.code);
        !is_empty(field, value) && (!lenient || is_known())
    }

    fn value(&mut self, field: &FieldSpec, value: &Value, path: &str) -> Result<Value, String> {
        if !field.list {
            return self.item(field, value, path);
        }
        // A list with one item can be sent without brackets.
        let one = std::slice::from_ref(value);
        let values = value.as_array().map_or(one, Vec::as_slice).iter().enumerate();
        let read =
            values.map(|(index, value)| self.item(field, value, &format!("{path}[{index}]")));
        read.collect::<Result<Vec<_>, _>>().map(Value::from)
    }

    fn item(&mut self, field: &FieldSpec, value: &Value, path: &str) -> Result<Value, String> {
        match self.contract.types.get(&field.ty) {
            Some(spec) if !spec.codes.is_empty() => code(spec, value),
            Some(spec) if !spec.of.is_empty() => self.gateway_code(spec, value),
            Some(spec) => self.record(spec, value, path),
            None => scalar(field, value),
        }
    }

    /// Reads a code that some gateway has; which one is known later.
    fn gateway_code(&self, spec: &TypeSpec, value: &Value) -> Result<Value, String> {
        let text = text(value).ok_or("must be a code")?;
        let own = spec.gateway_codes.iter().flat_map(|table| table.codes.values());
        let standard = self.contract.codes(&spec.of).iter().map(|known| &known.code);
        match own.chain(standard).any(|known| *known == text) {
            true => Ok(text.into()),
            false => Err(format!("has the unknown code {text}")),
        }
    }

    fn record(&mut self, spec: &TypeSpec, value: &Value, path: &str) -> Result<Value, String> {
        let values = value.as_object().ok_or("must be an object")?;
        let raw = |field: &FieldSpec| values.get(&field.name);
        Ok(self.fields(&spec.record, raw, &format!("{path}.")).into())
    }
}

/// Null, an empty string or list, and a required amount of 0 count as omitted.
fn is_empty(field: &FieldSpec, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        _ => field.required && field.ty == "amount" && money::read(value) == Some(Decimal::ZERO),
    }
}

fn is_met(condition: &Condition, values: &Map<String, Value>) -> bool {
    let value = values.get(&condition.name).and_then(text);
    value.is_some_and(|value| condition.codes.contains(&value))
}

fn code(spec: &TypeSpec, value: &Value) -> Result<Value, String> {
    let text = text(value).ok_or("must be a code")?;
    if !spec.codes.iter().any(|known| known.code == text) {
        let codes: Vec<_> = spec.codes.iter().map(|known| known.code.as_str()).collect();
        return Err(format!("has the unknown code {text}; expected one of {}", codes.join(", ")));
    }
    match text.parse::<i64>() {
        Ok(number) if spec.integer => Ok(number.into()),
        _ => Ok(text.into()),
    }
}
