//! What the schema says: read from `contract.json`, which `cargo xtask generate` writes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

/// The whole API.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// The mark of a generated file.
    #[serde(rename = "generated")]
    _generated: String,
    /// The date of the docs that the schema was last compared with.
    pub revision: String,
    /// In the order of the docs.
    pub operations: Vec<Operation>,
    /// By the docs' own names.
    pub types: BTreeMap<String, Shape>,
}

/// One call of the API.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// `section.operation`
    pub name: String,
    /// `POST`
    pub method: String,
    /// With its placeholders.
    pub path: String,
    /// Whether it is answered without a token.
    #[serde(default)]
    pub public: bool,
    /// The gateways that support it; all when empty.
    #[serde(default)]
    pub gateways: Vec<String>,
    /// Path, query and body.
    #[serde(default)]
    pub parameters: Vec<Field>,
    /// The documented statuses other than 200.
    #[serde(default)]
    pub statuses: Vec<u16>,
    /// What `response` can look like.
    #[serde(default)]
    pub example: Value,
}

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A placeholder of the path.
    Path,
    /// The query string.
    Query,
    /// JSON or a form.
    Body,
}

/// A parameter, or a member of a record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Where a parameter goes; none for members.
    #[serde(rename = "in")]
    pub place: Option<Place>,
    /// The name on the wire.
    pub name: String,
    /// A word such as `amount`, or a type's name.
    #[serde(rename = "type")]
    pub ty: String,
    /// Whether it is a list of that.
    #[serde(default)]
    pub list: bool,
    /// Whether it is always there.
    #[serde(default)]
    pub required: bool,
    /// Whether the docs require it and real answers have lacked it.
    #[serde(default)]
    pub absent: bool,
    /// The greatest length in characters.
    pub max_length: Option<usize>,
    /// The least number.
    pub minimum: Option<i64>,
    /// The greatest number.
    pub maximum: Option<i64>,
    /// What is taken when it is left out.
    pub default: Option<String>,
    /// What single gateways ask for.
    #[serde(default)]
    pub gateways: BTreeMap<String, Requirement>,
    /// What the others ask for.
    pub others: Option<Requirement>,
    /// Other fields and their codes that make it required.
    #[serde(default)]
    pub when: Vec<Condition>,
}

/// What a gateway makes of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Requirement {
    /// It refuses the request without it.
    Required,
    /// It takes it.
    Optional,
    /// It ignores or refuses it.
    Unsupported,
}

/// Another field whose codes make this one required.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The other field.
    pub name: String,
    /// The codes.
    pub codes: Vec<String>,
}

/// What a type is made of: one of the two is there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// The fields of a record.
    #[serde(default)]
    pub record: Vec<Field>,
    /// The codes of an enumeration.
    #[serde(default)]
    pub codes: Vec<Code>,
    /// Whether the codes are JSON integers.
    #[serde(default)]
    pub integer: bool,
}

/// One documented code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// On the wire.
    pub code: String,
    /// The Korean label.
    pub title: String,
}

static EMBEDDED: LazyLock<Result<Contract, serde_json::Error>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../contract.json")));

impl Contract {
    /// The one that the crate was published with.
    ///
    /// # Errors
    /// Fails when generator and server disagree about the file, which a test excludes.
    pub fn embedded() -> Result<&'static Self, &'static serde_json::Error> {
        EMBEDDED.as_ref()
    }

    /// The operation that is called `section.operation`.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }

    /// The codes of an enumeration; none when it is no enumeration.
    pub fn codes(&self, ty: &str) -> &[Code] {
        self.types.get(ty).map_or(&[], |shape| &shape.codes)
    }

    /// The Korean label of a code.
    pub fn title(&self, ty: &str, code: &str) -> Option<&str> {
        self.codes(ty).iter().find(|known| known.code == code).map(|known| known.title.as_str())
    }
}

impl Operation {
    /// Whether a gateway carries it.
    pub fn is_supported_at(&self, gateway: &str) -> bool {
        self.gateways.is_empty() || self.gateways.iter().any(|other| other == gateway)
    }

    /// Whether some of what it is asked for can fail and the rest succeed.
    pub fn can_succeed_in_part(&self) -> bool {
        self.has_status(207) && self.parameters.iter().any(|field| field.list)
    }

    /// Whether it belongs to this section.
    pub fn is_of(&self, section: &str) -> bool {
        self.name.split_once('.').is_some_and(|(name, _)| name == section)
    }

    /// Whether the docs name this status.
    pub fn has_status(&self, status: u16) -> bool {
        self.statuses.contains(&status)
    }
}
