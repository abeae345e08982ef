//! Records that contain themselves, and so would have no finite size.

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{Shape, TypeId};
use crate::resolve::symbol_table::SymbolTable;

/// Reports each record that contains itself outside of a list; `shapes` are those of all types, by id.
pub fn report(shapes: &[&Shape], symbols: &SymbolTable<'_>, log: &mut Log) {
    for (index, declared) in symbols.declared.iter().enumerate() {
        let start = TypeId(index);
        if reaches(shapes, start, start, &mut Vec::new()) {
            let message = format!("the record `{}` contains itself", declared.docs_name);
            log.push(
                Diagnostic::new(&codes::E027, message)
                    .at(declared.span, "infinite size")
                    .help("make one of the fields on the way a list"),
            );
        }
    }
}

fn reaches(shapes: &[&Shape], from: TypeId, goal: TypeId, seen: &mut Vec<TypeId>) -> bool {
    held(shapes[from.0]).any(|next| {
        next == goal
            || (!seen.contains(&next) && {
                seen.push(next);
                reaches(shapes, next, goal, seen)
            })
    })
}

/// The types that a type holds directly, lists left out.
fn held(shape: &Shape) -> impl Iterator<Item = TypeId> {
    let refs = shape.refs().into_iter();
    refs.filter(|ty| !ty.list).filter_map(|ty| ty.item.named())
}
