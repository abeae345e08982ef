//! Operations: new and hidden ones, those that moved, and the facts of the others.

use super::compared_facts::ComparedFacts;
use super::fields::{Owner, by_name, compare_fields};
use super::gateways::Supporting;
use super::limits::or_none;
use super::responses::responses;
use super::{gateways, routes, settings, signature};
use crate::upstream::facts::OperationFacts;
use crate::upstream::finding::{Finding, Kind, New};

/// Compares the operations.
pub fn compare(comparison: &mut ComparedFacts<'_>) {
    let (ours, theirs) = (comparison.ours, comparison.theirs);
    let moved = routes::pairs(ours, theirs);
    for (route, operation) in &theirs.operations {
        let was = moved.get(route.as_str()).copied().unwrap_or(route);
        match ours.operations.get(was) {
            Some(own) => documented(comparison, (was, route), own, operation),
            None => comparison.push(added(route, operation)),
        }
    }
    for (route, own) in &ours.operations {
        let is_moved = moved.values().any(|was| was == route);
        let is_here = theirs.operations.contains_key(route) || is_moved;
        if !is_here && own.undocumented_since.is_none() {
            let finding = Finding::new(Kind::OperationHidden, route, "");
            comparison.push(finding.between(&own.title, ""));
        }
    }
}

fn added(route: &str, operation: &OperationFacts) -> Finding {
    let finding = Finding::new(Kind::OperationAdded, route, "");
    let mut finding = finding.between("", signature::of_operation(operation));
    finding.new = Some(New::Operation(Box::new(gateways::without_impossible_rules(operation))));
    finding
}

fn documented<'f>(
    comparison: &mut ComparedFacts<'f>,
    (was, route): (&str, &str),
    ours: &'f OperationFacts,
    theirs: &'f OperationFacts,
) {
    let new = |kind| Finding::new(kind, was, "");
    if was != route {
        comparison.push(new(Kind::RouteChanged).between(was, route));
    }
    if let Some(since) = &ours.undocumented_since {
        let ours = format!("undocumented since {since}");
        comparison.push(new(Kind::OperationDocumented).between(ours, "documented"));
    }
    let names = names(comparison.is_strict, was, ours, theirs);
    comparison.found.extend(names);
    comparison.found.extend(gateways::lists(was, &ours.gateways, &theirs.gateways));
    if comparison.is_strict {
        comparison.found.extend(settings::of_operations(was, ours, theirs));
    }
    let theirs_by_name = routes::renamed_variables(by_name(&theirs.parameters), was, route);
    let supporting = Supporting { ours: &ours.gateways, theirs: &theirs.gateways };
    let owner = Owner::supported(was, supporting);
    compare_fields(comparison, &owner, &by_name(&ours.parameters), &theirs_by_name);
    responses(comparison, was, ours, theirs);
}

/// The names in the docs, which make the links to the official page.
fn names(
    is_strict: bool,
    route: &str,
    ours: &OperationFacts,
    theirs: &OperationFacts,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if ours.docs_id != theirs.docs_id {
        let sides = (or_none(ours.docs_id.as_ref()), or_none(theirs.docs_id.as_ref()));
        found.push(Finding::new(Kind::DocsIdChanged, route, "").between(sides.0, sides.1));
    }
    let is_stated = is_strict || !theirs.page.is_empty();
    if is_stated && ours.page != theirs.page {
        found.push(Finding::new(Kind::PageChanged, route, "").between(&ours.page, &theirs.page));
    }
    found
}
