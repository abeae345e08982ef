//! Type expressions: a word, or a word in brackets.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::mapping::{TODO, to_do};
use super::names::{ReturnName, TypeName};
use super::read::Read;
use super::yaml::{Content, Node};
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;

/// A type as written.
#[derive(Clone, Debug, Default)]
pub enum TypeExpr {
    /// `string`, `PaymentAnnotation`
    Word {
        /// The word.
        word: String,
        /// The location.
        span: Span,
    },
    /// `[string]`
    List {
        /// The word in the brackets.
        word: String,
        /// The location of the word.
        span: Span,
    },
    /// `TODO`, which has been reported.
    Undecided,
    /// It could not be read; the error has been reported.
    #[default]
    Broken,
}

impl Read for TypeExpr {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::Scalar { text, .. } if !is_word(text) => malformed_word(text, node.span, log),
            Content::Scalar { text, .. } => {
                Some(Self::Word { word: text.clone(), span: node.span })
            }
            Content::List(items) => match items.as_slice() {
                [Node { span, content: Content::Scalar { text, .. }, .. }] if text == TODO => {
                    log.push(to_do(*span, "type"));
                    Some(Self::Undecided)
                }
                [Node { span, content: Content::Scalar { text, .. }, .. }] if !is_word(text) => {
                    malformed_word(text, *span, log)
                }
                [Node { span, content: Content::Scalar { text, .. }, .. }] => {
                    Some(Self::List { word: text.clone(), span: *span })
                }
                _ => malformed(node, log),
            },
            _ => malformed(node, log),
        }
    }

    fn undecided(_: Span) -> Option<Self> {
        Some(Self::Undecided)
    }
}

fn malformed<T>(node: &Node, log: &mut Log) -> Option<T> {
    log.push(
        Diagnostic::new(&codes::E010, "invalid type expression")
            .at(node.span, "expected a word, or one word in brackets")
            .help("write `string`, `PaymentAnnotation` or `[string]`"),
    );
    None
}

/// True for what can be a word; a name that nothing has is reported where names are looked up.
fn is_word(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter))
}

/// Reports a text that is not a word, with the type that it stands for in other languages.
fn malformed_word<T>(text: &str, span: Span, log: &mut Log) -> Option<T> {
    let word: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let inner = ["Array", "List", "Vec"]
        .iter()
        .find_map(|list| text.strip_prefix(list)?.strip_prefix('<')?.strip_suffix('>'));
    let help = match inner {
        Some(inner) => format!("write `[{inner}]`"),
        None if text.contains(['[', ']', '［', '］']) => format!("write `[{word}]`"),
        None if text.ends_with('?') => format!("write `{word}`, and the `?` behind the name"),
        None => "write `string`, `PaymentAnnotation` or `[string]`".to_owned(),
    };
    log.push(
        Diagnostic::new(&codes::E010, format!("invalid type expression `{text}`"))
            .at(span, "expected a word, or one word in brackets")
            .help(help),
    );
    None
}

impl JsonSchema for TypeExpr {
    fn schema_name() -> Cow<'static, str> {
        "Type".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        name_or_list(generator.subschema_for::<TypeName>(), generator)
    }
}

/// The type of a response, or `none`.
pub struct ReturnType;

impl JsonSchema for ReturnType {
    fn schema_name() -> Cow<'static, str> {
        "ReturnType".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        name_or_list(generator.subschema_for::<ReturnName>(), generator)
    }
}

fn name_or_list(name: Schema, generator: &mut SchemaGenerator) -> Schema {
    let item = generator.subschema_for::<TypeName>();
    let list = json_schema!({ "type": "array", "items": item, "minItems": 1, "maxItems": 1 });
    json_schema!({ "anyOf": [name, list] })
}
