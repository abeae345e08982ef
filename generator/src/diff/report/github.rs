//! GitHub annotations: commands that its runner finds in the output of a step.

use super::content::{Entry, Report};
use crate::diff::Level;
use crate::sanitize::for_terminal;

/// GitHub shows at most ten per step.
const MOST: usize = 10;

/// The most severe changes as annotations of their lines, and the number of the others.
pub fn annotations(report: &Report) -> String {
    let errors = report.suppression_errors.iter().map(|(entry, error)| {
        let title = format!("schema/suppressions.yaml: {}", error.word());
        let message = format!("{} {}: {}", entry.rule, entry.pointer, error.message());
        command("error", &[("file", "schema/suppressions.yaml"), ("title", &title)], &message)
    });
    let mut lines: Vec<_> = errors.collect();
    let open = report.entries.iter().filter(|entry| entry.suppression.is_none());
    lines.extend(open.map(annotation));
    let left = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    lines.push(command("notice", &[("title", "Schema")], &notice(report, left)));
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
    command(severity(change.level()), &properties, &message(entry))
}

fn message(entry: &Entry) -> String {
    let change = &entry.change;
    let money = if change.money { " It moves money." } else { "" };
    let sides = [("before", &change.before), ("after", &change.after)];
    let sides = sides.iter().filter_map(|(side, text)| Some((side, text.as_ref()?)));
    let sides: String = sides.map(|(side, text)| format!("\n{side}: {text}")).collect();
    let what = change.rule.what;
    format!("{what} ({}).{money}{sides}\n{}", change.pointer, change.migration)
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Major => "error",
        Level::Minor => "warning",
        Level::Patch | Level::None => "notice",
    }
}

fn command(name: &str, properties: &[(&str, &str)], message: &str) -> String {
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
