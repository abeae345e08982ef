//! The heading of a comment, and the sentence below it.

use super::content::Report;
use super::levels::{LEVELS, icon};
use super::prose::{code, plain};
use crate::diff::Level;

/// The verdict, the branches, and the counts.
pub fn title(report: &Report) -> String {
    let verdict = match report.level() {
        Level::None => "the same for everybody".to_owned(),
        level => format!("a **{}** change", level.word()),
    };
    let head = report.origin.head.as_ref().unwrap_or(&report.after);
    let base = report.origin.base.as_ref().unwrap_or(&report.before);
    format!(
        "## Schema: {verdict}, {}\n\n{} compared with {}: {}.\n\n",
        plain(&report.verdict()),
        code(head),
        code(base),
        counts(report)
    )
}

/// `🔴 2 major, ⚠️ 1 that no compiler notices, …`
fn counts(report: &Report) -> String {
    let count = |test: &dyn Fn(&super::content::Entry) -> bool| {
        report.entries.iter().filter(|entry| test(entry)).count()
    };
    let mut counts: Vec<String> = LEVELS
        .iter()
        .map(|level| (count(&|entry| entry.change.level() == *level), *level))
        .filter(|(count, _)| *count > 0)
        .map(|(count, level)| format!("{} {count} {}", icon(level), level.word()))
        .collect();
    let of_them = [
        ("⚠️", count(&|entry| entry.change.rule.is_silent()), "that no compiler notices"),
        ("💰", count(&|entry| entry.change.money), "that can decide about money"),
        ("", count(&|entry| entry.suppression.is_some()), "suppressed"),
    ];
    let of_them = of_them.into_iter().filter(|(_, count, _)| *count > 0);
    counts.extend(
        of_them.map(|(icon, count, what)| format!("{icon} {count} {what}").trim().to_owned()),
    );
    match report.entries.len() {
        0 => "no change".to_owned(),
        1 => format!("1 change: {}", counts.join(", ")),
        all => format!("{all} changes: {}", counts.join(", ")),
    }
}
