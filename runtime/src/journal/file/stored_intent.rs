//! The intents in a journal file with their outcomes.

use std::collections::{BTreeMap, HashMap};

use super::line::Line;
use super::numbered_line::NumberedLine;
use crate::journal::entry::JournalEntry;
use crate::journal::intent::Intent;
use crate::journal::intent_id::IntentId;
use crate::journal::outcome::Outcome;

/// An intent as it is written, with the outcome that counts.
pub(super) struct StoredIntent<'a> {
    json: &'a str,
    outcome: Option<Outcome>,
}

/// The intents of the lines. The order of an intent and its outcomes does not matter.
pub(super) fn intents<'a>(lines: &[NumberedLine<'a>]) -> BTreeMap<IntentId, StoredIntent<'a>> {
    let outcomes = outcomes(lines);
    let intents = lines.iter().filter_map(|line| match line.record {
        Some(Line::Intent { id, json }) => {
            let outcome = outcomes.get(&id).copied();
            Some((id, StoredIntent { json, outcome }))
        }
        _ => None,
    });
    intents.collect()
}

fn outcomes(lines: &[NumberedLine<'_>]) -> HashMap<IntentId, Outcome> {
    let mut outcomes = HashMap::new();
    for line in lines {
        if let Some(Line::Outcome { id, outcome }) = line.record {
            if outcome.replaces(outcomes.get(&id).copied()) {
                outcomes.insert(id, outcome);
            }
        }
    }
    outcomes
}

impl StoredIntent<'_> {
    pub(super) fn is_open(&self) -> bool {
        self.outcome.is_none_or(Outcome::is_open)
    }

    pub(super) fn entry(&self) -> Option<JournalEntry> {
        let intent = Intent::from_json(self.json).ok()?;
        Some(JournalEntry { intent, outcome: self.outcome })
    }

    pub(super) fn subject(&self) -> Option<String> {
        self.entry()?.intent.subject()
    }
}
