//! The report for programs.

use serde_json::{Value, json};

use super::words::Words;
use crate::upstream::finding::{Finding, WHOLE_API};

/// The version of the JSON format; it changes when a key is removed or means something else.
pub const JSON_VERSION: u32 = 1;

/// `{version, findings: [{id, kind, group, …}]}`; schema/drift.md lists the keys.
pub fn json(findings: &[Finding], words: Words) -> Value {
    let findings: Vec<_> = findings.iter().map(|finding| object(finding, words)).collect();
    json!({ "version": JSON_VERSION, "findings": findings })
}

fn object(finding: &Finding, words: Words) -> Value {
    let is_route = finding.subject.contains(' ');
    let is_type = !is_route && finding.subject != WHOLE_API;
    let (place, field) = match finding.location.split_once('.') {
        Some((place, field)) if is_route => (place, field),
        _ => ("", finding.location.as_str()),
    };
    let (ours, theirs) = words.sides();
    json!({
        "id": finding.id(),
        "kind": finding.kind.id(),
        "group": finding.kind.group(),
        "operation": is_route.then_some(&finding.subject),
        "type": is_type.then_some(&finding.subject),
        "location": place,
        "field": field,
        "detail": finding.detail,
        ours: finding.ours,
        theirs: finding.theirs,
        "compared": if finding.is_history { "documents" } else { words.compared() },
        "edit": finding.edit,
        "means": finding.meaning,
        "note": finding.note,
        "doc": finding.doc,
        "page": finding.link,
        "file": finding.source_location.as_ref().map(|location| &location.file),
        "line": finding.source_location.as_ref().map(|location| location.line),
        "suggestion": finding.suggestion,
    })
}
