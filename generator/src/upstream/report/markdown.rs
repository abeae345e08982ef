//! The report for a pull request.

use super::words::Words;
use crate::sanitize::{for_cell, for_terminal};
use crate::upstream::finding::{Finding, Group};

/// For a pull request.
pub fn markdown(findings: &[Finding], words: Words) -> String {
    if findings.is_empty() {
        return format!("{}\n", words.agreement());
    }
    let groups = Group::ALL.into_iter().map(|group| {
        let of: Vec<_> = findings.iter().filter(|finding| finding.kind.group() == group).collect();
        if of.is_empty() { String::new() } else { section(group, &of, words) }
    });
    groups.collect()
}

fn section(group: Group, findings: &[&Finding], words: Words) -> String {
    let (ours, theirs) = words.sides();
    let (heading, advice) = (group.heading(), words.advice(group));
    let rows = lines(findings.iter().map(|finding| row(finding, words)));
    let details = lines(findings.iter().filter_map(|finding| details(finding, words)));
    let gap = if details.is_empty() { "" } else { "\n" };
    let suggestions: String = findings.iter().filter_map(|finding| suggestion(finding)).collect();
    format!(
        "## {heading} ({})\n\n{advice}\n\n| what | where | {ours} | {theirs} |\n|---|---|---|---|\n{rows}\n{details}{gap}{suggestions}",
        findings.len(),
    )
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
}

fn row(finding: &Finding, words: Words) -> String {
    let location = finding.source_location.as_ref();
    let location = location
        .map_or_else(String::new, |location| format!("{}:{}", location.file, location.line));
    let is_prose = words.is_edit(finding);
    let value = |text: &str| if is_prose { cell("") } else { cell(text) };
    let ours = if finding.is_history && !is_prose { "before: " } else { "" };
    let (id, theirs) = (cell(&finding.id()), value(&finding.theirs));
    format!("| <code>{id}</code> | {location} | {ours}{} | {theirs} |", value(&finding.ours))
}

fn details(finding: &Finding, words: Words) -> Option<String> {
    let details = words.details(finding);
    let texts = details.iter().map(|(label, text)| format!("  - {label}: {}", for_cell(text)));
    let texts = texts.collect::<Vec<_>>().join("\n");
    (!texts.is_empty()).then(|| format!("- <code>{}</code>\n{texts}", cell(&finding.id())))
}

fn suggestion(finding: &Finding) -> Option<String> {
    let suggestion = for_terminal(&finding.suggestion);
    (!suggestion.is_empty()).then(|| {
        format!(
            "<details><summary><code>{}</code></summary>\n\n````yaml\n{suggestion}\n````\n\n</details>\n\n",
            cell(&finding.id()),
        )
    })
}

fn cell(text: &str) -> String {
    for_cell(if text.is_empty() { "–" } else { text })
}
