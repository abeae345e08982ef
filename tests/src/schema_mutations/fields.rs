//! Changes of parameters and of the fields of records.

use fastrand::Rng;

use super::site::{FIELDS, SENT, TYPES};
use super::tree::Node;
use super::{Mutation, Schema, Site, choose};

/// All of them.
pub const MUTATIONS: &[Mutation] = &[
    optional, retype, retype, attribute, attribute, limit, default, omission, omission, rule,
    condition, moved,
];

const BUILT_IN: &[&str] = &["string", "integer", "boolean", "amount", "timestamp"];

fn optional(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, FIELDS)?;
    let (entries, position) = schema.holder(&site)?;
    let key = &mut entries[position].0;
    *key = match key.strip_suffix('?') {
        Some(name) => name.to_owned(),
        None => format!("{key}?"),
    };
    Some(format!("{}: `?` changed", schema.name(&site)))
}

/// A type expression: built in or declared, a list or not.
pub fn any_type(schema: &Schema, random: &mut Rng) -> Option<Node> {
    let word = match random.bool() {
        true => choose(random, BUILT_IN)?.to_owned(),
        false => schema.entry(random, TYPES)?.key().to_owned(),
    };
    Some(match random.u8(..4) {
        0 => Node::List(vec![Node::text(word)]),
        _ => Node::text(word),
    })
}

fn retype(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let ty = any_type(schema, random)?;
    set(schema, random, FIELDS, "type", ty)
}

fn set(
    schema: &mut Schema,
    random: &mut Rng,
    of: &[&str],
    key: &str,
    value: Node,
) -> Option<String> {
    let site = schema.entry(random, of)?;
    let done = format!("{}: {key} = {value:?}", schema.name(&site));
    schema.node(&site)?.set(key, value);
    Some(done)
}

fn attribute(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let (key, value) = choose(
        random,
        &[
            ("secret", Node::bare(true)),
            ("personal", Node::bare(true)),
            ("essential", Node::bare(true)),
            ("essential", Node::bare(true)),
            ("absent", Node::text("observed")),
            ("deprecated", Node::text("Use \"another\" `one` \\ here.")),
            ("undocumented_since", Node::text("2026-01-02")),
        ],
    )?;
    let site = schema.entry(random, FIELDS)?;
    let done = format!("{}: {key} changed", schema.name(&site));
    let field = schema.node(&site)?;
    if !field.remove(key) {
        field.set(key, value);
    }
    Some(done)
}

fn limit(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let key = choose(random, &["max_length", "minimum", "maximum"])?;
    let value = choose(random, &[0, 1, 40, 100, u32::MAX])?;
    if random.bool() {
        let site = schema.entry(random, FIELDS)?;
        let removed = schema.node(&site)?.remove(key);
        return removed.then(|| format!("{}: no {key}", schema.name(&site)));
    }
    set(schema, random, FIELDS, key, Node::bare(value))
}

fn default(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let values = ["1", "-1", "true", "", "a `b` \"c\" \\", "없음", "100000000000", "paid"];
    let value = choose(random, &values)?;
    set(schema, random, FIELDS, "default", Node::text(value))
}

/// A decision on a parameter, or its end.
fn omission(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let names = ["Choice", "Full", "Part", "Self", "New", "Clone", "Value", "Omit", "Eq", "ToJson"];
    let name = |random: &mut Rng| choose(random, &names).unwrap_or_default();
    let rust = format!("{}{}", name(random), random.u8(..4));
    let value = Node::map([
        ("means", Node::text("All of it.")),
        ("risk", Node::text(choose(random, &["money", "all", "test", "unchecked"])?)),
        ("rust", Node::text(rust)),
        ("omit", Node::text(name(random))),
        ("value", Node::text(name(random))),
    ]);
    let site = schema.entry(random, SENT)?;
    let done = format!("{}: omitted = {value:?}", schema.name(&site));
    let field = schema.node(&site)?;
    if field.remove("omitted") {
        return Some(format!("{}: no omitted", schema.name(&site)));
    }
    field.set("omitted", value);
    Some(done)
}

fn rule(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, SENT)?;
    if random.bool() {
        let removed = schema.node(&site)?.remove("gateways");
        return removed.then(|| format!("{}: no gateways", schema.name(&site)));
    }
    let word = choose(random, &["required", "optional", "unsupported"])?;
    let gateway = choose(random, &["nice", "kcp", "others"])?;
    let value = Node::map([(gateway, Node::text(word))]);
    let done = format!("{}: gateways = {value:?}", schema.name(&site));
    schema.node(&site)?.set("gateways", value);
    Some(done)
}

fn condition(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, FIELDS)?;
    if schema.node(&site)?.remove("required_when") {
        return Some(format!("{}: no required_when", schema.name(&site)));
    }
    let (siblings, _) = schema.holder(&site)?;
    let names: Vec<_> =
        siblings.iter().map(|(key, _)| key.trim_end_matches('?').to_owned()).collect();
    let other = choose(random, &names)?;
    let value = Node::map([(other.as_str(), Node::text("paid"))]);
    schema.node(&site)?.set("required_when", value);
    Some(format!("{}: required_when {other}", schema.name(&site)))
}

/// A parameter goes from the query to the body, or the other way.
fn moved(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site: Site = schema.entry(random, SENT)?;
    let done = format!("{}: moved", schema.name(&site));
    let from = site.keys.get(site.keys.len().checked_sub(2)?)?.clone();
    let to = if from == "query" { "body" } else { "query" };
    let (entries, position) = schema.holder(&site)?;
    let entry = entries.remove(position);
    let is_empty = entries.is_empty();
    let operation = site.above(2)?;
    let operation = schema.node(&operation)?;
    if is_empty {
        operation.remove(&from);
    }
    let mut target = operation.get(to).cloned().unwrap_or(Node::Map(Vec::new()));
    target.set(&entry.0, entry.1);
    operation.set(to, target);
    Some(done)
}
