//! Responses that prove that a record does not exist.

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::NotFound;
use crate::source::Span;
use crate::syntax::not_found::NotFound as NotFoundSyntax;
use crate::syntax::operation::Operation as Syntax;

const OK: u32 = 200;
/// The code of a success.
const SUCCESS: i64 = 0;

/// The documented responses of a read to a key that nothing has.
pub fn resolve(syntax: &Syntax, log: &mut Log) -> Vec<NotFound> {
    let documented = syntax.not_found.as_deref().unwrap_or_default();
    if let (false, Some(first)) = (syntax.idempotent, documented.first()) {
        log.push(
            impossible("only a read proves that there is no record", first.status.span)
                .help("remove `not_found`, or write `idempotent: true`"),
        );
    }
    documented.iter().filter_map(|each| one(each, log)).collect()
}

fn one(syntax: &NotFoundSyntax, log: &mut Log) -> Option<NotFound> {
    let NotFoundSyntax { status, codes } = syntax;
    if let Some(code) = codes.iter().find(|code| code.value == SUCCESS) {
        log.push(
            impossible("0 is the code of a success", code.span)
                .help("give the codes of the refusal that have been seen, such as -1"),
        );
    }
    match u16::try_from(status.value) {
        Ok(value) if status.value == OK || (400..500).contains(&status.value) => {
            Some(NotFound { status: value, codes: codes.iter().map(|code| code.value).collect() })
        }
        _ => {
            let message = format!("HTTP {} does not say that a record is missing", status.value);
            log.push(impossible(message, status.span).help("expected 200, or 400 to 499"));
            None
        }
    }
}

fn impossible(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::new(&codes::E039, message).at(span, "no proof")
}
