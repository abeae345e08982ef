//! For a comment on a pull request.

use super::budget::Budget;
use super::content::{Entry, Report};
use super::groups::{ChangeGroup, ChangeSubject, groups};
use super::levels::icon;
use super::lines::{details, line, short_line};
use super::prose::{code, plain};
use super::title::title;
use crate::diff::Level;

/// The first line: by it, the comment is found and brought up to date.
pub const MARKER: &str = "<!-- portone-v1-schema-diff -->";

/// The most bytes: GitHub refuses a comment of more than 65,536 characters.
pub const LIMIT: usize = 65_000;

/// The space that is kept for the lines that are always there.
const FRAME: usize = 2_000;

/// The part of the space for what is not a detail.
const OPEN: usize = LIMIT / 10 * 9;

/// The most entries of a short list.
const LONGEST: usize = 8;

/// The verdict, then a group for each operation and type; what does not fit is counted.
pub fn markdown(report: &Report) -> String {
    let mut text = format!("{MARKER}\n{}{}", title(report), suppression_errors(report));
    let mut budget = Budget::new(OPEN.saturating_sub(text.len() + FRAME));
    let (suppressed, open): (Vec<&Entry>, Vec<&Entry>) =
        report.entries.iter().partition(|entry| entry.suppression.is_some());
    let (matter, docs): (Vec<&Entry>, Vec<&Entry>) =
        open.into_iter().partition(|entry| entry.change.level() > Level::Patch);
    let groups = groups(matter);
    let shown: Vec<_> =
        groups.iter().filter_map(|group| lines(report, group, &mut budget)).collect();
    let suppressed = folded(report, "Suppressed", suppressed, &mut budget);
    let docs = folded(report, &format!("{} Patch", icon(Level::Patch)), docs, &mut budget);
    let mut details = Budget::new(LIMIT.saturating_sub(text.len() + budget.spent() + FRAME));
    for (group, lines) in shown {
        text += &lines;
        text += &reasons(group, &mut details);
    }
    text + &suppressed + &docs + &left(budget.left())
}

/// A group without details, as far as it fits.
fn lines<'g, 'r>(
    report: &Report,
    group: &'g ChangeGroup<'r>,
    budget: &mut Budget,
) -> Option<(&'g ChangeGroup<'r>, String)> {
    let mut lines = String::new();
    for cluster in &group.clusters {
        let heading = if lines.is_empty() { heading(group) } else { String::new() };
        let line = heading + &line(report, &group.subject, cluster);
        lines += &budget.take(line, cluster.entries.len()).unwrap_or_default();
    }
    (!lines.is_empty()).then_some((group, lines))
}

fn heading(group: &ChangeGroup<'_>) -> String {
    match &group.subject {
        ChangeSubject::Operation(name) => format!("### {}\n\n", code(name)),
        ChangeSubject::Crate => "### The crate\n\n".to_owned(),
        ChangeSubject::Type(name) => match group.users() {
            0 => format!("### Type {}\n\n", code(name)),
            users => format!("### Type {}, in {users} operations\n\n", code(name)),
        },
    }
}

/// The folded details of a group, as far as they fit.
fn reasons(group: &ChangeGroup<'_>, budget: &mut Budget) -> String {
    const FOLD: &str = "\n<details><summary>Before, after, and why</summary>\n\n";
    const END: &str = "\n</details>\n\n";
    budget.spend(FOLD.len() + END.len());
    let details = group
        .clusters
        .iter()
        .filter_map(|cluster| budget.take(details(cluster), cluster.entries.len()));
    let details: String = details.collect();
    if details.is_empty() { "\n".to_owned() } else { format!("{FOLD}{details}{END}") }
}

/// A folded list of changes, a line for each kind in each group.
fn folded(report: &Report, title: &str, entries: Vec<&Entry>, budget: &mut Budget) -> String {
    let all = entries.len();
    let mut lines = String::new();
    for group in groups(entries) {
        for cluster in &group.clusters {
            let line = short_line(report, &group.subject, cluster);
            lines += &budget.take(line, cluster.entries.len()).unwrap_or_default();
        }
    }
    match lines.is_empty() {
        true => String::new(),
        false => format!("<details><summary>{title} ({all})</summary>\n\n{lines}\n</details>\n\n"),
    }
}

fn left(left: usize) -> String {
    match left {
        0 => String::new(),
        _ => format!(
            "**{left} more** did not fit; the most severe are above. `cargo xtask diff` shows all.\n"
        ),
    }
}

fn suppression_errors(report: &Report) -> String {
    let errors = &report.suppression_errors;
    let lines = errors.iter().take(LONGEST).map(|(entry, error)| {
        let (rule, pointer) = (code(&entry.rule), code(&entry.pointer));
        format!("- {rule} {pointer}: {}\n", plain(error.message()))
    });
    let lines: String = lines.collect();
    let more = match errors.len().saturating_sub(LONGEST) {
        0 => String::new(),
        more => format!("- and {more} more\n"),
    };
    match errors.is_empty() {
        true => String::new(),
        false => format!("### Remove from `schema/suppressions.yaml`\n\n{lines}{more}\n"),
    }
}
