//! New items in a few words that change whenever a fact of theirs does, so that an accepted item whose facts change is
//! found again.

use super::limits::{or_none, range, requiredness};
use crate::hashing::sha256;
use crate::upstream::facts::{FieldFacts, FieldMap, OperationFacts};

/// `string, required, max 40`
pub fn of_field(field: &FieldFacts) -> String {
    let mut parts = vec![of_type(field)];
    if field.required {
        parts.push(requiredness(field).to_owned());
    }
    if field.max.is_some() {
        parts.push(format!("max {}", or_none(field.max)));
    }
    if field.minimum.is_some() || field.maximum.is_some() {
        parts.push(range(field));
    }
    if !field.values.is_empty() {
        parts.push(field.values.join("|"));
    }
    parts.extend(field.constraints.iter().map(|(key, value)| format!("{key} {value}")));
    parts.extend(field.gateways.iter().map(|(gateway, rule)| format!("{rule} for {gateway}")));
    parts.join(", ")
}

/// `string`, or `object { memo: string }`
pub fn of_type(field: &FieldFacts) -> String {
    match of_fields(&field.members) {
        members if members.is_empty() => field.ty.clone(),
        members => format!("{} {{ {members} }}", field.ty),
    }
}

/// `memo: string; uid: string, required`
pub fn of_fields(fields: &FieldMap) -> String {
    let fields = fields.iter().map(|(name, field)| format!("{name}: {}", of_field(field)));
    fields.collect::<Vec<_>>().join("; ")
}

/// The title, and a hash of everything else.
pub fn of_operation(operation: &OperationFacts) -> String {
    let responses = operation.responses.iter().map(|(status, response)| {
        let (members, beside) = (of_fields(&response.members), of_fields(&response.beside));
        format!("{status} {:?} {} {members} {beside}", response.body, response.returns.join(" or "))
    });
    let responses = responses.collect::<Vec<_>>().join("\n");
    let parameters = of_fields(&operation.parameters);
    let all = format!("{}\n{parameters}\n{responses}", operation.gateways.join(", "));
    let hash = sha256(all.as_bytes());
    format!("{} (facts {})", operation.title, hash.get(..8).unwrap_or_default()).trim().to_owned()
}
