//! The diagnostic registry. Every code has a long text in `explain/`, and a fixture in the
//! workspace's tests.

/// An entry of the registry.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The code: `E012`.
    pub id: &'static str,
    /// The rule in one line.
    pub title: &'static str,
    /// The long text, in Markdown, that `cargo xtask explain` prints.
    pub explanation: &'static str,
}

/// Finds a code by its id, ignoring case.
pub fn find(id: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.id.eq_ignore_ascii_case(id))
}

macro_rules! registry {
    ($($id:ident: $title:literal,)*) => {
        $(
            #[doc = $title]
            pub static $id: Code = Code {
                id: stringify!($id),
                title: $title,
                explanation: include_str!(concat!("explain/", stringify!($id), ".md")),
            };
        )*

        /// Every code, in order.
        pub static ALL: &[&Code] = &[$(&$id),*];
    };
}

registry! {
    E001: "a file is not valid YAML, or uses a feature of YAML that the schema language excludes",
    E002: "unknown key",
    E003: "duplicate key",
    E004: "missing key",
    E005: "missing or empty `title` or `doc`",
    E006: "wrong kind of value",
    E007: "invalid value",
    E008: "malformed route",
    E009: "malformed name",
    E010: "malformed type expression",
    E011: "unknown type",
    E012: "unknown gateway",
    E013: "a code is not in the enumeration",
    E014: "a placeholder of the route has no parameter",
    E015: "a path parameter is not in the route",
    E016: "two operations share one route",
    E017: "a type is declared twice",
    E018: "two names become the same Rust name",
    E019: "a name is reserved in Rust or by the generated code",
    E020: "a code does not yield a Rust name",
    E021: "a gateway rule is impossible",
    E022: "a condition names an unknown field",
    E023: "a type is not allowed here",
    E024: "a type is never used",
    E025: "the list of sections and the files differ",
    E026: "a list or map is empty",
    E027: "a record contains itself",
    E028: "a path parameter is optional and not the last part of its route",
    E029: "a choice cannot be distinguished",
    E030: "a value has not been written yet",
    E031: "an explicit omission is not allowed here",
    E032: "two explicit omissions of one name differ",
    E033: "an operation to reconcile with is unknown",
    E034: "a request cannot be reconciled this way",
    E035: "a key to reconcile by is unknown",
    E036: "no balance to compare",
    E037: "two standard codes are one code at a gateway",
    E038: "a group of alternative parameters is impossible",
    E039: "a response cannot prove that there is no record",
    E040: "a parameter cannot be essential",
    E041: "the revision is the date of the pinned description",
    E042: "a character is invisible, or changes the direction of text",
    E043: "the minimum is greater than the maximum",
    E044: "a default is not a value of its field",
    E045: "a file is not UTF-8",
    E046: "a sentence does not end in a full stop",
    E047: "a text without quotes is of another type in YAML",
    E048: "a comment cuts a text off",
    E049: "a text without quotes ends in a separator",
}
