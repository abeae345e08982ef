//! The fields of a record on its way to the server.

use super::value::write_string;
use super::{ToJson, Value};

/// Names and values in the order they were added; absent values are never in it.
#[derive(Clone, Default, PartialEq)]
pub struct Fields(Vec<(&'static str, Value)>);

impl Fields {
    /// No fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field, unless its value is absent.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &dyn ToJson) -> Self {
        match value.to_json() {
            Value::Null => {}
            value => self.0.push((name, value)),
        }
        self
    }

    /// All but this field.
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

    /// Where the empty lists in here are.
    pub(crate) fn empty_lists(&self) -> Vec<String> {
        self.iter().flat_map(|(name, value)| value.empty_lists(name)).collect()
    }

    /// The fields as a JSON object.
    pub(crate) fn to_text(&self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    pub(super) fn write(&self, json: &mut String) {
        json.push('{');
        for (index, (name, value)) in self.iter().enumerate() {
            if index > 0 {
                json.push(',');
            }
            write_string(name, json);
            json.push(':');
            value.write(json);
        }
        json.push('}');
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
    use crate::{Decimal, Timestamp};

    #[test]
    fn values_are_written_exactly() {
        let fields = Fields::new()
            .with("quote\"", &"줄\n바꿈")
            .with("whole", &Decimal::new(100_000, 2))
            .with("cents", &Decimal::new(1010, 2))
            .with("large", &Decimal::MAX)
            .with("zero", &Decimal::new(0, 2))
            .with("due", &Timestamp::UNIX_EPOCH)
            .with("flag", &false)
            .with("absent", &None::<bool>)
            .with("list", &vec![1_i64, -2])
            .with("record", &Value::from(Fields::new().with("a", &Some("b"))));
        assert_eq!(
            fields.to_text(),
            r#"{"quote\"":"줄\n바꿈","whole":1000,"cents":10.1,"large":79228162514264337593543950335,"zero":0,"due":0,"flag":false,"list":[1,-2],"record":{"a":"b"}}"#
        );
    }

    #[test]
    fn integer_codes_go_as_numbers_where_they_are_numbers() {
        assert!(Value::integer_code("1") == Value::Number("1".to_owned()));
        assert!(Value::integer_code("01") == Value::Number("1".to_owned()));
        assert!(Value::integer_code("x") == Value::String("x".to_owned()));
    }

    #[test]
    fn empty_lists_are_found_at_any_depth() {
        let none = Vec::<String>::new();
        let record = Value::from(Fields::new().with("inner", &none));
        let fields = Fields::new().with("a", &none).with("b", &vec![record]).with("c", &vec!["d"]);
        assert_eq!(fields.empty_lists(), ["a", "b[0].inner"]);
    }
}
