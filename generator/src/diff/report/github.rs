//! GitHub annotations: commands that its runner finds in the output of a step.

use super::content::{Entry, Report};
use super::effect::effect;
use crate::diff::Level;
use crate::sanitize::for_terminal;

/// GitHub shows at most ten of each kind per step.
pub const MOST: usize = 10;

/// Warnings for what breaks, notices for additions, errors for `suppressions.yaml`, and the verdict with the
/// number of the others.
pub fn annotations(report: &Report) -> String {
    let errors = report.suppression_errors.iter().map(|(entry, error)| {
        let title = format!("schema/suppressions.yaml: {}", error.word());
        let message = format!("{} {}: {}", entry.rule, entry.pointer, error.message());
        command("error", &[("file", "schema/suppressions.yaml"), ("title", &title)], &message)
    });
    let open = || report.entries.iter().filter(|entry| entry.suppression.is_none());
    let of = |level| open().filter(move |entry| entry.change.level() == level).map(annotation);
    let mut lines: Vec<_> = errors.take(MOST).collect();
    lines.extend(of(Level::Major).take(MOST));
    // One is kept for the verdict.
    lines.extend(of(Level::Minor).take(MOST - 1));
    let all = open().count() + report.suppression_errors.len();
    lines.push(command("notice", &[("title", "Schema")], &notice(report, all - lines.len())));
    lines.concat()
}

fn notice(report: &Report, left: usize) -> String {
    let left = match left {
        0 => String::new(),
        _ => format!("; {left} not annotated"),
    };
    format!("{}: {} ({}{left})", report.level().word(), report.verdict(), report.summary())
}

fn annotation(entry: &Entry) -> String {
    let (change, rule) = (&entry.change, entry.change.rule);
    let line = entry
        .source_location
        .as_ref()
        .map(|location| location.line.to_string())
        .unwrap_or_default();
    let title = format!("{}: {}", change.level().word(), rule.id);
    let mut properties = Vec::new();
    if let Some(location) = &entry.source_location {
        properties.extend([("file", location.file.as_str()), ("line", line.as_str())]);
    }
    properties.push(("title", &title));
    let kind = if change.level() == Level::Major { "warning" } else { "notice" };
    command(kind, &properties, &message(entry))
}

fn message(entry: &Entry) -> String {
    let change = &entry.change;
    let money = if change.money { " It can decide whether money moves, or how much." } else { "" };
    let (what, whom) = (change.rule.what, effect(change.rule));
    format!("{}: {what} ({whom}).{money}{}\n{}", change.pointer, sides(entry), change.migration)
}

/// The old and the new value.
fn sides(entry: &Entry) -> String {
    let change = &entry.change;
    if !change.delta.is_empty() {
        return change.delta.iter().map(|element| format!("\n{element}")).collect();
    }
    let sides = [("-", &change.before), ("+", &change.after)];
    let sides = sides.iter().filter_map(|(sign, text)| Some((sign, text.as_ref()?)));
    sides.map(|(sign, text)| format!("\n{sign} {text}")).collect()
}

/// One command: it begins a line, and nothing in it ends the line.
pub fn command(name: &str, properties: &[(&str, &str)], message: &str) -> String {
    let properties = properties.iter().map(|(key, value)| format!("{key}={}", property(value)));
    let properties: Vec<_> = properties.collect();
    format!("::{name} {}::{}\n", properties.join(","), data(message.trim_end()))
}

/// A message stays on one line, or its next line could be another command.
fn data(text: &str) -> String {
    for_terminal(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
