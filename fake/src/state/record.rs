//! Records of responses: every field is present, null or 0 where it has no value.

use serde_json::{Map, Value, json};

use crate::contract::{Contract, FieldSpec};

/// Builds a record of this type from `values`; other fields are empty.
///
/// Fields that the docs require and real responses lack are omitted unless `values` has them.
pub fn build(contract: &Contract, ty: &str, values: &Map<String, Value>) -> Value {
    let fields = contract.types.get(ty).map_or(&[][..], |spec| &spec.record);
    let mut record = Map::new();
    for field in fields {
        let given = values.get(&field.name).filter(|value| !value.is_null());
        match given {
            Some(value) => drop(record.insert(field.name.clone(), value.clone())),
            None if field.absent => {}
            None => drop(record.insert(field.name.clone(), empty(field))),
        }
    }
    record.into()
}

fn empty(field: &FieldSpec) -> Value {
    if field.list {
        return json!([]);
    }
    match field.ty.as_str() {
        // 0 is V1's value for a time that is not set.
        "timestamp" => json!(0),
        "boolean" => json!(false),
        "amount" | "integer" if field.required => json!(0),
        _ => Value::Null,
    }
}
