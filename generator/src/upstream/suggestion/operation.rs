//! The entry of a new operation.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use super::entries::{Map, our_word, text, to_do};
use super::fields::{in_order, put_rust_name};
use crate::syntax::TODO;
use crate::upstream::facts::{OperationFacts, SUCCESS};
use crate::upstream::finding::Finding;
use crate::upstream::yaml_fragment::{YamlFragment, scalar};

/// The entry of a new operation.
pub fn operation(finding: &Finding, found: &OperationFacts) -> YamlFragment {
    let mut map = Map::default();
    map.put("route", YamlFragment::Text(route(&finding.subject)));
    map.put_title(&found.title);
    if let Some(id) = &found.docs_id {
        map.put("docs_id", YamlFragment::Text(scalar(id)));
    }
    map.put("idempotent", text(if finding.subject.starts_with("GET ") { "true" } else { "false" }));
    if !found.gateways.is_empty() {
        let gateways: Vec<_> = found.gateways.iter().map(|gateway| scalar(gateway)).collect();
        map.put("gateways", YamlFragment::Text(format!("[{}]", gateways.join(", "))));
    }
    put_parameters(&mut map, found);
    map.put("returns", YamlFragment::Text(returns(found)));
    if has_rejection_record(found) {
        map.put("error", to_do());
    }
    let statuses = found.statuses().filter(|status| status.parse::<u16>().is_ok());
    let statuses: Vec<_> = statuses.map(|status| (status.to_owned(), to_do())).collect();
    if !statuses.is_empty() {
        map.put("errors", YamlFragment::Map(statuses));
    }
    YamlFragment::Map(map.0)
}

/// The parameters by their places. A name that another place has already needs another one in Rust.
fn put_parameters(map: &mut Map, found: &OperationFacts) {
    let mut names = BTreeSet::new();
    for place in ["path", "query", "body"] {
        let prefix = format!("{place}.");
        let inside = found.parameters.iter();
        let inside = inside.filter_map(|(name, fact)| Some((name.strip_prefix(&prefix)?, fact)));
        let mut fields = in_order(inside);
        for (key, fragment) in &mut fields {
            if !names.insert(key.trim_matches('"').trim_end_matches('?').to_snake_case()) {
                put_rust_name(fragment);
            }
        }
        if !fields.is_empty() {
            map.put(place, YamlFragment::Map(fields));
        }
    }
}

fn has_rejection_record(found: &OperationFacts) -> bool {
    let success = found.responses.get(SUCCESS);
    success.is_some_and(|response| response.beside.contains_key("error"))
}

/// A route as YAML text; braces inside a word do not begin a map.
pub fn route(route: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || " /{}_-.".contains(letter);
    if route.chars().all(plain) { route.to_owned() } else { scalar(route) }
}

fn returns(operation: &OperationFacts) -> String {
    match operation.returns() {
        [] => "none".to_owned(),
        [one] => our_word(one),
        // Several alternatives need a type with `choices`.
        _ => TODO.to_owned(),
    }
}

/// A first guess, which a person may better: the docs' own name in our case.
pub fn method_name(operation: &OperationFacts, route: &str) -> String {
    let id = operation.docs_id.as_deref().unwrap_or(route).to_snake_case();
    let is_plain = id.starts_with(|first: char| first.is_ascii_lowercase()) && id.is_ascii();
    if is_plain { id } else { route.to_snake_case() }
}
