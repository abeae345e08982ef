//! The reads of reconciliation, with the new names of what was renamed.

use super::call::Call;
use super::comparison::Comparison;
use super::counterparts::same_route;
use super::members;
use super::renames::RenamedFields;
use super::struct_view::StructView;
use crate::model::{Reconcile, ReconcileKey};

/// The renamed parameters of an operation.
pub fn renamed_parameters(
    comparison: &Comparison<'_>,
    old: Call<'_>,
    new: Call<'_>,
) -> RenamedFields {
    let (old, new) = (old.operation, new.operation);
    let before = StructView::request(comparison.before, old);
    let after = StructView::request(comparison.after, new);
    RenamedFields::of(&members::matching(&before, &after, same_route(old, new)))
}

/// An entry of the old model with the new route of its read, and the new names of parameters.
pub fn renamed(
    comparison: &Comparison<'_>,
    request: &RenamedFields,
    entry: &Reconcile,
) -> Reconcile {
    let mut both = comparison.operations.both.iter();
    let read = both.find(|(old, _)| old.operation.route == entry.route);
    let read = read.map(|(old, new)| (new, renamed_parameters(comparison, *old, *new)));
    let key = |key: &ReconcileKey| ReconcileKey {
        parameter: match &read {
            Some((_, parameters)) => parameters.now(&key.parameter),
            None => key.parameter.clone(),
        },
        wire: request.now(&key.wire),
        ..key.clone()
    };
    let route = read.as_ref().map_or(&entry.route, |(new, _)| &new.operation.route);
    Reconcile { route: route.clone(), keys: entry.keys.iter().map(key).collect(), ..entry.clone() }
}
