//! For programs. schema/diff.md documents the keys.

use serde_json::{Value, json};

use super::content::{Entry, Report};
use super::levels::LEVELS;
use crate::diff::suppression::{DiffSuppression, SuppressionError};

/// The version of the JSON format; it changes when a key is removed or means something else.
pub const JSON_VERSION: u32 = 1;

/// The whole comparison; nothing is left out.
pub fn json(report: &Report) -> Value {
    let counts = LEVELS.map(|level| {
        let of = report.entries.iter().filter(|entry| entry.change.level() == level);
        (level.word().to_owned(), Value::from(of.count()))
    });
    json!({
        "version": JSON_VERSION,
        "before": report.before,
        "after": report.after,
        "level": report.level().word(),
        "current_version": report.version.as_ref().map(ToString::to_string),
        "next_version": report.next().as_ref().map(ToString::to_string),
        "counts": Value::Object(counts.into_iter().collect()),
        "changes": report.entries.iter().map(change).collect::<Vec<_>>(),
        "suppression_errors": suppression_errors(report),
    })
}

fn change(entry: &Entry) -> Value {
    let (change, rule) = (&entry.change, entry.change.rule);
    json!({
        "rule": rule.id,
        "what": rule.what,
        "direction": rule.direction.word(),
        "level": change.level().word(),
        "wire": rule.wire.word(),
        "rust": rule.rust.word(),
        "behaviour": rule.behaviour.word(),
        "pointer": change.pointer,
        "before": change.before,
        "after": change.after,
        "delta": change.delta,
        "file": entry.source_location.as_ref().map(|location| &location.file),
        "line": entry.source_location.as_ref().map(|location| location.line),
        "operations": change.operations,
        "money": change.money,
        "why": rule.why,
        "migration": change.migration,
        "suppression": entry.suppression.as_ref().map(|suppression| json!({
            "reason": suppression.reason,
            "expires": suppression.expires,
        })),
    })
}

fn suppression_errors(report: &Report) -> Vec<Value> {
    let object = |(entry, error): &(DiffSuppression, SuppressionError)| {
        json!({
            "error": error.word(),
            "rule": entry.rule,
            "pointer": entry.pointer,
            "expires": entry.expires,
        })
    };
    report.suppression_errors.iter().map(object).collect()
}
