//! Rust names and their conflicts. Decided here and nowhere else.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::resolve::namespace::Namespace;
use crate::source::Span;
use crate::syntax::TODO;
use crate::syntax::values::Text;

/// Names that live side by side, and where each was given.
pub struct Scope {
    namespace: Namespace,
    taken: HashMap<String, (Span, String)>,
}

impl Scope {
    /// An empty scope.
    pub fn new(namespace: Namespace) -> Self {
        Self { namespace, taken: HashMap::new() }
    }

    /// The Rust name of `wire`, or the explicit one; errors are reported.
    pub fn name(
        &mut self,
        wire: &str,
        span: Span,
        by_hand: Option<&Text>,
        log: &mut Log,
    ) -> String {
        // A placeholder: the schema is rejected for the `TODO`.
        if by_hand.is_some_and(|text| text.value == TODO) {
            return self.namespace.cased(wire);
        }
        let (name, span) = match by_hand {
            Some(text) => (text.value.clone(), text.span_or(span)),
            None => (self.namespace.cased(wire), span),
        };
        if by_hand.is_some() && !self.namespace.is_cased(&name) {
            log.push(self.uncased(&name, span));
        } else if by_hand.is_none() && !self.namespace.is_cased(&name) {
            log.push(self.namespace.no_name(wire, span));
        } else if self.namespace.is_reserved(&name) {
            log.push(self.namespace.reserved_name(&name, span));
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
                .help(self.namespace.conflict_help()),
        );
    }

    fn uncased(&self, name: &str, span: Span) -> Diagnostic {
        let message = format!("`{name}` is not in the case that Rust expects here");
        Diagnostic::new(&codes::E009, message)
            .at(span, format!("expected {}", self.namespace.example()))
            .help(format!("write `{}`", self.namespace.cased(name)))
    }
}

/// True for a valid name on the wire: letters, digits, `_`, `-`, `.`, and the brackets of
/// `extra[requester]`.
pub fn is_wire_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || "_-.[]".contains(letter))
}
