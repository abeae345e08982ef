//! The keys of an intent: names on the wire, with their values.

use crate::json::{FromJson, Json, ToJson, Value};

/// A name on the wire, with its value: a string, a number or a boolean.
#[derive(Clone, PartialEq)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) value: Value,
}

impl Key {
    /// Creates a key; none if the value is a list or an object.
    pub(super) fn new(name: &str, value: &Value) -> Option<Self> {
        value.scalar_text()?;
        Some(Self { name: name.to_owned(), value: value.clone() })
    }

    pub(super) fn of_text(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), value: Value::String(text.to_owned()) }
    }

    pub(crate) fn text(&self) -> &str {
        self.value.scalar_text().unwrap_or_default()
    }
}

/// A pair, because the names are not known when this is compiled.
impl ToJson for Key {
    fn to_json(&self) -> Value {
        Value::List(vec![Value::String(self.name.clone()), self.value.clone()])
    }
}

impl FromJson for Key {
    fn from_json(json: Json<'_>) -> Self {
        let mut parts = Vec::<Scalar>::from_json(json).into_iter().map(|part| part.0);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(Value::String(name)), Some(value), None) => Self { name, value },
            _ => {
                json.mismatch("a pair of a name and a value");
                Self { name: String::new(), value: Value::Null }
            }
        }
    }
}

/// A string, a number or a boolean.
struct Scalar(Value);

impl FromJson for Scalar {
    fn from_json(json: Json<'_>) -> Self {
        let text = json.expect("a string, a number or a boolean", json.scalar_text()).into_owned();
        Self(match json.text() {
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            quoted if quoted.starts_with('"') => Value::String(text),
            _ => Value::Number(text),
        })
    }
}
