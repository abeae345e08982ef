//! Records as V1 writes them: every field is there, null or 0 where there is nothing to say.

use serde_json::{Map, Value, json};

use crate::contract::{Contract, Field};

/// A record of this type: what `values` says, and nothing of everything else.
///
/// Fields that the docs require and real answers lack are left out unless `values` has them.
pub fn of(contract: &Contract, ty: &str, values: &Map<String, Value>) -> Value {
    let fields = contract.types.get(ty).map_or(&[][..], |shape| &shape.record);
    let mut record = Map::new();
    for field in fields {
        let given = values.get(&field.name).filter(|value| !value.is_null());
        match given {
            Some(value) => drop(record.insert(field.name.clone(), value.clone())),
            None if field.absent => {}
            None => drop(record.insert(field.name.clone(), nothing(field))),
        }
    }
    record.into()
}

fn nothing(field: &Field) -> Value {
    if field.list {
        return json!([]);
    }
    match field.ty.as_str() {
        // "Has not happened".
        "timestamp" => json!(0),
        "boolean" => json!(false),
        "amount" | "integer" if field.required => json!(0),
        _ => Value::Null,
    }
}
