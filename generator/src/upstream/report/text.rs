//! The report for a terminal.

use std::fmt::Write;

use super::words::Words;
use crate::sanitize::{for_line, for_terminal};
use crate::upstream::finding::{Finding, Group};
use crate::upstream::yaml_fragment::indented;

/// For a terminal; `bold` wraps headings.
pub fn text(findings: &[Finding], words: Words, bold: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    for group in Group::ALL {
        let of: Vec<_> = findings.iter().filter(|finding| finding.kind.group() == group).collect();
        if of.is_empty() {
            continue;
        }
        push(&mut text, format_args!("{}", bold(&format!("{} ({})", group.heading(), of.len()))));
        push(&mut text, format_args!("  {}\n", words.advice(group)));
        for finding in of {
            entry(&mut text, words, finding);
        }
    }
    text
}

fn entry(text: &mut String, words: Words, finding: &Finding) {
    push(text, format_args!("  {}", for_terminal(&finding.id())));
    if let Some(location) = &finding.source_location {
        push(text, format_args!("    at     {}:{}", location.file, location.line));
    }
    if !words.is_edit(finding) {
        let (ours, theirs) = words.sides_of(finding);
        push(text, format_args!("    {ours:6} {}", for_terminal(dash(&finding.ours))));
        push(text, format_args!("    {theirs:6} {}", for_terminal(dash(&finding.theirs))));
    }
    for (label, detail) in words.details(finding) {
        push(text, format_args!("    {label:6} {}", for_line(detail)));
    }
    if !finding.suggestion.is_empty() {
        push(
            text,
            format_args!("    suggestion\n{}", indented(&for_terminal(&finding.suggestion), 6)),
        );
    }
    text.push('\n');
}

fn dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

/// Writing to a `String` cannot fail.
fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}
