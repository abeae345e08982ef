//! A line of a journal file with its number.

use super::line::Line;
use crate::journal::intent::Intent;
use crate::journal::intent_id::IntentId;

/// A line without its line break.
pub(super) struct NumberedLine<'a> {
    /// The number, from 1.
    pub(super) number: usize,
    /// The text.
    pub(super) text: &'a [u8],
    /// The record; none if the line is damaged.
    pub(super) record: Option<Line<'a>>,
}

impl<'a> NumberedLine<'a> {
    pub(super) fn parse((text, number): (&'a [u8], usize)) -> Self {
        Self { number, text, record: Line::parse(text) }
    }

    pub(super) fn is_readable(&self) -> bool {
        match self.record {
            None => false,
            Some(Line::Intent { json, .. }) => Intent::from_json(json).is_ok(),
            Some(Line::Outcome { .. }) => true,
        }
    }

    pub(super) fn id(&self) -> Option<IntentId> {
        match self.record.as_ref()? {
            Line::Intent { id, .. } | Line::Outcome { id, .. } => Some(*id),
        }
    }
}
