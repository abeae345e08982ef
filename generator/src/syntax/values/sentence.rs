//! Sentences.

use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::text::Text;
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;
use crate::syntax::mapping::TODO;
use crate::syntax::read::Read;
use crate::syntax::yaml::Node;

/// A text that ends in a full stop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub Text);

impl Deref for Sentence {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}

impl Read for Sentence {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let text = Text::written(node, log)?;
        if text.value != TODO && !ends_in_full_stop(&text.value) {
            let end = Span { start: node.end, ..node.span };
            log.push(
                Diagnostic::new(&codes::E046, "a sentence ends in a full stop")
                    .at(Span { end: node.end, ..end }, "no full stop")
                    .help(
                        "write a whole English sentence, and quote it if it has `#` or `: ` in it",
                    ),
            );
        }
        Some(Self(text))
    }

    fn undecided(span: Span) -> Option<Self> {
        Text::undecided(span).map(Self)
    }
}

/// True for a full stop at the end, or in front of quotes or brackets that end the text.
fn ends_in_full_stop(text: &str) -> bool {
    text.trim_end_matches([')', '"', '\'', '`', '”', '’']).ends_with('.')
}

impl JsonSchema for Sentence {
    fn schema_name() -> Cow<'static, str> {
        "Sentence".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "\\.[)\"'`”’]*\\s*$",
            "patternErrorMessage": "A sentence ends in a full stop.",
        })
    }
}
