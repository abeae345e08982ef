//! The location of a change, and the operations that it affects.

use std::rc::Rc;

use super::affected::Affected;
use super::{Change, Rule};

/// A thing that is in one of the models or both.
#[derive(Clone)]
pub struct ChangeSite {
    pointer: String,
    name: String,
    affected: Rc<Affected>,
}

impl ChangeSite {
    /// A thing with its pointer and the name that users know.
    pub fn new(pointer: String, name: impl Into<String>, affected: Affected) -> Self {
        Self { pointer, name: name.into(), affected: Rc::new(affected) }
    }

    /// A part of the thing.
    pub fn inside(&self, pointer: &str, name: impl Into<String>) -> Self {
        let pointer = format!("{}/{pointer}", self.pointer);
        Self { pointer, name: name.into(), affected: Rc::clone(&self.affected) }
    }

    /// A change that removes the thing.
    pub fn removed(&self, rule: &'static Rule, before: impl Into<String>) -> Change {
        self.change(rule, Some(before.into()), None)
    }

    /// A change that adds the thing.
    pub fn added(&self, rule: &'static Rule, after: impl Into<String>) -> Change {
        self.change(rule, None, Some(after.into()))
    }

    /// A change from one state of the thing to another.
    pub fn changed(
        &self,
        rule: &'static Rule,
        before: impl Into<String>,
        after: impl Into<String>,
    ) -> Change {
        self.change(rule, Some(before.into()), Some(after.into()))
    }

    /// A change from one text to another.
    pub fn change(
        &self,
        rule: &'static Rule,
        before: Option<String>,
        after: Option<String>,
    ) -> Change {
        self.with_delta(rule, before, after, Vec::new())
    }

    fn with_delta(
        &self,
        rule: &'static Rule,
        before: Option<String>,
        after: Option<String>,
        delta: Vec<String>,
    ) -> Change {
        let text = |side: &Option<String>| side.clone().unwrap_or_else(|| "nothing".to_owned());
        let migration = rule.migration.replace("{name}", &self.name);
        let migration = migration.replace("{before}", &text(&before));
        let migration = migration.replace("{after}", &text(&after));
        Change {
            rule,
            pointer: self.pointer.clone(),
            migration: one_full_stop(migration),
            before,
            after,
            delta,
            operations: self.affected.operations.iter().cloned().collect(),
            money: self.affected.money && rule.money,
        }
    }

    /// A change of a list.
    pub fn listed(&self, rule: &'static Rule, before: Vec<String>, after: Vec<String>) -> Change {
        let went = before.iter().filter(|element| !after.contains(element));
        let came = after.iter().filter(|element| !before.contains(element));
        let delta = went.map(|element| format!("- {element}"));
        let delta = delta.chain(came.map(|element| format!("+ {element}"))).collect();
        let words = |list: &[String]| (!list.is_empty()).then(|| list.join(", "));
        self.with_delta(rule, words(&before), words(&after), delta)
    }

    /// A change of texts, each with its label: one change for all that differ.
    pub fn prose<'t>(
        &self,
        texts: impl IntoIterator<Item = (&'t str, &'t str, &'t str)>,
    ) -> Option<Change> {
        let differ: Vec<_> =
            texts.into_iter().filter(|(_, before, after)| before != after).collect();
        let lines = |side: fn(&(&'t str, &'t str, &'t str)) -> &'t str| {
            let lines = differ.iter().map(|text| format!("{}: {}", text.0, side(text)));
            lines.collect::<Vec<_>>().join("\n")
        };
        let (before, after) = (lines(|text| text.1), lines(|text| text.2));
        (!differ.is_empty()).then(|| self.changed(&super::rules::PROSE_CHANGED, before, after))
    }
}

/// A text that is filled in may be a sentence itself.
fn one_full_stop(mut sentence: String) -> String {
    if sentence.ends_with("..") {
        sentence.pop();
    }
    sentence
}
