//! Namespaces: the case and the reserved names of each kind of Rust name.

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::diagnostics::{Diagnostic, codes};
use crate::resolve::reserved;
use crate::runtime_names;
use crate::source::Span;

/// A namespace: a kind of name, with its case and its reserved names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namespace {
    /// A module, a cargo feature and a method of the client.
    Section,
    /// A module of shared types.
    SharedModule,
    /// A method of a section's handle.
    Operation,
    /// A parameter: a field and a setter of a request struct.
    Parameter,
    /// A public field of a record.
    Member,
    /// A struct or an enum.
    Type,
    /// The struct of a section's handle, named after its file.
    Handle,
    /// A variant of an enumeration.
    Variant,
    /// A variant of an explicit omission.
    Alternative,
}

impl Namespace {
    /// Names that the generated code needs for itself.
    fn is_needed(self, name: &str) -> bool {
        match self {
            Self::Section => {
                reserved::MODULES.contains(&name)
                    || reserved::CRATES.contains(&name)
                    || reserved::DEVICES.contains(&name)
            }
            Self::SharedModule => {
                ["codes", "types"].contains(&name)
                    || reserved::CRATES.contains(&name)
                    || reserved::DEVICES.contains(&name)
            }
            Self::Operation => ["clone", "new"].contains(&name),
            Self::Parameter | Self::Member => reserved::METHODS.contains(&name),
            Self::Type | Self::Handle => {
                reserved::PRELUDE.contains(&name)
                    || reserved::TYPES.contains(&name)
                    || runtime_names::INTERNAL.contains(&name)
                    || runtime_names::PUBLIC.contains(&name)
            }
            Self::Variant => ["ALL", "Unknown"].contains(&name),
            Self::Alternative => false,
        }
    }

    /// The name in the case of the namespace.
    pub fn cased(self, name: &str) -> String {
        match self {
            Self::Type | Self::Handle | Self::Variant | Self::Alternative => {
                name.to_upper_camel_case()
            }
            _ => name.to_snake_case(),
        }
    }

    /// A name given by hand is taken as it is, and so must be in Rust's case already.
    pub fn is_cased(self, name: &str) -> bool {
        let mut letters = name.chars();
        let first = letters.next().is_some_and(|first| match self {
            Self::Type | Self::Handle | Self::Variant | Self::Alternative => {
                first.is_ascii_uppercase()
            }
            _ => first.is_ascii_lowercase(),
        });
        let rest = letters.all(|letter| match self {
            Self::Type | Self::Handle | Self::Variant | Self::Alternative => {
                letter.is_ascii_alphanumeric()
            }
            _ => letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_',
        });
        first && rest
    }

    /// An explicit omission has a constructor of its variant's name.
    pub fn is_reserved(self, name: &str) -> bool {
        let constructor = name.to_snake_case();
        reserved::KEYWORDS.contains(&name)
            || self.is_needed(name)
            || (self == Self::Alternative && reserved::KEYWORDS.contains(&constructor.as_str()))
    }

    /// The diagnostic of a reserved name.
    pub fn reserved_name(self, name: &str, span: Span) -> Diagnostic {
        let is_of_rust = |names: &[&str]| names.contains(&name);
        let whose = match self {
            _ if is_of_rust(reserved::KEYWORDS) => "Rust",
            Self::Type | Self::Handle if is_of_rust(reserved::PRELUDE) => "Rust's prelude",
            Self::Section | Self::SharedModule if is_of_rust(reserved::DEVICES) => "Windows",
            _ => "the generated code",
        };
        Diagnostic::new(&codes::E019, format!("the name `{name}` is reserved by {whose}"))
            .at(span, "reserved")
            .help(self.rename_help())
    }

    /// The diagnostic of a name that does not begin with a letter.
    pub fn no_name(self, wire: &str, span: Span) -> Diagnostic {
        Diagnostic::new(&codes::E020, format!("no Rust name can be made of `{wire}`"))
            .at(span, "does not begin with a letter")
            .help(self.rename_help())
    }

    fn rename_help(self) -> &'static str {
        match self {
            Self::Section | Self::Handle => "rename the file, and its entry in api.yaml",
            Self::SharedModule => "rename the file",
            Self::Operation => "rename the operation: its key is the name of the method",
            Self::Alternative => "give it another name",
            _ => "give it another name with `rust: …`; the name on the wire stays",
        }
    }

    /// The help for two equal names.
    pub fn conflict_help(self) -> &'static str {
        match self {
            Self::Alternative => "give one of them another name",
            Self::Operation => "rename one of them: the key is the name of the method",
            _ => "give one of them another name with `rust: …`",
        }
    }

    /// The case, as an example.
    pub fn example(self) -> &'static str {
        match self {
            Self::Type | Self::Handle | Self::Variant | Self::Alternative => "UpperCamelCase",
            _ => "snake_case",
        }
    }
}
