//! Routes that changed: the name of a path variable, or the path of an operation that kept its name in the docs.

use std::collections::BTreeMap;

use crate::upstream::facts::{Facts, FieldFacts};

/// Upstream's new routes, each with the old one that it takes the place of.
pub fn pairs<'f>(ours: &'f Facts, theirs: &'f Facts) -> BTreeMap<&'f str, &'f str> {
    let mut gone: Vec<&'f str> = ours.operations.keys().map(String::as_str).collect();
    gone.retain(|route| !theirs.operations.contains_key(*route));
    let new: Vec<&'f str> = theirs.operations.keys().map(String::as_str).collect();
    let new = new.into_iter().filter(|route| !ours.operations.contains_key(*route));
    let mut pairs = BTreeMap::new();
    for route in new {
        let same_shape = |was: &&str| shape(was) == shape(route);
        let same_id = |was: &&str| is_same_id(was, ours, route, theirs);
        let found = gone.iter().position(same_shape);
        if let Some(at) = found.or_else(|| gone.iter().position(same_id)) {
            pairs.insert(route, gone.remove(at));
        }
    }
    pairs
}

fn is_same_id(was: &str, ours: &Facts, route: &str, theirs: &Facts) -> bool {
    let id = |facts: &Facts, route: &str| facts.operations.get(route)?.docs_id.clone();
    let was = id(ours, was);
    was.is_some() && was == id(theirs, route)
}

/// A route without the names of its variables.
fn shape(route: &str) -> String {
    let mut shape = String::new();
    for part in route.split_inclusive('{') {
        shape.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    shape
}

/// The names of a path's variables.
pub fn variables(route: &str) -> Vec<&str> {
    let parts = route.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

/// The path's variables that have another name in the new route, with both names; they are paired by
/// their order.
pub fn variable_names<'r>(was: &'r str, route: &'r str) -> Vec<(&'r str, &'r str)> {
    let (old, new) = (variables(was), variables(route));
    if old.len() != new.len() {
        return Vec::new();
    }
    old.into_iter().zip(new).filter(|(old, new)| old != new).collect()
}

/// The parameters with the old names of the path's variables.
pub fn renamed_variables<'f>(
    mut parameters: BTreeMap<String, &'f FieldFacts>,
    was: &str,
    route: &str,
) -> BTreeMap<String, &'f FieldFacts> {
    let taken: Vec<_> = variable_names(was, route)
        .into_iter()
        .filter_map(|(old, new)| Some((old, parameters.remove(&format!("path.{new}"))?)))
        .collect();
    parameters.extend(taken.into_iter().map(|(old, field)| (format!("path.{old}"), field)));
    parameters
}
