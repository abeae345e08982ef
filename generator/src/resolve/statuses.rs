//! The documented statuses of an operation, other than 200.

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::syntax::values::Statuses;

/// Each status and its description.
pub fn resolve(entries: Option<&Statuses>, log: &mut Log) -> Vec<(u16, String)> {
    let Some(entries) = entries else { return Vec::new() };
    let mut statuses = Vec::new();
    for (key, text) in entries.0.iter() {
        match key.text.parse() {
            Ok(status) if (100..600).contains(&status) && key.text.len() == 3 => {
                statuses.push((status, text.value.clone()))
            }
            _ => log.push(
                Diagnostic::new(&codes::E009, format!("`{}` is not an HTTP status", key.text))
                    .at(key.span, "expected a number from 100 to 599"),
            ),
        }
    }
    statuses
}
