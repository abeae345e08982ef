//! Sentences that the crate's documentation and the OpenAPI document have in common.

use crate::model::{Condition, Operation, Requirement, Risk};

/// What a gateway asks for, as the beginning of a sentence, in the order of lists.
pub const REQUIREMENTS: [(Requirement, &str); 3] = [
    (Requirement::Required, "Required by"),
    (Requirement::Optional, "Optional at"),
    (Requirement::Unsupported, "Not supported by"),
];

/// Whether an operation may be sent again.
pub fn repetition(operation: &Operation) -> &'static str {
    if operation.idempotent {
        "Sending it again is safe."
    } else {
        "Not to be sent twice: after a lost answer, find out what happened before trying again."
    }
}

/// What leaving a parameter out by accident does.
pub fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::Money => "moves more money than meant",
        Risk::All => "acts on everything instead of one thing",
        Risk::Test => "makes a test of what was meant to be real",
        Risk::Unchecked => "does away with a check that protects",
    }
}

/// When a field is required; `other` is what the readers know the other field by.
pub fn required_when(other: &str, condition: &Condition) -> String {
    let codes: Vec<_> = condition.codes.iter().map(|code| format!("`{code}`")).collect();
    format!("Required when `{other}` is {}.", codes.join(" or "))
}
