//! JSON on its way to the server.

use super::Fields;

/// A JSON value whose numbers are kept as text, so that amounts stay exact.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// `null`, or nothing at all in a record.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number, as it is to be written.
    Number(String),
    /// A string.
    String(String),
    /// A list.
    List(Vec<Value>),
    /// A record.
    Object(Fields),
}

impl Value {
    /// A code that is documented as an integer. One that is none goes as a string: an unknown code
    /// can be anything, and the server shall see it.
    pub fn integer_code(code: &str) -> Self {
        match code.parse::<i64>() {
            Ok(number) => Self::Number(number.to_string()),
            Err(_) => Self::String(code.to_owned()),
        }
    }

    /// The text of a string, number or boolean.
    pub(crate) fn scalar_text(&self) -> Option<&str> {
        match self {
            Self::String(text) | Self::Number(text) => Some(text),
            Self::Boolean(true) => Some("true"),
            Self::Boolean(false) => Some("false"),
            Self::Null | Self::List(_) | Self::Object(_) => None,
        }
    }

    /// Where the empty lists in here are, seen from `name`.
    pub(super) fn empty_lists(&self, name: &str) -> Vec<String> {
        match self {
            Self::List(values) if values.is_empty() => vec![name.to_owned()],
            Self::List(values) => {
                let named = (0..).map(|index| format!("{name}[{index}]")).zip(values);
                named.flat_map(|(name, value)| value.empty_lists(&name)).collect()
            }
            Self::Object(fields) => {
                let inner = fields.empty_lists().into_iter();
                inner.map(|inner| format!("{name}.{inner}")).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn write(&self, json: &mut String) {
        match self {
            Self::Null => json.push_str("null"),
            Self::Boolean(value) => json.push_str(if *value { "true" } else { "false" }),
            Self::Number(text) => json.push_str(text),
            Self::String(text) => write_string(text, json),
            Self::List(values) => write_list(values, json),
            Self::Object(fields) => fields.write(json),
        }
    }
}

fn write_list(values: &[Value], json: &mut String) {
    json.push('[');
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        value.write(json);
    }
    json.push(']');
}

pub(super) fn write_string(text: &str, json: &mut String) {
    json.push_str(&serde_json::Value::from(text).to_string());
}
