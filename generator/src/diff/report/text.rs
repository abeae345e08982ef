//! For a terminal.

use std::fmt::{Arguments, Write};

use super::content::{Entry, Report};
use super::effect::effect;
use super::groups::{ChangeGroup, ChangeSubject, Cluster, groups};
use crate::diff::Level;
use crate::sanitize::for_line;

/// The most names in a list.
const LONGEST: usize = 12;

/// A function that colours a text by a level.
pub type Paint<'p> = &'p dyn Fn(Level, &str) -> String;

/// The changes of each operation and type, the most severe first, and the verdict.
pub fn text(report: &Report, paint: Paint<'_>) -> String {
    let mut text = String::new();
    let (suppressed, open): (Vec<&Entry>, Vec<&Entry>) =
        report.entries.iter().partition(|entry| entry.suppression.is_some());
    for found in groups(open) {
        group(&mut text, &found, paint);
    }
    if !suppressed.is_empty() {
        push(&mut text, format_args!("Suppressed ({})\n", suppressed.len()));
    }
    for found in groups(suppressed) {
        group(&mut text, &found, paint);
    }
    suppression_errors(&mut text, report, paint);
    let head = report.origin.head.as_ref().unwrap_or(&report.after);
    let base = report.origin.base.as_ref().unwrap_or(&report.before);
    push(&mut text, format_args!("{} → {}", for_line(base), for_line(head)));
    let verdict =
        paint(report.level(), &format!("{}: {}", report.level().word(), report.verdict()));
    push(&mut text, format_args!("{}\n{verdict}", report.summary()));
    text
}

fn group(text: &mut String, group: &ChangeGroup<'_>, paint: Paint<'_>) {
    let title = match &group.subject {
        ChangeSubject::Operation(name) => for_line(name),
        ChangeSubject::Crate => "the crate".to_owned(),
        ChangeSubject::Type(name) => match group.users() {
            0 => format!("type {}", for_line(name)),
            users => format!("type {}, in {users} operations", for_line(name)),
        },
    };
    push(text, format_args!("{}", paint(Level::None, &title)));
    for cluster in &group.clusters {
        one(text, &group.subject, cluster, paint);
    }
    text.push('\n');
}

fn one(text: &mut String, subject: &ChangeSubject, cluster: &Cluster<'_>, paint: Paint<'_>) {
    let (change, rule) = (&cluster.first.change, cluster.first.change.rule);
    let level = paint(change.level(), &format!("{:<5}", change.level().word()));
    let what = match cluster.entries.as_slice() {
        [only] => match subject.part(&only.change.pointer).as_str() {
            "" => rule.what.to_owned(),
            part => format!("{}: {}", for_line(part), rule.what),
        },
        all => format!("{} ({})", rule.what, all.len()),
    };
    push(text, format_args!("  {level} {what}"));
    let (wire, rust, behaviour) = (rule.wire.word(), rule.rust.word(), rule.behaviour.word());
    let money = cluster.entries.iter().any(|entry| entry.change.money);
    let reason = cluster.first.suppression.as_ref();
    let lines = [
        whom(cluster.first).map(|whom| format!("for  {whom}")),
        todo(cluster).map(|todo| format!("do   {todo}")),
        money.then(|| "💰   It can decide whether money moves, or how much.".to_owned()),
        reason.map(|it| format!("why  suppressed: {} (until {})", it.reason, it.expires)),
        Some(format!("rule {}: wire {wire}, Rust {rust}, behaviour {behaviour}", rule.id)),
    ];
    for line in sides(cluster).into_iter().chain(lines.into_iter().flatten()) {
        push(text, format_args!("        {}", for_line(&line)));
    }
}

/// The people whom a break concerns: with the operations, if the group does not name them.
fn whom(entry: &Entry) -> Option<String> {
    let (change, effect) = (&entry.change, effect(entry.change.rule));
    let names = change.operations.iter().take(LONGEST).cloned().collect::<Vec<_>>().join(", ");
    let whom = match (change.operations.len(), change.operations.len().saturating_sub(LONGEST)) {
        (0 | 1, _) => effect.to_owned(),
        (_, 0) => format!("{effect}: {names}"),
        (_, more) => format!("{effect}: {names} and {more} more"),
    };
    (change.level() == Level::Major).then_some(whom)
}

fn todo(cluster: &Cluster<'_>) -> Option<String> {
    let likewise = if cluster.entries.len() > 1 { " The others likewise." } else { "" };
    let migration = &cluster.first.change.migration;
    (migration != "Nothing to do.").then(|| format!("{migration}{likewise}"))
}

/// The old and the new value, and the place.
fn sides(cluster: &Cluster<'_>) -> Vec<String> {
    let mut lines = cluster.first.change.delta.clone();
    for entry in &cluster.entries {
        let place = match (&entry.old_location, &entry.source_location) {
            (Some(old), _) => Some(format!(" {}:{} before", old.file, old.line)),
            (None, new) => new.as_ref().map(|new| format!(" {}:{}", new.file, new.line)),
        };
        lines.push(format!("at   {}{}", entry.change.pointer, place.unwrap_or_default()));
        if cluster.first.change.delta.is_empty() {
            let sides = [("-", &entry.change.before), ("+", &entry.change.after)];
            lines.extend(sides.into_iter().filter_map(|(sign, side)| {
                let side = side.as_ref().filter(|side| !side.is_empty())?;
                Some(format!("{sign} {side}"))
            }));
        }
    }
    lines
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
fn push(text: &mut String, line: Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}
