//! The query string of a request, in the syntax of PHP.

use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::path::ENCODED;
use crate::json::{Fields, Value};

/// Brackets in names are syntax (`imp_uid[]`) and are not encoded.
const NAME: &AsciiSet = &ENCODED.remove(b'[').remove(b']');

/// Writes the fields as a query string; none without fields.
pub(crate) fn write(fields: &Fields) -> Option<String> {
    let mut pairs = Vec::new();
    for (name, value) in fields.iter() {
        push(&mut pairs, name, value);
    }
    (!pairs.is_empty()).then(|| pairs.join("&"))
}

fn push(pairs: &mut Vec<String>, name: &str, value: &Value) {
    match value {
        Value::List(values) => {
            for value in values {
                push(pairs, &format!("{name}[]"), value);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields.iter() {
                push(pairs, &format!("{name}[{key}]"), value);
            }
        }
        scalar => pairs.extend(scalar.scalar_text().map(|text| pair(name, text))),
    }
}

fn pair(name: &str, text: &str) -> String {
    let name = utf8_percent_encode(name, NAME);
    let text = utf8_percent_encode(text, ENCODED);
    format!("{name}={text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_repeat_their_name_with_brackets() {
        let fields = Fields::new()
            .with("imp_uid", &vec!["a", "b&c"])
            .with("extra[requester]", &"홍")
            .with("sandbox", &true)
            .with("page", &2_i64)
            .with("absent", &None::<String>);
        assert_eq!(
            write(&fields).unwrap(),
            "imp_uid[]=a&imp_uid[]=b%26c&extra[requester]=%ED%99%8D&sandbox=true&page=2"
        );
    }

    #[test]
    fn records_put_their_keys_in_brackets() {
        let extra = Value::from(Fields::new().with("requester", &"admin"));
        let fields = Fields::new().with("extra", &extra);
        assert_eq!(write(&fields).unwrap(), "extra[requester]=admin");
    }

    #[test]
    fn no_fields_are_no_query() {
        assert_eq!(write(&Fields::new()), None);
    }
}
