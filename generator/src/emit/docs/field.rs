//! The documentation of fields and parameters.

use super::comment::Docs;
use super::rules::rules;
use crate::emit::markdown::prose;
use crate::model::{Field, Item};

/// A public field, or the setter of a parameter.
pub fn field(field: &Field) -> Docs {
    Docs::new(&prose(&field.doc))
        .paragraph(&facts(field))
        .block(rules(field))
        .aliases([&field.wire, &field.title], &field.name)
}

/// A parameter in the list above `new`.
pub fn required_parameter(field: &Field) -> String {
    let mut text = format!("`{}`: {} ({})", field.name, prose(&field.doc), facts(field));
    for rule in rules(field) {
        text.push_str("\n  ");
        text.push_str(&rule);
    }
    text
}

/// The Korean label of a field, and the range of its values.
pub fn facts(field: &Field) -> String {
    let mut facts = vec![prose(&field.title)];
    if field.wire != field.name {
        facts.push(format!("`{}`", field.wire));
    }
    match field.ty.item {
        Item::Amount => facts.push("in KRW, or the payment's own currency".to_owned()),
        Item::Timestamp => facts.push("Unix seconds".to_owned()),
        _ => {}
    }
    if let Some(max) = field.max_length {
        facts.push(format!("at most {max} characters"));
    }
    match (field.minimum, field.maximum) {
        (Some(minimum), Some(maximum)) => facts.push(format!("from {minimum} to {maximum}")),
        (Some(minimum), None) => facts.push(format!("at least {minimum}")),
        (None, Some(maximum)) => facts.push(format!("at most {maximum}")),
        (None, None) => {}
    }
    if let Some(default) = &field.default {
        facts.push(format!("`{default}` if omitted"));
    }
    if field.privacy.hidden() {
        facts.push("hidden in `Debug`".to_owned());
    }
    facts.join(" · ")
}
