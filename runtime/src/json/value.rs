//! JSON values that are sent.

/// A JSON value whose numbers are kept as text, so that amounts stay exact.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// `null`; a field with it is left out.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number, as it is written.
    Number(String),
    /// A string.
    String(String),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Fields),
}

/// Fields of an object in the order in which they were added, none of them `null`.
#[derive(Clone, Default, PartialEq)]
pub struct Fields(Vec<(&'static str, Value)>);

impl Value {
    /// A code that is documented as an integer. One that is not an integer is sent as a string: unknown
    /// codes must reach the server unchanged.
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

    /// The paths of the empty lists in this value, which itself has the path `name`.
    fn empty_lists(&self, name: &str) -> Vec<String> {
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
}

impl Fields {
    /// An object without fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field, unless its value is `null`.
    pub(super) fn push(&mut self, name: &'static str, value: Value) {
        if value != Value::Null {
            self.0.push((name, value));
        }
    }

    /// Removes the field with this name.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|field| field.0 != name);
        self
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find(|field| field.0 == name).map(|field| field.1)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The paths of the empty lists in these fields.
    pub(crate) fn empty_lists(&self) -> Vec<String> {
        self.iter().flat_map(|(name, value)| value.empty_lists(name)).collect()
    }
}

impl From<Fields> for Value {
    fn from(fields: Fields) -> Self {
        Self::Object(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integer_codes_are_numbers_only_if_they_are_integers() {
        assert!(Value::integer_code("1") == Value::Number("1".to_owned()));
        assert!(Value::integer_code("01") == Value::Number("1".to_owned()));
        assert!(Value::integer_code("x") == Value::String("x".to_owned()));
    }

    #[test]
    fn empty_lists_are_found_at_any_depth() {
        let fields = |name, value| Fields(vec![(name, value)]);
        let none = || Value::List(Vec::new());
        let record = fields("inner", none()).into();
        let fields = Fields(vec![
            ("a", none()),
            ("b", Value::List(vec![record])),
            ("c", Value::List(vec![Value::Null])),
        ]);
        assert_eq!(fields.empty_lists(), ["a", "b[0].inner"]);
    }
}
