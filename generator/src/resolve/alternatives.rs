//! Groups of parameters of each of which one at least is required.

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{Item, Parameter};
use crate::source::Span;
use crate::syntax::operation::Operation as Syntax;
use crate::syntax::values::Text;

const FEWEST: usize = 2;

/// The groups of an operation, by names on the wire.
pub fn resolve(syntax: &Syntax, parameters: &[Parameter], log: &mut Log) -> Vec<Vec<String>> {
    let groups = syntax.one_of.iter().flatten();
    groups.map(|group| resolve_group(group, parameters, log)).collect()
}

fn resolve_group(group: &[Text], parameters: &[Parameter], log: &mut Log) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for text in group {
        let Some(span) = text.span else { continue };
        let parameter = parameters.iter().find(|parameter| parameter.field.wire == text.value);
        match parameter {
            None => log.push(unknown(text, span, parameters)),
            Some(_) if names.contains(&text.value) => {
                log.push(impossible(format!("`{}` is in the group twice", text.value), span));
            }
            Some(parameter) => expect_alternative(parameter, span, log),
        }
        names.push(text.value.clone());
    }
    if let ([Text { span: Some(span), .. }], true) = (group, group.len() < FEWEST) {
        log.push(
            impossible("a group needs two parameters at least", *span)
                .help("a single parameter that is required is written without `?`"),
        );
    }
    names
}

fn expect_alternative(parameter: &Parameter, span: Span, log: &mut Log) {
    let field = &parameter.field;
    if field.required {
        log.push(
            impossible(format!("`{}` is always required", field.wire), span)
                .help("mark it with `?`, or remove it from the group"),
        );
    }
    if matches!(field.ty.item, Item::Named(_)) && !field.ty.list {
        log.push(impossible(format!("`{}` is not a plain value", field.wire), span));
    }
}

fn unknown(text: &Text, span: Span, parameters: &[Parameter]) -> Diagnostic {
    let known = parameters.iter().map(|parameter| parameter.field.wire.as_str());
    impossible(format!("the operation has no parameter `{}`", text.value), span)
        .maybe_help(did_you_mean(&text.value, known))
}

fn impossible(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::new(&codes::E038, message).at(span, "not an alternative")
}
