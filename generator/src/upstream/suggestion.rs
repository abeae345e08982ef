//! The suggested YAML of a finding. Texts that a person must write are `TODO`, which `check` rejects.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use super::compare::NO_RULE;
use super::facts::{FieldFacts, OTHERS, OperationFacts};
use super::finding::{Finding, Kind, New};
use super::yaml_fragment::{YamlFragment, block, key, scalar};
use crate::model::Privacy;
use crate::resolve;
use crate::syntax::TODO;
use crate::yaml_index::field_name;

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

fn to_do() -> YamlFragment {
    text(TODO)
}

fn text(text: &str) -> YamlFragment {
    YamlFragment::Text(text.to_owned())
}

/// A map with fixed keys.
#[derive(Default)]
struct Map(Vec<(String, YamlFragment)>);

impl Map {
    fn put(&mut self, key: &str, fragment: YamlFragment) {
        self.0.push((key.to_owned(), fragment));
    }

    fn put_title(&mut self, title: &str) {
        let title = if title.is_empty() { TODO.to_owned() } else { scalar(title) };
        self.put("title", YamlFragment::Text(title));
        self.put("doc", to_do());
    }
}

fn field(name: &str, fact: &FieldFacts) -> (String, YamlFragment) {
    let mut map = Map::default();
    if !resolve::yields_field(name) {
        map.put("rust", to_do());
    }
    if !fact.values.is_empty() {
        let codes: Vec<_> = fact.values.iter().map(|code| scalar(code)).collect();
        map.put(&format!("codes: {}", codes.join(", ")), YamlFragment::Comment);
    }
    map.put("type", YamlFragment::Text(field_type(fact)));
    map.put_title(&fact.title);
    for (key, number) in
        [("max_length", fact.max), ("minimum", fact.minimum), ("maximum", fact.maximum)]
    {
        if let Some(number) = number {
            map.put(key, YamlFragment::Text(number.to_string()));
        }
    }
    match fact.privacy {
        Privacy::Open => {}
        Privacy::Personal => map.put("personal", text("true")),
        Privacy::Secret => map.put("secret", text("true")),
    }
    if !fact.gateways.is_empty() {
        map.put("gateways", YamlFragment::Text(format!("{{ {} }}", rules(fact).join(", "))));
    }
    let optional = if fact.required { "" } else { "?" };
    (key(&format!("{name}{optional}")), YamlFragment::Map(map.0))
}

/// A list of codes needs an enumeration, which a person has to choose or to name.
fn field_type(fact: &FieldFacts) -> String {
    match (fact.values.is_empty(), fact.ty.starts_with('[')) {
        (true, _) => our_word(&fact.ty),
        (false, false) => TODO.to_owned(),
        (false, true) => format!("[{TODO}]"),
    }
}

fn rules(fact: &FieldFacts) -> Vec<String> {
    let (others, single): (Vec<_>, Vec<_>) =
        fact.gateways.iter().partition(|(gateway, _)| *gateway == OTHERS);
    let rules = single.iter().chain(&others);
    rules.map(|(gateway, rule)| format!("{}: {rule}", key(gateway))).collect()
}

fn record(members: &BTreeMap<String, FieldFacts>) -> YamlFragment {
    let mut map = Map::default();
    map.put_title("");
    map.put(
        "fields",
        YamlFragment::Map(in_order(members.iter().map(|(name, fact)| (&**name, fact)))),
    );
    YamlFragment::Map(map.0)
}

fn in_order<'f>(
    fields: impl Iterator<Item = (&'f str, &'f FieldFacts)>,
) -> Vec<(String, YamlFragment)> {
    let mut fields: Vec<_> = fields.collect();
    fields.sort_by_key(|(_, fact)| fact.place);
    fields.into_iter().map(|(name, fact)| field(name, fact)).collect()
}

fn operation(finding: &Finding, found: &OperationFacts) -> YamlFragment {
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
    for place in ["path", "query", "body"] {
        let prefix = format!("{place}.");
        let inside = found.parameters.iter();
        let inside = inside.filter_map(|(name, fact)| Some((name.strip_prefix(&prefix)?, fact)));
        let fields = in_order(inside);
        if !fields.is_empty() {
            map.put(place, YamlFragment::Map(fields));
        }
    }
    map.put("returns", YamlFragment::Text(returns(found)));
    let statuses: Vec<_> = found.statuses().collect();
    if !statuses.is_empty() {
        map.put(&format!("errors: {}", statuses.join(", ")), YamlFragment::Comment);
    }
    YamlFragment::Map(map.0)
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
fn method_name(operation: &OperationFacts, route: &str) -> String {
    let id = operation.docs_id.as_deref().unwrap_or(route).to_snake_case();
    let is_plain = id.starts_with(|first: char| first.is_ascii_lowercase()) && id.is_ascii();
    if is_plain { id } else { route.to_snake_case() }
}

/// The schema's name of an upstream type; `TODO` where a person must choose one.
fn our_word(theirs: &str) -> String {
    match theirs.strip_prefix('[').and_then(|inside| inside.strip_suffix(']')) {
        Some(inside) if inside.starts_with('[') => TODO.to_owned(),
        Some(inside) => format!("[{}]", our_word(inside)),
        None => match theirs {
            "number" => "amount".to_owned(),
            "string" | "integer" | "boolean" | "amount" | "timestamp" => theirs.to_owned(),
            // Other words are not of the schema language, unless they name a record.
            name if name.starts_with(|first: char| first.is_ascii_uppercase()) => scalar(name),
            _ => TODO.to_owned(),
        },
    }
}
