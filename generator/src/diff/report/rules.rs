//! The table of rules.

use serde_json::{Value, json};

use crate::diff::{RULES, Rule};
use crate::sanitize::for_cell;

/// For a terminal.
pub fn rules_text() -> String {
    RULES.iter().map(|rule| paragraph(rule)).collect::<Vec<_>>().join("\n")
}

fn paragraph(rule: &Rule) -> String {
    let Rule { id, what, why, example, .. } = rule;
    let (wire, rust, behaviour) = (rule.wire.word(), rule.rust.word(), rule.behaviour.word());
    let level = rule.level().word();
    format!(
        "{id}: {level}\n  {what} ({})\n  wire {wire}, Rust {rust}, behaviour {behaviour}\n  {why}\n  \
         {example}\n",
        rule.direction.word()
    )
}

/// For a page.
pub fn rules_markdown() -> String {
    let head =
        "| rule | what | about | wire | Rust | behaviour | why |\n|---|---|---|---|---|---|---|\n";
    let rows = RULES.iter().map(|rule| row(rule));
    rows.fold(head.to_owned(), |table, row| table + &row)
}

fn row(rule: &Rule) -> String {
    let (wire, rust, behaviour) = (rule.wire.word(), rule.rust.word(), rule.behaviour.word());
    let (what, why, about) = (for_cell(rule.what), for_cell(rule.why), rule.direction.word());
    format!("| `{}` | {what} | {about} | {wire} | {rust} | {behaviour} | {why} |\n", rule.id)
}

/// For programs.
pub fn rules_json() -> Value {
    let rules = RULES.iter().map(|rule| {
        json!({
            "id": rule.id,
            "what": rule.what,
            "direction": rule.direction.word(),
            "level": rule.level().word(),
            "wire": rule.wire.word(),
            "rust": rule.rust.word(),
            "behaviour": rule.behaviour.word(),
            "why": rule.why,
            "example": rule.example,
        })
    });
    json!({ "version": super::JSON_VERSION, "rules": rules.collect::<Vec<_>>() })
}
