//! The records in `error` of rejections.

use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::{Change, rules};
use crate::model::{Api, Item, Operation, TypeId, TypeRef};

/// The change of the record that a rejection of the operation has.
pub fn compare(
    comparison: &Comparison<'_>,
    site: &ChangeSite,
    before: &Operation,
    after: &Operation,
) -> Option<Change> {
    let rule = match (before.error, after.error) {
        (None, None) => return None,
        (None, Some(_)) => &rules::ERROR_TYPE_ADDED,
        (Some(_), None) => &rules::ERROR_TYPE_REMOVED,
        (Some(old), Some(new)) if comparison.same_type(record(old), record(new)) => return None,
        (Some(_), Some(_)) => &rules::ERROR_TYPE_CHANGED,
    };
    let (before, after) = (name(comparison.before, before), name(comparison.after, after));
    Some(site.change(rule, before, after))
}

fn record(id: TypeId) -> TypeRef {
    TypeRef { item: Item::Named(id), list: false }
}

fn name(api: &Api, operation: &Operation) -> Option<String> {
    operation.error.map(|id| api.ty(id).name.clone())
}
