//! Findings: differences from upstream, each with an id, both sides, a location and a suggestion.

use std::collections::BTreeMap;

use serde::Serialize;

use super::facts::{FieldFacts, OperationFacts};
use crate::source::SourceLocation;

/// The meaning of a finding for a maintainer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// The crate and the API disagree.
    ContractChanged,
    /// A description was edited: go and read it.
    ProseChanged,
    /// It is no longer documented, but may still exist.
    Hidden,
}

impl Group {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 3] = [Self::ContractChanged, Self::ProseChanged, Self::Hidden];

    /// The heading of the group.
    pub fn heading(self) -> &'static str {
        match self {
            Self::ContractChanged => "Contract changed",
            Self::ProseChanged => "Prose changed",
            Self::Hidden => "Hidden",
        }
    }

    /// The advice for a maintainer.
    pub fn advice(self) -> &'static str {
        match self {
            Self::ContractChanged => "the schema and upstream disagree",
            Self::ProseChanged => {
                "a description was edited: read it, and change our `doc` if need be"
            }
            Self::Hidden => "no longer documented, which does not mean gone",
        }
    }
}

macro_rules! kinds {
    ($($variant:ident = $id:literal in $group:ident: $title:literal,)*) => {
        /// The kinds of difference.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind {
            $(#[doc = $title] $variant,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The first half of a finding's id.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The meaning, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// The group it is reported in.
            pub fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)* }
            }
        }
    };
}

kinds! {
    OperationAdded = "operation-added" in ContractChanged: "a new operation",
    OperationHidden = "operation-hidden" in Hidden: "an operation that is no longer documented",
    OperationDocumented = "operation-documented" in ContractChanged: "an operation that is documented again",
    ParameterAdded = "parameter-added" in ContractChanged: "a new parameter",
    ParameterHidden = "parameter-hidden" in Hidden: "a parameter that is no longer documented",
    ParameterRenamed = "parameter-renamed" in ContractChanged: "a parameter with another name on the wire",
    ParameterDocumented = "parameter-documented" in ContractChanged: "a parameter that is documented again",
    TypeAdded = "type-added" in ContractChanged: "a new type",
    TypeHidden = "type-hidden" in Hidden: "a type that is no longer documented",
    FieldAdded = "field-added" in ContractChanged: "a new field",
    FieldHidden = "field-hidden" in Hidden: "a field that is no longer documented",
    FieldRenamed = "field-renamed" in ContractChanged: "a field with another name on the wire",
    FieldDocumented = "field-documented" in ContractChanged: "a field that is documented again",
    TypeChanged = "type-changed" in ContractChanged: "another type",
    RequirednessChanged = "requiredness-changed" in ContractChanged: "required against optional",
    ValueAdded = "value-added" in ContractChanged: "a new code",
    ValueHidden = "value-hidden" in Hidden: "a code that is no longer documented",
    GatewayCodeAdded = "gateway-code-added" in ContractChanged: "a new code at a gateway",
    GatewayCodeChanged = "gateway-code-changed" in ContractChanged: "another code at a gateway",
    GatewayCodeHidden = "gateway-code-hidden" in Hidden: "a code at a gateway that is no longer documented",
    GatewayTableAdded = "gateway-table-added" in ContractChanged: "a new table of codes at gateways",
    GatewayTableHidden = "gateway-table-hidden" in Hidden: "a table of codes at gateways that is no longer documented",
    LengthChanged = "length-changed" in ContractChanged: "another greatest length",
    RangeChanged = "range-changed" in ContractChanged: "another range of numbers",
    GatewayListChanged = "gateway-list-changed" in ContractChanged: "other supporting gateways",
    GatewayRuleChanged = "gateway-rule-changed" in ContractChanged: "another rule of a gateway",
    ReturnsChanged = "returns-changed" in ContractChanged: "another answer",
    LabelChanged = "label-changed" in ProseChanged: "another label of a code",
    ProseChanged = "prose-changed" in ProseChanged: "an edited description",
}

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
        members: BTreeMap<String, FieldFacts>,
        /// The operations that name it, and then the types that do.
        users: Vec<String>,
    },
}

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
    /// The value in our schema.
    pub ours: String,
    /// The value upstream.
    pub theirs: String,
    /// The name it had before, for a rename.
    pub was: Option<String>,
    /// Upstream's facts about a new item.
    pub new: Option<New>,
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
            ours: String::new(),
            theirs: String::new(),
            was: None,
            new: None,
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
        let parts = [self.subject.as_str(), &self.location, &self.detail];
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
