use std::fmt::Write;

use portone_v1_generator::diff::Change;

pub fn text(changes: &[Change]) -> String {
    changes.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn one(change: &Change) -> String {
    let rule = change.rule;
    let [wire, rust, behaviour] = [rule.wire, rule.rust, rule.behaviour].map(|level| level.word());
    let mut text = format!("{} {}\n", rule.id, change.pointer);
    writeln!(text, "  wire {wire}, Rust {rust}, behaviour {behaviour}").unwrap();
    let sides = [("-", &change.before), ("+", &change.after)];
    for (mark, side) in sides.iter().filter_map(|(mark, side)| Some((mark, side.as_ref()?))) {
        for line in side.lines() {
            writeln!(text, "  {mark} {line}").unwrap();
        }
    }
    let money = if change.money { " (money)" } else { "" };
    writeln!(text, "  reaches {}{money}", change.operations.join(", ")).unwrap();
    writeln!(text, "  {}", change.migration).unwrap();
    text
}
