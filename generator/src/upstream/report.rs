//! Findings as text, Markdown and JSON.

use std::fmt::Write;

use serde_json::{Value, json};

use super::finding::{Finding, Group};
use super::yaml_fragment::indented;
use crate::sanitize::{for_cell, for_terminal};

/// The version of the JSON format; it changes when a key is removed or means something else.
pub const JSON_VERSION: u32 = 1;

/// For a terminal; `bold` wraps headings.
pub fn text(findings: &[Finding], bold: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    for group in Group::ALL {
        let of = of(findings, group);
        if of.is_empty() {
            continue;
        }
        push(&mut text, format_args!("{}", bold(&format!("{} ({})", group.heading(), of.len()))));
        push(&mut text, format_args!("  {}\n", group.advice()));
        for finding in of {
            entry(&mut text, finding);
        }
    }
    text
}

fn entry(text: &mut String, finding: &Finding) {
    push(text, format_args!("  {}", for_terminal(&finding.id())));
    if let Some(location) = &finding.source_location {
        push(text, format_args!("    at     {}:{}", location.file, location.line));
    }
    push(text, format_args!("    ours   {}", for_terminal(dash(&finding.ours))));
    push(text, format_args!("    theirs {}", for_terminal(dash(&finding.theirs))));
    if !finding.suggestion.is_empty() {
        push(
            text,
            format_args!("    suggestion\n{}", indented(&for_terminal(&finding.suggestion), 6)),
        );
    }
    text.push('\n');
}

/// For a pull request.
pub fn markdown(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return "The schema and upstream's description agree.\n".to_owned();
    }
    let mut text = String::new();
    for group in Group::ALL {
        let of = of(findings, group);
        if of.is_empty() {
            continue;
        }
        push(
            &mut text,
            format_args!("## {} ({})\n\n{}\n", group.heading(), of.len(), group.advice()),
        );
        push(&mut text, format_args!("| what | where | ours | theirs |\n|---|---|---|---|"));
        for finding in &of {
            push(&mut text, format_args!("{}", row(finding)));
        }
        text.push('\n');
        for finding in of.iter().filter(|finding| !finding.suggestion.is_empty()) {
            push(
                &mut text,
                format_args!(
                    "<details><summary><code>{}</code></summary>\n\n````yaml\n{}\n````\n\n</details>\n",
                    cell(&finding.id()),
                    for_terminal(&finding.suggestion)
                ),
            );
        }
    }
    text
}

fn row(finding: &Finding) -> String {
    let location = finding.source_location.as_ref();
    let location = location
        .map_or_else(String::new, |location| format!("{}:{}", location.file, location.line));
    let (id, ours, theirs) = (cell(&finding.id()), cell(&finding.ours), cell(&finding.theirs));
    format!("| <code>{id}</code> | {location} | {ours} | {theirs} |")
}

fn cell(text: &str) -> String {
    for_cell(dash(text))
}

/// For programs: `{version, findings: [{id, kind, group, operation, location, field, ours, theirs,
/// file, line, suggestion}]}`.
pub fn json(findings: &[Finding]) -> Value {
    json!({ "version": JSON_VERSION, "findings": findings.iter().map(object).collect::<Vec<_>>() })
}

fn object(finding: &Finding) -> Value {
    let is_route = finding.subject.contains(' ');
    let (place, field) = match finding.location.split_once('.') {
        Some((place, field)) if is_route => (place, field),
        _ => ("", finding.location.as_str()),
    };
    json!({
        "id": finding.id(),
        "kind": finding.kind.id(),
        "group": finding.kind.group(),
        "operation": is_route.then_some(&finding.subject),
        "type": (!is_route).then_some(&finding.subject),
        "location": place,
        "field": field,
        "ours": finding.ours,
        "theirs": finding.theirs,
        "file": finding.source_location.as_ref().map(|location| &location.file),
        "line": finding.source_location.as_ref().map(|location| location.line),
        "suggestion": finding.suggestion,
    })
}

fn of(findings: &[Finding], group: Group) -> Vec<&Finding> {
    findings.iter().filter(|finding| finding.kind.group() == group).collect()
}

fn dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

/// Writing to a `String` cannot fail.
fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}
