//! Conversion to JSON values.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::value::{Fields, Value};

/// A type that can be sent.
pub trait ToJson {
    /// The value as JSON; `None` is [`Value::Null`].
    fn to_json(&self) -> Value;
}

impl Fields {
    /// Adds a field, unless its value is `null`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &dyn ToJson) -> Self {
        self.push(name, value.to_json());
        self
    }
}

impl ToJson for str {
    fn to_json(&self) -> Value {
        Value::String(self.to_owned())
    }
}

impl ToJson for String {
    fn to_json(&self) -> Value {
        self.as_str().to_json()
    }
}

impl ToJson for i64 {
    fn to_json(&self) -> Value {
        Value::Number(self.to_string())
    }
}

impl ToJson for bool {
    fn to_json(&self) -> Value {
        Value::Boolean(*self)
    }
}

/// Without trailing zeros: amounts in won are integers to the server, however they were computed.
impl ToJson for Decimal {
    fn to_json(&self) -> Value {
        Value::Number(self.normalize().to_string())
    }
}

/// Unix seconds, as everywhere in the API.
impl ToJson for Timestamp {
    fn to_json(&self) -> Value {
        self.as_second().to_json()
    }
}

impl ToJson for Value {
    fn to_json(&self) -> Value {
        self.clone()
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self) -> Value {
        match self {
            Some(value) => value.to_json(),
            None => Value::Null,
        }
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> Value {
        let mut values = Vec::with_capacity(self.len());
        for value in self {
            values.push(value.to_json());
        }
        Value::List(values)
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn to_json(&self) -> Value {
        (**self).to_json()
    }
}
