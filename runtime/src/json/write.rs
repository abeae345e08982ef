//! JSON text of the values that are sent.

use super::value::{Fields, Value};

impl Fields {
    /// The fields as a JSON object.
    pub(crate) fn to_text(&self) -> String {
        let mut json = String::new();
        write_fields(self, &mut json);
        json
    }
}

fn write_value(value: &Value, json: &mut String) {
    match value {
        Value::Null => json.push_str("null"),
        Value::Boolean(value) => json.push_str(if *value { "true" } else { "false" }),
        Value::Number(text) => json.push_str(text),
        Value::String(text) => write_string(text, json),
        Value::List(values) => write_list(values, json),
        Value::Object(fields) => write_fields(fields, json),
    }
}

fn write_list(values: &[Value], json: &mut String) {
    json.push('[');
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        write_value(value, json);
    }
    json.push(']');
}

fn write_fields(fields: &Fields, json: &mut String) {
    json.push('{');
    for (index, (name, value)) in fields.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        write_string(name, json);
        json.push(':');
        write_value(value, json);
    }
    json.push('}');
}

/// Writes a string with its quotes and escape sequences.
pub(super) fn write_string(text: &str, json: &mut String) {
    json.push_str(&serde_json::Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use rust_decimal::Decimal;

    use super::*;
    use crate::json::value::Fields;

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
}
