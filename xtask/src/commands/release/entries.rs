//! Changes of the schema as entries of a changelog.

use portone_v1_generator::diff::{Change, Level};

/// The heading of what nobody may overlook: it stands before all others.
pub const FIRST: &str = "Money and the wire";

/// Each change under its heading, those about money first, then the graver ones.
pub fn of(changes: &[Change]) -> Vec<(&'static str, String)> {
    let mut changes: Vec<_> = changes.iter().collect();
    changes.sort_by_key(|change| (!change.money, std::cmp::Reverse(change.level())));
    changes.into_iter().map(|change| (heading(change), entry(change))).collect()
}

fn heading(change: &Change) -> &'static str {
    let is_grave = change.level() == Level::Major;
    let on_the_wire = change.money || change.rule.wire != Level::None;
    match (&change.before, &change.after) {
        _ if is_grave && on_the_wire => FIRST,
        (None, Some(_)) => "Added",
        (Some(_), None) => "Removed",
        _ if change.rule.id.contains("deprecated") => "Deprecated",
        _ => "Changed",
    }
}

fn entry(change: &Change) -> String {
    let (pointer, what) = (&change.pointer, change.rule.what);
    let breaking = if change.level() == Level::Major { "**Breaking:** " } else { "" };
    format!("- {breaking}`{pointer}`: {what}.\n  {}\n", change.migration)
}
