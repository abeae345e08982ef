//! Features of YAML that the schema language excludes.

use super::library::parser::Event;
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;
use crate::syntax::invisible;

/// Reports those of one event; reading continues.
pub fn report(event: &Event<'_>, span: Span, text: &str, log: &mut Log) {
    if event.is_alias() || event.anchor_id().is_some() {
        let label = if event.is_alias() { "an alias" } else { "this has an anchor" };
        let message = "anchors and aliases are not part of the schema language";
        log.push(
            Diagnostic::new(&codes::E001, message)
                .at(span, label)
                .help("write the value out in full"),
        );
    }
    if event.tag().is_some() {
        log.push(
            Diagnostic::new(&codes::E001, "tags are not part of the schema language")
                .at(span, "this has a tag")
                .help("remove the tag"),
        );
    }
    if let Event::Scalar(value, ..) = event {
        let written = text.get(span.range()).unwrap_or_default();
        invisible::report_escaped(value, span, written, log);
    }
}
