//! The functions of the module `testing`, one for each record and choice, named after it in another case.

use heck::ToSnakeCase;

use crate::diagnostics::Log;
use crate::model::Shape;
use crate::resolve::names::Scope;
use crate::resolve::namespace::Namespace;
use crate::resolve::symbol_table::SymbolTable;

/// Reports two types whose functions have one name: `UrlInfo` and `URLInfo` are both `url_info`. Names and shapes are
/// those of all types, by id.
pub fn report(names: &[&str], shapes: &[&Shape], symbols: &SymbolTable<'_>, log: &mut Log) {
    let mut functions = Scope::new(Namespace::Type);
    for ((name, shape), declared) in names.iter().zip(shapes).zip(&symbols.declared) {
        if matches!(shape, Shape::Record(_) | Shape::Choice(_)) {
            let function = name.to_snake_case();
            functions.claim(&function, declared.docs_name, declared.span, log);
        }
    }
}
