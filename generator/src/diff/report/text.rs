//! For a terminal.

use std::fmt::Write;

use super::content::{Entry, Report};
use super::dash::dash;
use super::levels::{LEVELS, heading};
use crate::diff::Level;
use crate::sanitize::for_line;

/// A function that colours a text by a level.
pub type Paint<'p> = &'p dyn Fn(Level, &str) -> String;

/// The comparison, in descending order of severity.
pub fn text(report: &Report, paint: Paint<'_>) -> String {
    let mut text = String::new();
    for level in LEVELS {
        group(&mut text, heading(level), &report.of(level, false), level, paint);
    }
    let suppressed: Vec<_> = LEVELS.iter().flat_map(|level| report.of(*level, true)).collect();
    group(&mut text, "Suppressed", &suppressed, Level::None, paint);
    suppression_errors(&mut text, report, paint);
    push(&mut text, format_args!("{} → {}", for_line(&report.before), for_line(&report.after)));
    let verdict =
        paint(report.level(), &format!("{}: {}", report.level().word(), report.verdict()));
    push(&mut text, format_args!("{}\n{verdict}", report.summary()));
    text
}

fn group(text: &mut String, title: &str, entries: &[&Entry], level: Level, paint: Paint<'_>) {
    if entries.is_empty() {
        return;
    }
    push(text, format_args!("{}\n", paint(level, &format!("{title} ({})", entries.len()))));
    for entry in entries {
        push(text, format_args!("{}", one(entry)));
    }
}

fn one(entry: &Entry) -> String {
    let (change, rule) = (&entry.change, entry.change.rule);
    let mut text = format!("  {} {}\n", rule.id, for_line(&change.pointer));
    let levels = (rule.wire.word(), rule.rust.word(), rule.behaviour.word());
    let verdicts = format!("wire {}, Rust {}, behaviour {}", levels.0, levels.1, levels.2);
    let at = entry
        .source_location
        .as_ref()
        .map(|location| format!("{}:{}", location.file, location.line));
    let lines = [
        ("what", Some(format!("{} ({verdicts})", rule.what))),
        ("at", at),
        ("before", Some(dash(change.before.as_deref()).to_owned())),
        ("after", Some(dash(change.after.as_deref()).to_owned())),
        ("affects", (!change.operations.is_empty()).then(|| affected(entry))),
        ("why", Some(rule.why.to_owned())),
        ("do", (!change.migration.is_empty()).then(|| change.migration.clone())),
        (
            "reason",
            entry.suppression.as_ref().map(|it| format!("{} (until {})", it.reason, it.expires)),
        ),
    ];
    for (key, value) in lines.into_iter().filter_map(|(key, value)| Some((key, value?))) {
        push(&mut text, format_args!("    {key:<8}{}", for_line(&value)));
    }
    text
}

fn affected(entry: &Entry) -> String {
    let money = if entry.change.money { ": it moves money" } else { "" };
    format!("{}{money}", entry.change.operations.join(", "))
}

fn suppression_errors(text: &mut String, report: &Report, paint: Paint<'_>) {
    for (entry, error) in &report.suppression_errors {
        let title = format!("schema/suppressions.yaml: {}", error.word());
        push(text, format_args!("{}", paint(Level::Major, &title)));
        let (rule, pointer) = (for_line(&entry.rule), for_line(&entry.pointer));
        push(text, format_args!("  {rule} {pointer}: {}", error.message()));
        push(text, format_args!("  help: remove the entry, or correct it\n"));
    }
}

/// Writing to a `String` cannot fail.
fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}
