//! The catalogue of mistakes. Every code has a long text in `explain/`, and a fixture in the
//! workspace's tests.

/// An entry of the catalogue.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The code: `E012`.
    pub id: &'static str,
    /// The rule in one line.
    pub title: &'static str,
    /// The long text, in Markdown, that `cargo xtask explain` prints.
    pub explanation: &'static str,
}

/// Finds a code by its id, whatever its case.
pub fn find(id: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.id.eq_ignore_ascii_case(id))
}

macro_rules! catalogue {
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

catalogue! {
    E001: "a file is not YAML, or uses a part of YAML that the schema does not",
    E002: "a key is unknown",
    E003: "a key stands twice in one map",
    E004: "a key is missing",
    E005: "a `title` or a `doc` is missing or empty",
    E006: "a value is of the wrong kind",
    E007: "a value is not one of the allowed ones",
    E008: "a route is malformed",
    E009: "a name is malformed",
    E010: "a type expression is malformed",
    E011: "a type is unknown",
    E012: "a gateway is unknown",
    E013: "a code is not in the enumeration",
    E014: "a placeholder of the route has no parameter",
    E015: "a path parameter is not in the route",
    E016: "two operations share one route",
    E017: "a type is declared twice",
    E018: "two names become the same Rust name",
    E019: "a name is reserved in Rust or by the generated code",
    E020: "no Rust name can be made of a code",
    E021: "a gateway rule is impossible",
    E022: "a condition names an unknown field",
    E023: "a type cannot stand here",
    E024: "a type is never used",
    E025: "the list of sections and the files differ",
    E026: "a list or map is empty",
    E027: "a record contains itself",
    E028: "a path parameter is optional and not the last part of its route",
    E029: "a choice cannot be told from the others",
    E030: "a text is still to be written",
    E031: "an omission cannot be explicit here",
    E032: "two explicit omissions of one name differ",
    E033: "an operation to reconcile with is unknown",
    E034: "a request cannot be reconciled this way",
    E035: "a key to reconcile by is unknown",
    E036: "nothing tells the balance",
}
