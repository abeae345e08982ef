//! Rust names: casing, reserved words, clashes. Decided here and nowhere else.

use std::collections::HashMap;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;
use crate::syntax::values::Text;

/// Every word that is a keyword or reserved in edition 2024. Our own table, because `syn` accepts
/// `gen` as a name, which edition 2024 reserves.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// A namespace: a kind of name, with its case and its reserved names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A module, a cargo feature and a method of the client.
    Section,
    /// A module of shared types.
    Library,
    /// A method of a section's handle.
    Operation,
    /// A parameter: a field and a setter of a request struct.
    Parameter,
    /// A public field of a record.
    Member,
    /// A struct or an enum.
    Type,
    /// A variant of an enumeration.
    Variant,
    /// A variant of a decision.
    Alternative,
}

impl Use {
    /// Names that the generated code needs for itself.
    fn taken(self) -> &'static [&'static str] {
        match self {
            Self::Section => &[
                "around",
                "blocking",
                "builder",
                "client",
                "clone",
                "codes",
                "core",
                "default",
                "from_env",
                "http",
                "look_up",
                "reconcile",
                "reqwest",
                "std",
                "types",
                "with",
                "with_tier",
                "alloc",
                "serde",
                "testing",
                "tracing",
                "verify",
                "wait",
                "webhook",
            ],
            Self::Library => &["codes", "types"],
            Self::Operation => &["clone", "new"],
            // A setter with the name of an operator could be taken for it.
            Self::Parameter | Self::Member => &[
                "add", "bitand", "bitor", "bitxor", "call", "check", "clone", "div", "mul", "new",
                "rem", "shl", "shr", "sub",
            ],
            Self::Type => &[
                "Authorization",
                "Box",
                "Call",
                "CallOptions",
                "Client",
                "ClientBuilder",
                "Decimal",
                "Error",
                "Fields",
                "FromJson",
                "Into",
                "IntoIterator",
                "Paginator",
                "Iterator",
                "Json",
                "Method",
                "Operation",
                "Option",
                "Page",
                "Pageable",
                "Parameter",
                "Partial",
                "PaymentSource",
                "Evidence",
                "Reconciled",
                "Redacted",
                "Expected",
                "Requirement",
                "Runtime",
                "UntrustedNotification",
                "Verifiable",
                "Verified",
                "VerifyError",
                "Result",
                "String",
                "Timestamp",
                "ToJson",
                "Transport",
                "UnknownCode",
                "Value",
                "Vec",
                "From",
                "Ok",
                "Err",
                "Some",
                "None",
            ],
            Self::Variant => &["ALL", "Unknown"],
            Self::Alternative => &[],
        }
    }

    fn cased(self, name: &str) -> String {
        match self {
            Self::Type | Self::Variant | Self::Alternative => name.to_upper_camel_case(),
            _ => name.to_snake_case(),
        }
    }

    /// A name given by hand is taken as it is, and so must be in Rust's case already.
    fn is_cased(self, name: &str) -> bool {
        let mut letters = name.chars();
        let first = letters.next().is_some_and(|first| match self {
            Self::Type | Self::Variant | Self::Alternative => first.is_ascii_uppercase(),
            _ => first.is_ascii_lowercase(),
        });
        let rest = letters.all(|letter| match self {
            Self::Type | Self::Variant | Self::Alternative => letter.is_ascii_alphanumeric(),
            _ => letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_',
        });
        first && rest
    }

    /// A decision has a constructor of its variant's name.
    fn is_taken(self, name: &str) -> bool {
        let constructor = name.to_snake_case();
        KEYWORDS.contains(&name)
            || self.taken().contains(&name)
            || (self == Self::Alternative && KEYWORDS.contains(&constructor.as_str()))
    }

    fn reserved(self, name: &str, span: Span) -> Diagnostic {
        let whose = if KEYWORDS.contains(&name) { "Rust" } else { "the generated code" };
        Diagnostic::new(&codes::E019, format!("the name `{name}` is reserved by {whose}"))
            .at(span, "reserved")
            .help(self.remedy())
    }

    fn no_name(self, wire: &str, span: Span) -> Diagnostic {
        Diagnostic::new(&codes::E020, format!("no Rust name can be made of `{wire}`"))
            .at(span, "does not begin with a letter")
            .help(self.remedy())
    }

    fn remedy(self) -> &'static str {
        match self {
            Self::Section => "rename the file, and its entry in api.yaml",
            Self::Library => "rename the file",
            Self::Operation => "rename the operation: its key is the name of the method",
            Self::Alternative => "give it another name",
            _ => "give it another name with `rust: …`; the name on the wire stays",
        }
    }

    fn untangle(self) -> &'static str {
        match self {
            Self::Alternative => "give one of them another name",
            Self::Operation => "rename one of them: the key is the name of the method",
            _ => "give one of them another name with `rust: …`",
        }
    }

    fn example(self) -> &'static str {
        match self {
            Self::Type | Self::Variant | Self::Alternative => "UpperCamelCase",
            _ => "snake_case",
        }
    }
}

/// Names that live side by side, and where each was given.
pub struct Scope {
    role: Use,
    taken: HashMap<String, (Span, String)>,
}

impl Scope {
    /// An empty scope.
    pub fn new(role: Use) -> Self {
        Self { role, taken: HashMap::new() }
    }

    /// The Rust name of `wire`, or the one given by hand; what is wrong with it is reported.
    pub fn name(
        &mut self,
        wire: &str,
        span: Span,
        by_hand: Option<&Text>,
        log: &mut Log,
    ) -> String {
        let (name, span) = match by_hand {
            Some(text) => (text.value.clone(), text.span_or(span)),
            None => (self.role.cased(wire), span),
        };
        if by_hand.is_some() && !self.role.is_cased(&name) {
            log.push(self.uncased(&name, span));
        } else if by_hand.is_none() && !self.role.is_cased(&name) {
            log.push(self.role.no_name(wire, span));
        } else if self.role.is_taken(&name) {
            log.push(self.role.reserved(&name, span));
        } else {
            self.claim(&name, wire, span, log);
        }
        name
    }

    /// Takes a name that was made elsewhere; a second taker is reported.
    pub fn claim(&mut self, name: &str, wire: &str, span: Span, log: &mut Log) {
        let Some((first, other)) = self.taken.get(name) else {
            self.taken.insert(name.to_owned(), (span, wire.to_owned()));
            return;
        };
        let message = match other == wire {
            true => format!("the name `{name}` is given twice"),
            false => format!("`{wire}` and `{other}` are both `{name}` in Rust"),
        };
        log.push(
            Diagnostic::new(&codes::E018, message)
                .at(span, format!("becomes `{name}`"))
                .at(*first, format!("becomes `{name}` too"))
                .help(self.role.untangle()),
        );
    }

    fn uncased(&self, name: &str, span: Span) -> Diagnostic {
        let message = format!("`{name}` is not in the case that Rust expects here");
        Diagnostic::new(&codes::E009, message)
            .at(span, format!("expected {}", self.role.example()))
            .help(format!("write `{}`", self.role.cased(name)))
    }
}

/// True for a valid name on the wire: letters, digits, `_`, `-`, `.`, and the brackets of
/// `extra[requester]`.
pub fn is_wire_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || "_-.[]".contains(letter))
}
