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

/// The page of a list that was asked for, in the record that all lists of V1 have.
pub fn page(list: Vec<Value>, page: Option<i64>, limit: Option<i64>) -> Value {
    let (page, limit) = (page.unwrap_or(1).max(1), limit.unwrap_or(20).clamp(1, 1000));
    let total = i64::try_from(list.len()).unwrap_or(i64::MAX);
    let last = total.div_euclid(limit) + i64::from(total % limit != 0);
    let first = usize::try_from((page - 1).saturating_mul(limit)).unwrap_or(usize::MAX);
    let shown = list.into_iter().skip(first).take(usize::try_from(limit).unwrap_or(usize::MAX));
    json!({
        "total": total,
        "previous": if page > 1 { page - 1 } else { 0 },
        "next": if page < last { page + 1 } else { 0 },
        "list": shown.collect::<Vec<_>>(),
    })
}
