//! Limits and defaults of fields: a limit needs a value that it can hold for, and a default is a value that the field
//! can have.

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{Field, Item};
use crate::resolve::symbol_table::SymbolTable;
use crate::source::Span;
use crate::syntax::field::Field as Syntax;

/// Reports impossible limits, and a default outside of the type and the limits. Codes are checked where they are
/// known.
pub fn report(field: &Field, syntax: &Syntax, symbols: &SymbolTable<'_>, log: &mut Log) {
    if let (Some(minimum), Some(maximum)) = (&syntax.minimum, &syntax.maximum)
        && minimum.value > maximum.value
    {
        let message = format!("`minimum` is {} and `maximum` is {}", minimum.value, maximum.value);
        log.push(
            Diagnostic::new(&codes::E043, message)
                .at(maximum.span, "no number is allowed")
                .at(minimum.span, "greater than the maximum")
                .help("exchange them, or remove one"),
        );
        return;
    }
    let Some((text, span)) =
        syntax.default.as_ref().and_then(|text| Some((&text.value, text.span?)))
    else {
        return;
    };
    if let Some(problem) = problem(field, text, symbols) {
        log.push(impossible(text, problem, span));
    }
}

/// The reason why a text cannot be a value of the field.
fn problem(field: &Field, text: &str, symbols: &SymbolTable<'_>) -> Option<String> {
    if field.ty.list {
        return Some("the field is a list".to_owned());
    }
    match field.ty.item {
        Item::String => too_long(field, text),
        Item::Boolean => {
            (!matches!(text, "true" | "false")).then(|| "expected `true` or `false`".to_owned())
        }
        Item::Integer | Item::Timestamp if text.parse::<i64>().is_err() => {
            Some("expected an integer".to_owned())
        }
        Item::Amount if !is_decimal(text) => Some("expected a number".to_owned()),
        Item::Integer | Item::Timestamp | Item::Amount => out_of_range(field, text.parse().ok()?),
        Item::Named(id) => symbols.is_record(id).then(|| "the field is a record".to_owned()),
    }
}

fn too_long(field: &Field, text: &str) -> Option<String> {
    let (length, max) = (text.chars().count(), field.max_length?);
    let is_too_long = u32::try_from(length).is_ok_and(|length| length > max);
    is_too_long.then(|| format!("it is {length} characters long; the maximum is {max}"))
}

fn out_of_range(field: &Field, number: f64) -> Option<String> {
    let minimum = field.minimum.filter(|minimum| number < f64::from(*minimum));
    let maximum = field.maximum.filter(|maximum| number > f64::from(*maximum));
    match (minimum, maximum) {
        (Some(minimum), _) => Some(format!("the minimum is {minimum}")),
        (None, Some(maximum)) => Some(format!("the maximum is {maximum}")),
        (None, None) => None,
    }
}

/// True for digits, with a sign and a fraction at most: `-12.50`.
fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    is_digits(whole.strip_prefix('-').unwrap_or(whole)) && is_digits(fraction)
}

fn impossible(text: &str, problem: String, span: Span) -> Diagnostic {
    Diagnostic::new(&codes::E044, format!("`{text}` cannot be the default of this field"))
        .at(span, problem)
        .help("write the value that the server uses if the field is omitted, or remove `default`")
}
