//! The suggested YAML of a finding. Texts that a person must write are `TODO`, which `check` rejects.

mod entries;
mod fields;
mod operation;

pub use fields::put_rust_name;
pub use operation::route;

use super::compare::NO_RULE;
use super::finding::{Finding, Kind, New};
use super::yaml_fragment::{YamlFragment, block, key};
use crate::resolve;
use crate::syntax::TODO;
use crate::yaml_index::field_name;
use entries::{Map, our_word, to_do};
use fields::{field, record};
use operation::{method_name, operation};

/// Fills in every suggestion.
pub fn suggest(findings: &mut [Finding]) {
    let has_place = |finding: &&mut Finding| {
        !finding.location.starts_with("response.") || is_rejection_record(finding)
    };
    for finding in findings.iter_mut().filter(has_place) {
        finding.suggestion = suggestion(finding).unwrap_or_default();
    }
}

/// The record in `error` of the envelope, for which an operation has a key.
fn is_rejection_record(finding: &Finding) -> bool {
    finding.kind == Kind::FieldAdded && finding.location == "response.200.error"
}

fn suggestion(finding: &Finding) -> Option<String> {
    if is_rejection_record(finding) {
        return Some(format!("error: {TODO}"));
    }
    let name = field_name(&finding.location);
    let theirs = finding.theirs.as_str();
    if finding.new.is_some() {
        return new(finding).map(|(name, fragment)| block(&name, &fragment));
    }
    match finding.kind {
        Kind::ParameterRenamed | Kind::FieldRenamed => Some(format!("{theirs}:")),
        Kind::OperationHidden | Kind::ParameterHidden | Kind::FieldHidden => {
            Some("undocumented_since: DATE".to_owned())
        }
        Kind::RequirednessChanged if theirs == "required" => Some(format!("{name}:")),
        Kind::RequirednessChanged => Some(format!("{name}?:")),
        Kind::LengthChanged if theirs != "none" => Some(format!("max_length: {theirs}")),
        Kind::ValueAdded if finding.detail.is_empty() => {
            let codes = theirs.split(", ").map(|code| value(code, "")).collect();
            Some(block("values", &YamlFragment::Map(codes)))
        }
        Kind::ValueAdded => {
            let (key, fragment) = value(&finding.detail, "");
            Some(block(&key, &fragment))
        }
        Kind::GatewayRuleChanged if theirs != NO_RULE => {
            Some(format!("gateways: {{ {}: {theirs} }}", key(&finding.detail)))
        }
        Kind::RouteChanged => Some(format!("route: {}", route(theirs))),
        Kind::TypeChanged if !theirs.contains(' ') => Some(format!("type: {}", our_word(theirs))),
        _ => None,
    }
}

/// The key and value of a new item.
pub fn new(finding: &Finding) -> Option<(String, YamlFragment)> {
    let named = match finding.new.as_ref()? {
        New::Field { fact, .. } => field(field_name(&finding.location), fact),
        New::Operation(found) => (method_name(found, &finding.subject), operation(finding, found)),
        New::Type { members, .. } => (key(&finding.subject), record(members)),
    };
    Some(named)
}

/// A code of an enumeration, with its label if that is known. A code that yields no Rust name needs one.
pub fn value(code: &str, label: &str) -> (String, YamlFragment) {
    let mut map = Map::default();
    if !resolve::yields_variant(code) {
        map.put("rust", to_do());
    }
    map.put_title(label);
    (key(code), YamlFragment::Map(map.0))
}
