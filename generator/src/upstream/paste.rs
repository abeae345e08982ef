//! The YAML to paste for a finding. What a person must still write is `TODO`, and `check` refuses
//! a schema that holds one.

use super::facts::{Field, OTHERS, Operation};
use super::finding::{Finding, Kind};
use super::rename;
use crate::syntax::TODO;

/// Fills in every suggestion.
pub fn suggest(findings: &mut [Finding]) {
    for finding in findings {
        finding.suggestion = suggestion(finding);
    }
}

fn suggestion(finding: &Finding) -> String {
    let name = rename::name(&finding.location);
    match finding.kind {
        Kind::OperationAdded => {
            finding.operation.as_ref().map(|found| operation(&finding.subject, found))
        }
        Kind::ParameterAdded | Kind::FieldAdded => {
            finding.fact.as_ref().map(|fact| field(name, fact))
        }
        Kind::ParameterRenamed | Kind::FieldRenamed => Some(format!("{}:", finding.theirs)),
        Kind::OperationHidden | Kind::ParameterHidden | Kind::FieldHidden => {
            Some("undocumented_since: DATE".to_owned())
        }
        Kind::RequirednessChanged => Some(match finding.theirs.as_str() {
            "required" => format!("{name}:"),
            _ => format!("{name}?:"),
        }),
        Kind::LengthChanged if finding.theirs != "none" => Some(format!("max: {}", finding.theirs)),
        Kind::ValueAdded if !finding.detail.is_empty() => Some(value(&finding.detail)),
        Kind::GatewayRuleChanged if finding.theirs != "no rule" => {
            Some(format!("gateways: {{ {}: {} }}", finding.detail, finding.theirs))
        }
        Kind::TypeChanged => Some(format!("type: {}", our_word(&finding.theirs))),
        _ => None,
    }
    .unwrap_or_default()
}

/// A code of an enumeration.
pub fn value(code: &str) -> String {
    let key = if code.starts_with(|first: char| first.is_ascii_digit()) {
        format!("{code:?}")
    } else {
        code.to_owned()
    };
    format!("{key}: {{ title: {TODO}, doc: {TODO} }}")
}

/// A field in block style.
pub fn field(name: &str, fact: &Field) -> String {
    let optional = if fact.required { "" } else { "?" };
    let title = if fact.title.is_empty() { TODO } else { &fact.title };
    let mut lines = vec![
        format!("{name}{optional}:"),
        format!("  type: {}", our_word(&fact.ty)),
        format!("  title: {}", quoted(title)),
        format!("  doc: {TODO}"),
    ];
    if !fact.values.is_empty() {
        lines.insert(1, format!("  # codes: {}", fact.values.join(", ")));
    }
    for (key, number) in [("max", fact.max), ("minimum", fact.minimum), ("maximum", fact.maximum)] {
        lines.extend(number.map(|number| format!("  {key}: {number}")));
    }
    if !fact.gateways.is_empty() {
        let (others, single): (Vec<_>, Vec<_>) =
            fact.gateways.iter().partition(|(gateway, _)| *gateway == OTHERS);
        let rules =
            single.iter().chain(&others).map(|(gateway, rule)| format!("{gateway}: {rule}"));
        lines.push(format!("  gateways: {{ {} }}", rules.collect::<Vec<_>>().join(", ")));
    }
    lines.join("\n")
}

fn operation(route: &str, operation: &Operation) -> String {
    let mut lines = vec![
        format!("{}:", method_name(operation, route)),
        format!("  route: {route}"),
        format!("  title: {}", quoted(&operation.title)),
        format!("  doc: {TODO}"),
    ];
    lines.extend(operation.docs_id.iter().map(|id| format!("  docs_id: {id}")));
    lines.push("  retry: never".to_owned());
    if !operation.gateways.is_empty() {
        lines.push(format!("  gateways: [{}]", operation.gateways.join(", ")));
    }
    for place in ["path", "query", "body"] {
        lines.extend(parameters(operation, place));
    }
    let returns = operation.returns.first().map_or("none", String::as_str);
    lines.push(format!("  returns: {returns}"));
    if !operation.statuses.is_empty() {
        lines.push("  errors:".to_owned());
        lines.extend(operation.statuses.iter().map(|status| format!("    {status}: {TODO}")));
    }
    lines.join("\n")
}

fn parameters(operation: &Operation, place: &str) -> Vec<String> {
    let prefix = format!("{place}.");
    let mut found: Vec<_> = operation
        .parameters
        .iter()
        .filter_map(|(key, fact)| key.strip_prefix(&prefix).map(|name| (name, fact)))
        .collect();
    found.sort_by_key(|(_, fact)| fact.place);
    let heading = (!found.is_empty()).then(|| format!("  {place}:"));
    let fields = found.into_iter().map(|(name, fact)| indented(&field(name, fact), 4));
    heading.into_iter().chain(fields).collect()
}

/// A first guess, which a person may better: the docs' own name in our case.
fn method_name(operation: &Operation, route: &str) -> String {
    use heck::ToSnakeCase;
    operation.docs_id.as_deref().unwrap_or(route).to_snake_case()
}

/// Every line moved to the right.
pub fn indented(text: &str, columns: usize) -> String {
    let lines = text.lines().map(|line| format!("{:columns$}{line}", ""));
    lines.collect::<Vec<_>>().join("\n")
}

/// Our word for a type of upstream's.
fn our_word(theirs: &str) -> String {
    match theirs {
        "number" => "amount".to_owned(),
        "?" => "string".to_owned(),
        "[?]" => "[string]".to_owned(),
        other => other.to_owned(),
    }
}

fn quoted(text: &str) -> String {
    let plain = text.chars().all(|letter| !":#[]{},&*!|>'\"%@`".contains(letter));
    if plain && !text.is_empty() { text.to_owned() } else { format!("{text:?}") }
}
