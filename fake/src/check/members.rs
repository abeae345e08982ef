//! The members of requests and of the records in them.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::plain::{self, text};
use crate::contract::{Condition, Contract, Field, Shape};
use crate::money;

/// Enumerations of which an unknown code is no mistake.
const FORGIVING: [&str; 3] = ["NaverCancelReason", "NaverReturnReason", "NaverWithholdReason"];

/// Reads values by the schema, and notes everything that is wrong with them.
pub struct Reader<'c> {
    contract: &'c Contract,
    problems: Vec<String>,
}

impl<'c> Reader<'c> {
    /// Nothing is wrong yet.
    pub fn new(contract: &'c Contract) -> Self {
        Self { contract, problems: Vec::new() }
    }

    /// Everything that was wrong, each told by its whole path.
    pub fn problems(self) -> Vec<String> {
        self.problems
    }

    /// Reads the fields of a record, wherever each comes from.
    pub fn members<'v>(
        &mut self,
        fields: &[Field],
        raw: impl Fn(&Field) -> Option<&'v Value>,
        above: &str,
    ) -> Map<String, Value> {
        let mut values = Map::new();
        for field in fields {
            let path = format!("{above}{}", field.name);
            match raw(field).filter(|value| self.says_something(field, value)) {
                Some(value) => match self.value(field, value, &path) {
                    Ok(value) => drop(values.insert(field.name.clone(), value)),
                    Err(problem) => self.problems.push(format!("{path} {problem}")),
                },
                None if field.required => self.problems.push(format!("{path} is missing")),
                None => {}
            }
        }
        for field in fields.iter().filter(|field| !values.contains_key(&field.name)) {
            if field.when.iter().any(|condition| holds(condition, &values)) {
                self.problems.push(format!("{above}{} is missing", field.name));
            }
        }
        values
    }

    /// Whether it is more than what the server takes as left out: nothing, or a reason that Naver Pay
    /// does not know.
    fn says_something(&self, field: &Field, value: &Value) -> bool {
        let forgiving = FORGIVING.contains(&field.ty.as_str());
        let is_known = || self.contract.codes(&field.ty).iter().any(|known| *value == known.code);
        !is_nothing(field, value) && (!forgiving || is_known())
    }

    fn value(&mut self, field: &Field, value: &Value, path: &str) -> Result<Value, String> {
        if !field.list {
            return self.item(field, value, path);
        }
        // A list of one can be sent without its brackets.
        let one = std::slice::from_ref(value);
        let values = value.as_array().map_or(one, Vec::as_slice).iter().enumerate();
        let read =
            values.map(|(index, value)| self.item(field, value, &format!("{path}[{index}]")));
        read.collect::<Result<Vec<_>, _>>().map(Value::from)
    }

    fn item(&mut self, field: &Field, value: &Value, path: &str) -> Result<Value, String> {
        match self.contract.types.get(&field.ty) {
            Some(shape) if !shape.codes.is_empty() => code(shape, value),
            Some(shape) => self.record(shape, value, path),
            None => plain::plain(field, value),
        }
    }

    fn record(&mut self, shape: &Shape, value: &Value, path: &str) -> Result<Value, String> {
        let values = value.as_object().ok_or("is no object")?;
        let raw = |field: &Field| values.get(&field.name);
        Ok(self.members(&shape.record, raw, &format!("{path}.")).into())
    }
}

/// To pay nothing is nothing, too.
fn is_nothing(field: &Field, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        _ => field.required && field.ty == "amount" && money::read(value) == Some(Decimal::ZERO),
    }
}

fn holds(condition: &Condition, values: &Map<String, Value>) -> bool {
    let value = values.get(&condition.name).and_then(text);
    value.is_some_and(|value| condition.codes.contains(&value))
}

fn code(shape: &Shape, value: &Value) -> Result<Value, String> {
    let text = text(value).ok_or("is no code")?;
    if !shape.codes.iter().any(|known| known.code == text) {
        return Err(format!("is not one of the codes that it can be: {text}"));
    }
    match text.parse::<i64>() {
        Ok(number) if shape.integer => Ok(number.into()),
        _ => Ok(text.into()),
    }
}
