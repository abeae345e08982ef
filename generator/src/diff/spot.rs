//! The location of a change, and the operations that it reaches.

use std::rc::Rc;

use super::reach::Reached;
use super::{Change, Level, Rule};

/// Something that is in one of the models or both.
#[derive(Clone)]
pub struct Spot {
    pointer: String,
    name: String,
    reached: Rc<Reached>,
}

impl Spot {
    /// A thing with its pointer and what users know it by.
    pub fn new(pointer: String, name: impl Into<String>, reached: Reached) -> Self {
        Self { pointer, name: name.into(), reached: Rc::new(reached) }
    }

    /// A part of it.
    pub fn inside(&self, pointer: &str, name: impl Into<String>) -> Self {
        let pointer = format!("{}/{pointer}", self.pointer);
        Self { pointer, name: name.into(), reached: Rc::clone(&self.reached) }
    }

    /// A change that removes a thing.
    pub fn gone(&self, rule: &'static Rule, before: impl Into<String>) -> Change {
        self.change(rule, Some(before.into()), None)
    }

    /// Something has come.
    pub fn came(&self, rule: &'static Rule, after: impl Into<String>) -> Change {
        self.change(rule, None, Some(after.into()))
    }

    /// One thing has become another.
    pub fn became(
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
            operations: self.reached.operations.iter().cloned().collect(),
            // A patch changes what people read, and moves nothing.
            money: self.reached.money && rule.level() > Level::Patch,
        }
    }

    /// Texts for readers, each with what it is called: one change for all that differ.
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
        (!differ.is_empty()).then(|| self.became(&super::rules::PROSE_CHANGED, before, after))
    }
}

/// A text that is filled in may be a sentence itself.
fn one_full_stop(mut sentence: String) -> String {
    if sentence.ends_with("..") {
        sentence.pop();
    }
    sentence
}
