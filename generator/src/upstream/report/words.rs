//! The words for the two sides of a comparison.

use crate::upstream::finding::{Finding, Group, Kind};

/// A comparison, which decides on the words of its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// Our schema against upstream's document.
    Drift,
    /// Two documents of upstream.
    Changes,
}

impl Words {
    /// The earlier or our side, and the later or upstream's side.
    pub fn sides(self) -> (&'static str, &'static str) {
        match self {
            Self::Drift => ("ours", "theirs"),
            Self::Changes => ("before", "after"),
        }
    }

    /// The sides of a finding: our schema does not state every fact of upstream.
    pub fn sides_of(self, finding: &Finding) -> (&'static str, &'static str) {
        if finding.is_history { Self::Changes.sides() } else { self.sides() }
    }

    /// The two things that are compared, as a word for programs.
    pub fn compared(self) -> &'static str {
        match self {
            Self::Drift => "schema",
            Self::Changes => "documents",
        }
    }

    /// The advice for a maintainer.
    pub fn advice(self, group: Group) -> &'static str {
        match (self, group) {
            (Self::Drift, Group::ContractChanged) => "the schema and upstream disagree",
            (Self::Changes, Group::ContractChanged) => "the two descriptions disagree",
            (Self::Drift, Group::ProseChanged) => {
                "a description was edited: read it, and change our `doc` if need be"
            }
            (Self::Changes, Group::ProseChanged) => "a description was edited",
            (_, Group::Hidden) => "no longer documented, which does not mean gone",
        }
    }

    /// The sentence of a report without findings.
    pub fn agreement(self) -> &'static str {
        match self {
            Self::Drift => "The schema and upstream's description agree.",
            Self::Changes => "The two descriptions agree.",
        }
    }

    /// True for an edited text, of which the two values are hashes, which tell a person nothing.
    pub fn is_edit(self, finding: &Finding) -> bool {
        finding.kind == Kind::ProseChanged && (finding.is_history || self == Self::Changes)
    }

    /// The lines about a finding beside its two values, each with a label.
    pub fn details(self, finding: &Finding) -> Vec<(&'static str, &str)> {
        let is_prose = self.is_edit(finding);
        let edit = if is_prose && finding.edit.is_empty() { NO_TEXTS } else { &finding.edit };
        let details = [
            ("edit", edit),
            ("means", finding.meaning.as_str()),
            ("note", finding.note.as_str()),
            ("doc", if is_prose { &finding.doc } else { "" }),
            ("page", if is_prose { &finding.link } else { "" }),
        ];
        details.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }
}

const NO_TEXTS: &str = "the lock has no texts: `drift --from NEW --old OLD` shows the words that differ, if OLD was kept";
