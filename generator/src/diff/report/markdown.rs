//! For a comment on a pull request.

use super::content::{Entry, Report};
use super::dash::dash;
use super::levels::{LEVELS, heading};
use crate::diff::Level;
use crate::diff::suppression::DiffSuppression;
use crate::sanitize::{for_cell, for_line};

/// The first line: by it, the comment is found and brought up to date.
pub const MARKER: &str = "<!-- portone-v1-schema-diff -->";

/// The most bytes: GitHub refuses a comment of more than 65,536 characters.
pub const LIMIT: usize = 65_000;

/// The space that is kept for the lines that are always there.
const FRAME: usize = 2_000;

/// The most letters of one cell, and the most names in a list.
const WIDEST: usize = 300;
const LONGEST: usize = 8;

const TABLE: &str =
    "| rule | where | before | after | wire | Rust | behaviour |\n|---|---|---|---|---|---|---|\n";

/// The verdict, then a table for each level; what does not fit is counted.
pub fn markdown(report: &Report) -> String {
    let mut text = head(report);
    text += &suppression_errors(report);
    let mut remaining = LIMIT.saturating_sub(text.len() + FRAME);
    let mut left = 0;
    for level in LEVELS {
        let (group, cut) = group(heading(level), &report.of(level, false), &mut remaining);
        text += &group;
        left += cut;
    }
    let suppressed: Vec<_> = LEVELS.iter().flat_map(|level| report.of(*level, true)).collect();
    let (group, cut) = group("Suppressed", &suppressed, &mut remaining);
    text += &group;
    left += cut;
    if left > 0 {
        text += &format!(
            "**{left} more** did not fit; the most severe are above. `cargo xtask diff` shows all.\n"
        );
    }
    text
}

fn head(report: &Report) -> String {
    let title = match report.level() {
        Level::None => "the same for everybody".to_owned(),
        level => format!("a **{}** change", level.word()),
    };
    let money = report.entries.iter().filter(|entry| entry.change.money).count();
    let money = match money {
        0 => String::new(),
        _ => format!(" **{money} of them may move money.**"),
    };
    format!(
        "{MARKER}\n## Schema: {title}, {}\n\n<code>{}</code> → <code>{}</code>: {}.{money}\n\n",
        report.verdict(),
        cut(&report.before),
        cut(&report.after),
        report.summary()
    )
}

fn suppression_errors(report: &Report) -> String {
    let errors = &report.suppression_errors;
    let lines = errors.iter().take(LONGEST).map(|(entry, error)| {
        let (rule, pointer) = (cut(&entry.rule), cut(&entry.pointer));
        format!("- <code>{rule}</code> <code>{pointer}</code>: {}\n", error.message())
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

/// The changes that fit into the limit, and the number of the others.
fn group(title: &str, entries: &[&Entry], remaining: &mut usize) -> (String, usize) {
    let (mut rows, mut notes, mut shown) = (String::new(), String::new(), 0);
    for entry in entries {
        let (row, note) = (row(entry), note(entry));
        *remaining = remaining.saturating_sub(row.len() + note.len());
        if *remaining == 0 {
            break;
        }
        rows += &row;
        notes += &note;
        shown += 1;
    }
    let left = entries.len() - shown;
    if shown == 0 {
        return (String::new(), left);
    }
    let text = format!(
        "### {title} ({})\n\n{TABLE}{rows}\n<details><summary>Why, and what to do</summary>\n\n\
         {notes}\n</details>\n\n",
        entries.len()
    );
    (text, left)
}

fn row(entry: &Entry) -> String {
    let (change, rule) = (&entry.change, entry.change.rule);
    let location = entry
        .source_location
        .as_ref()
        .map(|location| cut(&format!("{}:{}", location.file, location.line)));
    let location = location.map(|location| format!("<br>{location}")).unwrap_or_default();
    let money = if change.money { " 💰" } else { "" };
    format!(
        "| <code>{}</code>{money} | <code>{}</code>{location} | {} | {} | {} | {} | {} |\n",
        cut(rule.id),
        cut(&change.pointer),
        code(change.before.as_deref()),
        code(change.after.as_deref()),
        rule.wire.word(),
        rule.rust.word(),
        rule.behaviour.word()
    )
}

fn note(entry: &Entry) -> String {
    let (change, rule) = (&entry.change, entry.change.rule);
    let mut note =
        format!("- <code>{}</code>: {}. {}", cut(&change.pointer), cut(rule.what), cut(rule.why));
    if !change.migration.is_empty() {
        note += &format!(" **{}**", cut(&change.migration));
    }
    if !change.operations.is_empty() {
        note += &format!(" Affects {}.", affected(&change.operations));
    }
    if let Some(DiffSuppression { expires, reason, .. }) = &entry.suppression {
        note += &format!(" Suppressed until {}: {}", cut(expires), cut(reason));
    }
    note + "\n"
}

fn affected(operations: &[String]) -> String {
    let names = operations.iter().take(LONGEST).map(|name| format!("<code>{}</code>", cut(name)));
    let names = names.collect::<Vec<_>>().join(", ");
    match operations.len().saturating_sub(LONGEST) {
        0 => names,
        more => format!("{names} and {more} more"),
    }
}

fn code(text: Option<&str>) -> String {
    match dash(text) {
        "–" => "–".to_owned(),
        text => format!("<code>{}</code>", cut(text)),
    }
}

/// Text for a cell, cut when it is long.
fn cut(text: &str) -> String {
    let text = for_line(text);
    if text.chars().count() <= WIDEST {
        return for_cell(&text);
    }
    let begin: String = text.chars().take(WIDEST).collect();
    format!("{}…", for_cell(&begin))
}
