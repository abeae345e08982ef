//! Operations that moved: another path, or other names of its variables.

use super::entry::{IN_OPERATION, Needed, is_name, set, with_mark};
use super::references::{self, Renamed};
use crate::upstream::compare::{variable_names, variables};
use crate::upstream::edit::{Action, Change};
use crate::upstream::facts::Facts;
use crate::upstream::finding::{Finding, Kind};
use crate::upstream::suggestion;
use crate::yaml_index::YamlIndex;

/// The next change of an operation that moved. Its route is the last one, because it is found by that.
pub fn next(index: &YamlIndex, finding: &Finding) -> Needed {
    let (was, route) = (finding.ours.as_str(), finding.theirs.as_str());
    let Some(operation) = index.subject(was) else { return Ok(None) };
    if loses_a_variable(was, route) {
        return Err("the new path lacks one of its variables");
    }
    for (old, new) in variable_names(was, route) {
        if !is_name(new) {
            return Err("its name is not one of the schema language");
        }
        if let Some(variable) = index.field(was, &format!("path.{old}")) {
            let key = with_mark(variable, new);
            return Ok(Some(Change::of(variable, Action::Rename { key })));
        }
        if let Some(change) = references::next(index, was, Renamed { old, new }) {
            return Ok(Some(change));
        }
    }
    set(operation, &IN_OPERATION, "route", &suggestion::route(route))
}

/// The text of such a variable belongs somewhere else, which only a person knows.
fn loses_a_variable(was: &str, route: &str) -> bool {
    let (old, new) = (variables(was), variables(route));
    old.len() != new.len() && old.iter().any(|name| !new.contains(name))
}

/// The new names of the path's variables, in the facts of the old route.
pub fn expect(facts: &mut Facts, finding: &Finding) -> Option<()> {
    let parameters = &mut facts.operations.get_mut(&finding.ours)?.parameters;
    for (old, new) in variable_names(&finding.ours, &finding.theirs) {
        let variable = parameters.remove(&format!("path.{old}"))?;
        parameters.insert(format!("path.{new}"), variable);
    }
    Some(())
}

/// The facts with the old routes of the operations that moved, so that findings about them apply;
/// `None` if one of them has not moved.
pub fn back(facts: &Facts, applied: &[&Finding]) -> Option<Facts> {
    let mut facts = facts.clone();
    for finding in applied.iter().filter(|finding| finding.kind == Kind::RouteChanged) {
        let operation = facts.operations.remove(&finding.theirs)?;
        let old = facts.operations.insert(finding.ours.clone(), operation);
        old.is_none().then_some(())?;
    }
    Some(facts)
}
