//! Changes of one kind in Markdown: a line, and its details.

use super::content::{Entry, Report};
use super::effect::effect;
use super::groups::{ChangeSubject, Cluster};
use super::levels::icon;
use super::prose::{code, plain, sentence};
use crate::diff::suppression::DiffSuppression;
use crate::diff::{Level, Rule};

/// The most names in a list.
const LONGEST: usize = 12;

/// The line of a change: its effect, the people concerned, the remedy and the place.
pub fn line(report: &Report, subject: &ChangeSubject, cluster: &Cluster<'_>) -> String {
    let (change, rule) = (&cluster.first.change, cluster.first.change.rule);
    let whom = match change.level() {
        Level::Major => format!(" <i>({})</i>", effect(rule)),
        _ => String::new(),
    };
    let icons = icons(cluster);
    let (what, delta, todo) = (sentence(rule.what), delta(cluster), todo(cluster));
    let places = places(report, subject, cluster);
    match cluster.entries.as_slice() {
        [only] => {
            let place = place(report, only);
            let part = part(subject, only);
            let colon = if part.is_empty() { "" } else { ": " };
            format!("- {icons} {part}{colon}{what}.{delta}{whom}{todo}{place}\n")
        }
        all => format!("- {icons} {what} ({}): {places}.{delta}{whom}{todo}\n", all.len()),
    }
}

/// The same without the effect and the instruction, but with the reason of a suppression.
pub fn short_line(report: &Report, subject: &ChangeSubject, cluster: &Cluster<'_>) -> String {
    let of = match subject {
        ChangeSubject::Operation(name) | ChangeSubject::Type(name) => code(name),
        ChangeSubject::Crate => "The crate".to_owned(),
    };
    let (icons, what) = (icons(cluster), sentence(cluster.first.change.rule.what));
    let (places, delta) = (places(report, subject, cluster), delta(cluster));
    let space = match places.as_str() {
        "" => "",
        places if places.starts_with("<b>") => ": ",
        _ => " ",
    };
    let reason = cluster.first.suppression.as_ref();
    let reason = reason.map(|DiffSuppression { expires, reason, .. }| {
        format!(" Until {}: {}", plain(expires), plain(reason))
    });
    let reason = reason.unwrap_or_default();
    format!("- {icons} {of}: {what}{space}{places}{delta}.{reason}\n")
}

fn icons(cluster: &Cluster<'_>) -> String {
    let rule: &Rule = cluster.first.change.rule;
    let money = cluster.entries.iter().any(|entry| entry.change.money);
    format!(
        "{}{}{}",
        icon(rule.level()),
        if rule.is_silent() { "⚠️" } else { "" },
        if money { "💰" } else { "" }
    )
}

fn todo(cluster: &Cluster<'_>) -> String {
    let likewise = if cluster.entries.len() > 1 { " The others likewise." } else { "" };
    match cluster.first.change.migration.as_str() {
        "" | "Nothing to do." => String::new(),
        migration => format!(" {}{likewise}", sentence(migration)),
    }
}

fn part(subject: &ChangeSubject, entry: &Entry) -> String {
    match subject.part(&entry.change.pointer).as_str() {
        "" => String::new(),
        part => format!("<b>{}</b>", plain(part)),
    }
}

/// The changed things, each with its place.
fn places(report: &Report, subject: &ChangeSubject, cluster: &Cluster<'_>) -> String {
    let place = |entry: &&Entry| format!("{}{}", part(subject, entry), place(report, entry));
    let places = cluster.entries.iter().take(LONGEST).map(place);
    listed(places.map(|place| place.trim().to_owned()), ", ", cluster.entries.len())
}

/// The elements of a list that came and went.
fn delta(cluster: &Cluster<'_>) -> String {
    let delta = &cluster.first.change.delta;
    let shown = delta.iter().take(LONGEST).map(|element| code(element));
    match delta.len() {
        0 => String::new(),
        all => format!(" {}", listed(shown, " ", all)),
    }
}

fn listed(shown: impl Iterator<Item = String>, between: &str, all: usize) -> String {
    let shown = shown.collect::<Vec<_>>().join(between);
    match all.saturating_sub(LONGEST) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// The line in the schema, or of what was removed, in the earlier one; a link where its address is known.
fn place(report: &Report, entry: &Entry) -> String {
    let (location, address, side) = match (&entry.old_location, &entry.source_location) {
        (Some(old), _) => (old, report.origin.old_address(old), " before"),
        (None, Some(new)) => (new, report.origin.address(new), ""),
        (None, None) => return String::new(),
    };
    let name = location.file.rsplit('/').next().unwrap_or(&location.file);
    let name = plain(&format!("{name}:{}{side}", location.line));
    match address {
        Some(address) => format!(" [{name}]({address})"),
        None => format!(" <sub>{name}</sub>"),
    }
}

/// The rule and its reason, then both sides of each change.
pub fn details(cluster: &Cluster<'_>) -> String {
    let (change, rule) = (&cluster.first.change, cluster.first.change.rule);
    let (wire, rust, behaviour) = (rule.wire.word(), rule.rust.word(), rule.behaviour.word());
    let mut text = format!(
        "- {}: wire {wire}, Rust {rust}, behaviour {behaviour}. {}\n",
        code(rule.id),
        sentence(rule.why)
    );
    cluster.entries.iter().for_each(|entry| text += &sides(entry));
    if change.operations.len() > 1 {
        let names = change.operations.iter().take(LONGEST).map(|name| code(name));
        text += &format!("  - Affects {}.\n", listed(names, ", ", change.operations.len()));
    }
    text
}

/// Before and after.
fn sides(entry: &Entry) -> String {
    let pointer = code(&entry.change.pointer);
    let side = |text: &Option<String>| {
        let text = text.as_ref().filter(|text| !text.is_empty());
        text.map(|text| if text.contains('`') { sentence(text) } else { code(text) })
    };
    // What came and went stands in the line.
    let is_list = !entry.change.delta.is_empty();
    match (side(&entry.change.before), side(&entry.change.after)) {
        (None, None) => format!("  - {pointer}\n"),
        _ if is_list => format!("  - {pointer}\n"),
        (Some(before), None) => format!("  - {pointer}: was {before}\n"),
        (None, Some(after)) => format!("  - {pointer}: {after}\n"),
        (Some(before), Some(after)) => format!("  - {pointer}: {before} → {after}\n"),
    }
}
