//! Sentences that the crate's documentation and the OpenAPI document have in common.

use crate::model::{Condition, Operation, Requirement, Risk};

/// The requirements of gateways, as beginnings of sentences, in the order of lists.
pub const REQUIREMENTS: [(Requirement, &str); 3] = [
    (Requirement::Required, "Required by"),
    (Requirement::Optional, "Optional at"),
    (Requirement::Unsupported, "Not supported by"),
];

/// The sentence on idempotency.
pub fn repetition(operation: &Operation) -> &'static str {
    match (operation.idempotent, operation.reconcile.is_empty()) {
        (true, _) => "Idempotent: sending it again is safe.",
        (false, false) => {
            "Not idempotent: if the response is lost, do not send it again, but reconcile it."
        }
        (false, true) => {
            "Not idempotent, and the API has no read that shows its outcome: if the response is lost, do not send it again. The \
             outcome stays unknown until you look it up in PortOne's admin console or with the gateway, or ask PortOne's \
             support."
        }
    }
}

/// The sentences on groups of parameters of which one is required; `name` gives the name to show.
pub fn alternatives<'o>(
    operation: &'o Operation,
    name: impl Fn(&'o str) -> &'o str,
) -> Vec<String> {
    let names = |group: &'o Vec<String>| {
        let names = group.iter().map(|wire| format!("`{}`", name(wire)));
        names.collect::<Vec<_>>().join(" or ")
    };
    operation.one_of.iter().map(|group| format!("Required: {}.", names(group))).collect()
}

/// The risk of omitting a parameter by accident.
pub fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::Money => "moves more money than intended",
        Risk::All => "acts on everything instead of one thing",
        Risk::Test => "makes a test payment instead of a real one",
        Risk::Unchecked => "disables a protective check",
    }
}

/// The condition under which a field is required; `other` is the name of the other field.
pub fn required_when(other: &str, condition: &Condition) -> String {
    let codes: Vec<_> = condition.codes.iter().map(|code| format!("`{code}`")).collect();
    format!("Required when `{other}` is {}.", codes.join(" or "))
}
