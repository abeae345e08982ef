//! The rules of a field in documentation: its omission, its conditions, and what gateways require.

use super::gateways::{named, names};
use crate::emit::markdown::{list, prose};
use crate::model::{ExplicitOmission, Field, Omission, Requirement};
use crate::phrases;

/// One line for each rule of a field.
pub fn rules(field: &Field) -> Vec<String> {
    let mut rules = Vec::new();
    if let Some(omitted) = &field.omitted {
        rules.push(omission(omitted));
    }
    for condition in &field.conditions {
        rules.push(phrases::required_when(&condition.field, condition));
    }
    for (requirement, text) in phrases::REQUIREMENTS {
        rules.extend(by_requirement(field, requirement, text));
    }
    for rule in &field.rules {
        if let Some(doc) = &rule.doc {
            rules.push(format!("{}: {}", named(&rule.gateway), prose(doc)));
        }
    }
    list(rules)
}

fn omission(omitted: &Omission) -> String {
    let means = prose(&omitted.means);
    match &omitted.explicit {
        Some(ExplicitOmission { name, omit, .. }) => format!("With [`{name}::{omit}`]: {means}"),
        None => format!("Omitted: {means}"),
    }
}

fn by_requirement(field: &Field, requirement: Requirement, text: &str) -> Option<String> {
    let of = field.rules.iter().filter(|rule| rule.requirement == Some(requirement));
    let mut gateways = names(of.map(|rule| &rule.gateway));
    if field.others == Some(requirement) {
        gateways.push_str(if gateways.is_empty() { "all gateways" } else { ", and all others" });
    }
    let others_only = field.others == Some(requirement) && gateways == "all gateways";
    if others_only && !field.rules.is_empty() {
        gateways = "all other gateways".to_owned();
    }
    (!gateways.is_empty()).then(|| format!("{text} {gateways}."))
}
