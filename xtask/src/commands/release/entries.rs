//! Changes of the schema as entries of a changelog.

use std::cmp::Reverse;

use portone_v1_generator::diff::{Change, Level};

/// The first heading, for changes of money and the wire format.
pub const FIRST: &str = "Money and the wire";

/// Each change that affects users, with its heading: those about money first, then by severity.
pub fn of(changes: &[Change]) -> Vec<(&'static str, String)> {
    let mut changes: Vec<_> =
        changes.iter().filter(|change| change.level() != Level::None).collect();
    changes.sort_by_key(|change| (!change.money, Reverse(change.level())));
    changes.into_iter().map(|change| (heading(change), entry(change))).collect()
}

fn heading(change: &Change) -> &'static str {
    let no_compiler_notices = change.rule.wire.max(change.rule.behaviour);
    let reaches_out = change.money || change.rule.wire != Level::None;
    match (&change.before, &change.after) {
        _ if no_compiler_notices == Level::Major && reaches_out => FIRST,
        _ if change.rule.id.contains("deprecat") => "Deprecated",
        (None, Some(_)) => "Added",
        (Some(_), None) => "Removed",
        _ => "Changed",
    }
}

fn entry(change: &Change) -> String {
    let (pointer, what) = (&change.pointer, change.rule.what);
    let breaking = if change.level() == Level::Major { "**Breaking:** " } else { "" };
    let delta = match change.delta.as_slice() {
        [] => String::new(),
        delta => format!(" (`{}`)", delta.join("`, `")),
    };
    format!("- {breaking}`{pointer}`: {what}{delta}.\n  {}\n", change.migration)
}

#[cfg(test)]
mod tests {
    use portone_v1_generator::diff::RULES;

    use super::*;

    fn change(rule: &str, sides: [Option<&str>; 2], money: bool) -> Change {
        let [before, after] = sides.map(|side| side.map(str::to_owned));
        Change {
            rule: RULES.iter().find(|known| known.id == rule).unwrap(),
            pointer: format!("here/{rule}"),
            before,
            after,
            delta: Vec::new(),
            operations: Vec::new(),
            money,
            migration: "Do this.".to_owned(),
        }
    }

    #[test]
    fn money_and_the_wire_come_first_and_money_before_the_wire() {
        let changes = [
            change("code-added", [None, Some("Toss")], true),
            change("variant-renamed", [Some("Kb"), Some("Kookmin")], false),
            change("request-code-removed", [Some("kb"), None], false),
            change("code-changed-on-wire", [Some("kb"), Some("kookmin")], true),
        ];
        let headings: Vec<_> =
            of(&changes).into_iter().filter(|(heading, _)| *heading == FIRST).collect();
        assert!(headings[0].1.contains("here/code-changed-on-wire"), "{headings:?}");
        assert!(headings[1].1.contains("here/request-code-removed"), "{headings:?}");
        assert_eq!(headings.len(), 2);
    }

    #[test]
    fn breaking_entries_are_marked_and_all_have_a_migration() {
        let renamed = change("variant-renamed", [Some("Kb"), Some("Kookmin")], true);
        let text =
            "- **Breaking:** `here/variant-renamed`: a code was renamed in Rust.\n  Do this.\n";
        assert_eq!(of(&[renamed]), [("Changed", text.to_owned())]);
        let added = change("code-added", [None, Some("Toss")], false);
        assert_eq!(of(&[added])[0].0, "Added");
    }
}
