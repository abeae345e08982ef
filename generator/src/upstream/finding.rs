//! Findings: differences from upstream, each with an id, both sides, a location and a suggestion.

pub use super::kind::{Group, Kind};

use super::facts::{FieldFacts, FieldMap, OperationFacts};
use crate::source::SourceLocation;

/// A thing that upstream has and our schema lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum New {
    /// A parameter or a field.
    Field {
        /// Its facts.
        fact: Box<FieldFacts>,
        /// The siblings that upstream has before it, the nearest first.
        after: Vec<String>,
    },
    /// An operation.
    Operation(Box<OperationFacts>),
    /// A record.
    Type {
        /// Its members.
        members: FieldMap,
        /// The operations and types that lead to it, the nearest first.
        users: Vec<String>,
        /// The official pages of these operations.
        pages: Vec<String>,
    },
}

/// The subject of what all operations have in common.
pub const WHOLE_API: &str = "API";

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The kind of difference.
    pub kind: Kind,
    /// The operation or type: `POST /vbanks`, `PaymentAnnotation`.
    pub subject: String,
    /// The parameter or field in it: `body.amount`; empty for the whole.
    pub location: String,
    /// The further part of its identity: a code, a gateway.
    pub detail: String,
    /// True if it compares two documents of upstream: then `ours` is the value in the earlier one.
    pub is_history: bool,
    /// The value in our schema.
    pub ours: String,
    /// The value upstream.
    pub theirs: String,
    /// The name it had before, for a rename.
    pub was: Option<String>,
    /// Upstream's facts about a new item.
    pub new: Option<New>,
    /// The one place of a shared record that it is about; the record is the subject.
    pub place: Option<String>,
    /// The record of ours, and the field in it, that is at a location inside another field.
    pub own_field: Option<(String, String)>,
    /// The consequence for a client, where the values do not say it.
    pub meaning: String,
    /// Advice about this one finding.
    pub note: String,
    /// The edited sentences, with marks for removed and added words.
    pub edit: String,
    /// Our own sentence about the subject.
    pub doc: String,
    /// The link to the official page.
    pub link: String,
    /// The line in our schema.
    pub source_location: Option<SourceLocation>,
    /// The suggested YAML.
    pub suggestion: String,
}

impl Finding {
    /// A difference of a kind.
    pub fn new(kind: Kind, subject: &str, location: &str) -> Self {
        Self {
            kind,
            subject: subject.to_owned(),
            location: location.to_owned(),
            detail: String::new(),
            is_history: false,
            ours: String::new(),
            theirs: String::new(),
            was: None,
            new: None,
            place: None,
            own_field: None,
            meaning: String::new(),
            note: String::new(),
            edit: String::new(),
            doc: String::new(),
            link: String::new(),
            source_location: None,
            suggestion: String::new(),
        }
    }

    /// Sets the values of both sides.
    #[must_use]
    pub fn between(mut self, ours: impl Into<String>, theirs: impl Into<String>) -> Self {
        self.ours = ours.into();
        self.theirs = theirs.into();
        self
    }

    /// Sets the code or the gateway.
    #[must_use]
    pub fn about(mut self, detail: &str) -> Self {
        detail.clone_into(&mut self.detail);
        self
    }

    /// The subject of the finding: `POST /vbanks body.channel_key`.
    pub fn pointer(&self) -> String {
        let at_place = self.place.as_ref().map(|place| format!("{place}.{}", self.location));
        let subject = if at_place.is_some() { "" } else { self.subject.as_str() };
        let location = at_place.as_ref().unwrap_or(&self.location);
        let parts = [subject, location, &self.detail];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The id, the same in every run: `parameter-added POST /vbanks body.channel_key`.
    pub fn id(&self) -> String {
        format!("{} {}", self.kind.id(), self.pointer())
    }

    /// Groups first, then what belongs together.
    pub fn order(&self) -> (Group, &str, &str, Kind, &str) {
        (self.kind.group(), &self.subject, &self.location, self.kind, &self.detail)
    }
}
