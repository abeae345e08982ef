//! The entries of new parameters, fields and records.

use std::collections::BTreeMap;

use super::entries::{Map, our_word, text, to_do};
use crate::model::Privacy;
use crate::resolve;
use crate::syntax::TODO;
use crate::upstream::facts::{FieldFacts, OTHERS};
use crate::upstream::yaml_fragment::{YamlFragment, key, scalar};

/// The entry of a new parameter or field.
pub fn field(name: &str, fact: &FieldFacts) -> (String, YamlFragment) {
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

/// The entry of a new record.
pub fn record(members: &BTreeMap<String, FieldFacts>) -> YamlFragment {
    let mut map = Map::default();
    map.put_title("");
    map.put(
        "fields",
        YamlFragment::Map(in_order(members.iter().map(|(name, fact)| (&**name, fact)))),
    );
    YamlFragment::Map(map.0)
}

/// The entries of fields in the order of upstream's document.
pub fn in_order<'f>(
    fields: impl Iterator<Item = (&'f str, &'f FieldFacts)>,
) -> Vec<(String, YamlFragment)> {
    let mut fields: Vec<_> = fields.collect();
    fields.sort_by_key(|(_, fact)| fact.place);
    fields.into_iter().map(|(name, fact)| field(name, fact)).collect()
}

/// Asks for a name in Rust, unless the entry does already.
pub fn put_rust_name(fragment: &mut YamlFragment) {
    let YamlFragment::Map(entries) = fragment else { return };
    if !entries.iter().any(|(key, _)| key == "rust") {
        entries.insert(0, ("rust".to_owned(), to_do()));
    }
}
