//! The record in `error` of the envelope of a rejection.

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::TypeId;
use crate::resolve::symbol_table::SymbolTable;
use crate::syntax::type_expr::TypeExpr;

/// The record; other types are reported.
pub fn resolve(expr: &TypeExpr, symbols: &SymbolTable<'_>, log: &mut Log) -> Option<TypeId> {
    let ty = symbols.resolve(expr, log)?;
    let (TypeExpr::Word { span, .. } | TypeExpr::List { span, .. }) = expr else { return None };
    let is_record = |id: &TypeId| {
        // A type that could not be read has been reported.
        symbols.declared[id.0].syntax.is_none_or(|syntax| syntax.fields.is_some())
    };
    let record = ty.item.named().filter(|_| !ty.list).filter(is_record);
    if record.is_none() {
        log.push(
            Diagnostic::new(&codes::E023, "the `error` of a rejection is not a record")
                .at(*span, "expected a type with `fields`")
                .help("the envelope of a rejection has an object in `error`"),
        );
    }
    record
}
