//! Methods of the generated crate that exist only if the schema has what they need.

use super::affected::Affected;
use super::call::Call;
use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::{Change, Rule, rules};
use crate::model::{Api, Operation};

/// `check` of requests, and the verification of payments.
pub fn of_the_crate(comparison: &Comparison<'_>, changes: &mut Vec<Change>) {
    let (before, after) = (comparison.before, comparison.after);
    let lookup = verified_by(after).or_else(|| verified_by(before));
    let lookup = lookup.map(|name| Affected::by(&name, false)).unwrap_or_default();
    let site = |name: &str, affected| ChangeSite::new(format!("api/{name}"), name, affected);
    changes.extend(appears(
        &site("check", comparison.everything.clone()),
        (&rules::GATEWAY_CHECK_ADDED, &rules::GATEWAY_CHECK_REMOVED),
        gateways(before),
        gateways(after),
    ));
    changes.extend(appears(
        &site("verify", lookup),
        (&rules::VERIFICATION_ADDED, &rules::VERIFICATION_REMOVED),
        verified_by(before),
        verified_by(after),
    ));
}

/// The type that `check` takes.
fn gateways(api: &Api) -> Option<String> {
    api.gateways.map(|id| api.ty(id).name.clone())
}

/// The operation that `verify` calls.
fn verified_by(api: &Api) -> Option<String> {
    api.payment_lookup.map(|lookup| api.operation_name(lookup.operation))
}

/// The method for the items of all pages.
pub fn pagination(site: &ChangeSite, old: Call<'_>, new: Call<'_>) -> Option<Change> {
    let rules = (&rules::PAGINATION_ADDED, &rules::PAGINATION_REMOVED);
    appears(site, rules, paginator(old.operation), paginator(new.operation))
}

fn paginator(operation: &Operation) -> Option<String> {
    operation.pagination.as_ref().map(|_| operation.items_method())
}

/// The change of something that only one of the models has.
fn appears(
    site: &ChangeSite,
    (added, removed): (&'static Rule, &'static Rule),
    before: Option<String>,
    after: Option<String>,
) -> Option<Change> {
    match (before, after) {
        (None, Some(after)) => Some(site.added(added, after)),
        (Some(before), None) => Some(site.removed(removed, before)),
        _ => None,
    }
}
