//! Nodes that upstream's own site leaves out.

use serde_json::Value;

/// Removes every node that is marked as hidden; returns their number.
pub fn remove(value: &mut Value) -> usize {
    match value {
        Value::Object(members) => {
            let before = members.len();
            members.retain(|_, member| !is_hidden(member));
            before - members.len() + members.values_mut().map(remove).sum::<usize>()
        }
        Value::Array(items) => {
            let before = items.len();
            items.retain(|item| !is_hidden(item));
            before - items.len() + items.iter_mut().map(remove).sum::<usize>()
        }
        _ => 0,
    }
}

fn is_hidden(value: &Value) -> bool {
    value.get("x-portone-hidden") == Some(&Value::Bool(true))
}
