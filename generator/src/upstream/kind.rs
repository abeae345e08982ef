//! The kinds of findings, each in one of three groups.

use serde::Serialize;

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
    RouteChanged = "route-changed" in ContractChanged: "an operation with another path or another name of a path variable",
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
    ReturnsChanged = "returns-changed" in ContractChanged: "another response",
    StatusAdded = "status-added" in ContractChanged: "a response with a new status",
    StatusHidden = "status-hidden" in Hidden: "a status that is no longer documented",
    ConstraintChanged = "constraint-changed" in ContractChanged: "another pattern, format, separator or length",
    DefaultChanged = "default-changed" in ContractChanged: "another default",
    DeprecationChanged = "deprecation-changed" in ContractChanged: "deprecated against not deprecated",
    TransportChanged = "transport-changed" in ContractChanged: "another host, path, media type or security",
    DocsIdChanged = "docs-id-changed" in ContractChanged: "another name in the docs, which links use",
    PageChanged = "page-changed" in ContractChanged: "another page of the docs, which links use",
    LabelChanged = "label-changed" in ProseChanged: "another label of a code",
    ProseChanged = "prose-changed" in ProseChanged: "an edited description",
}
