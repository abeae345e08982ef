//! Return types of operations.

use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::json::{Fit, fit};
use super::{Change, rules, signature};
use crate::model::{Api, Operation, TypeRef};

/// The change of the type that an operation returns.
pub fn compare(
    comparison: &Comparison<'_>,
    site: &ChangeSite,
    before: &Operation,
    after: &Operation,
) -> Option<Change> {
    let (old_api, new_api) = (comparison.before, comparison.after);
    let mut note = "";
    let rule = match (before.returns, after.returns) {
        (None, None) => return None,
        (None, Some(_)) => &rules::RETURN_TYPE_ADDED,
        (Some(_), None) => &rules::RETURN_TYPE_REMOVED,
        (Some(old), Some(new)) if comparison.same_type(old, new) => {
            if before.partial.is_some() == after.partial.is_some() {
                return None;
            }
            &rules::RETURN_TYPE_CHANGED
        }
        (Some(old), Some(new)) => match fit((old_api, old), (new_api, new)) {
            Fit::Same => &rules::RETURN_TYPE_CHANGED_STILL_READ,
            Fit::Partly(values) => {
                note = values;
                &rules::RETURN_TYPE_CHANGED_PARTLY_READ
            }
            Fit::Not => &rules::RETURN_TYPE_CHANGED,
        },
    };
    let (old, new) = (words(old_api, before), words(new_api, after));
    Some(site.changed(rule, old, new).noting(note))
}

fn words(api: &Api, operation: &Operation) -> String {
    let answer = answer(api, operation.returns);
    if operation.partial.is_some() { format!("Partial of {answer}") } else { answer }
}

fn answer(api: &Api, returns: Option<TypeRef>) -> String {
    returns.map_or_else(|| "()".to_owned(), |ty| signature::whole(api, ty))
}
