//! Descriptions: our sentences, followed by the facts that viewers do not show because they stand
//! in extensions.

use crate::model::{Field, Gateway, Operation, Requirement};
use crate::phrases;

/// Our sentence, with the Korean label of the docs.
pub fn labelled(doc: &str, title: &str) -> String {
    format!("{doc} ({title})")
}

/// The description of an operation: its effect, the Korean title of the docs, its gateways, and its idempotency.
pub fn operation(operation: &Operation) -> String {
    let mut blocks = vec![operation.doc.clone(), operation.title.clone()];
    if !operation.gateways.is_empty() {
        blocks.push(format!("Gateways: {}.", codes(operation.gateways.iter())));
    }
    let notes = operation.notes.iter();
    blocks.extend(list(notes.map(|(gateway, note)| format!("`{}`: {note}", gateway.code))));
    blocks.extend(phrases::alternatives(operation, |wire| wire));
    blocks.push(phrases::repetition(operation).to_owned());
    if let Some(since) = &operation.undocumented_since {
        blocks.push(undocumented(since));
    }
    blocks.join("\n\n")
}

fn undocumented(since: &str) -> String {
    format!("Undocumented since {since}: it may stop working without notice.")
}

/// The description of a field: its meaning, and the effect of omitting it.
pub fn field(field: &Field) -> String {
    let mut facts = Vec::new();
    facts.extend(field.omitted.as_ref().map(|omitted| format!("Left out: {}", omitted.means)));
    facts.extend(field.default.as_ref().map(|default| format!("Default: `{default}`.")));
    for condition in &field.conditions {
        facts.push(phrases::required_when(&condition.wire, condition));
    }
    facts.extend(phrases::REQUIREMENTS.iter().filter_map(|(which, text)| by(field, *which, text)));
    let docs = field.rules.iter().filter_map(|rule| Some((rule, rule.doc.as_ref()?)));
    facts.extend(docs.map(|(rule, doc)| format!("`{}`: {doc}", rule.gateway.code)));
    facts.extend(field.deprecated.as_ref().map(|reason| format!("Deprecated: {reason}")));
    facts.extend(field.undocumented_since.as_deref().map(undocumented));
    let blocks = [labelled(&field.doc, &field.title)].into_iter().chain(list(facts));
    blocks.collect::<Vec<_>>().join("\n\n")
}

fn by(field: &Field, requirement: Requirement, text: &str) -> Option<String> {
    let rules = field.rules.iter().filter(|rule| rule.requirement == Some(requirement));
    let gateways = codes(rules.map(|rule| &rule.gateway));
    let others = field.others == Some(requirement);
    match (gateways.is_empty(), others) {
        (true, false) => None,
        (true, true) if field.rules.is_empty() => Some(format!("{text} all gateways.")),
        (true, true) => Some(format!("{text} all other gateways.")),
        (false, true) => Some(format!("{text} {gateways} and all others.")),
        (false, false) => Some(format!("{text} {gateways}.")),
    }
}

fn codes<'a>(gateways: impl Iterator<Item = &'a Gateway>) -> String {
    gateways.map(|gateway| format!("`{}`", gateway.code)).collect::<Vec<_>>().join(", ")
}

/// Sentences as one block of list items; nothing when there are none.
fn list(items: impl IntoIterator<Item = String>) -> Option<String> {
    let items: Vec<_> = items.into_iter().map(|item| format!("- {item}")).collect();
    (!items.is_empty()).then(|| items.join("\n"))
}
