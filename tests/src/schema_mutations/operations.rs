//! Changes of operations.

use fastrand::Rng;

use super::fields::any_type;
use super::site::OPERATIONS;
use super::tree::Node;
use super::{Mutation, Schema, choose};

/// All of them.
pub const MUTATIONS: &[Mutation] = &[
    returns,
    returns,
    idempotent,
    rejection,
    dropped,
    dropped,
    undocumented,
    statuses,
    gateways,
    placeholder,
    route,
    method,
];

fn set(schema: &mut Schema, random: &mut Rng, key: &str, value: Node) -> Option<String> {
    let site = schema.entry(random, OPERATIONS)?;
    let done = format!("{}: {key} = {value:?}", schema.name(&site));
    schema.node(&site)?.set(key, value);
    Some(done)
}

fn returns(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let ty = match random.u8(..4) {
        0 => Node::text("none"),
        _ => any_type(schema, random)?,
    };
    set(schema, random, "returns", ty)
}

/// The record in the envelope of a rejection.
fn rejection(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let ty = any_type(schema, random)?;
    set(schema, random, "error", ty)
}

fn idempotent(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, OPERATIONS)?;
    let operation = schema.node(&site)?;
    let before = operation.get("idempotent") == Some(&Node::bare(true));
    operation.remove("reconcile");
    operation.set("idempotent", Node::bare(!before));
    Some(format!("{}: idempotent = {}", schema.name(&site), !before))
}

/// An optional key goes away.
fn dropped(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let keys = [
        "reconcile",
        "not_found",
        "one_of",
        "gateways",
        "notes",
        "query",
        "body",
        "errors",
        "docs_id",
        "undocumented_since",
        "error",
        "rust",
        "authorization",
    ];
    let key = choose(random, &keys)?;
    let site = schema.entry(random, OPERATIONS)?;
    schema.node(&site)?.remove(key).then(|| format!("{}: no {key}", schema.name(&site)))
}

fn undocumented(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    set(schema, random, "undocumented_since", Node::text("2026-01-02"))
}

fn statuses(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let status = choose(random, &["207", "404", "500"])?;
    set(schema, random, "errors", Node::map([(status, Node::text("Some failed."))]))
}

fn gateways(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let codes = ["nice", "kcp", "kakaopay"].map(Node::text);
    let some = codes[random.usize(..2)..].to_vec();
    set(schema, random, "gateways", Node::List(some))
}

/// The placeholder and its parameter get another name.
fn placeholder(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, OPERATIONS)?;
    let new = choose(random, &["key", "id", "payment_uid", "value"])?;
    let operation = schema.node(&site)?;
    let (Some(Node::Text(route)), Some(Node::Map(mut path))) =
        (operation.get("route").cloned(), operation.get("path").cloned())
    else {
        return None;
    };
    let position = random.usize(..path.len());
    let old = path[position].0.trim_end_matches('?').to_owned();
    path[position].0 = path[position].0.replace(&old, new);
    operation.set("route", Node::text(route.replace(&format!("{{{old}}}"), &format!("{{{new}}}"))));
    operation.set("path", Node::Map(path));
    Some(format!("{}: {{{old}}} renamed to {new}", schema.name(&site)))
}

fn route(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, OPERATIONS)?;
    let operation = schema.node(&site)?;
    let Some(Node::Text(route)) = operation.get("route").cloned() else { return None };
    operation.set("route", Node::text(route.replacen(" /", " /v2/", 1)));
    Some(format!("{}: another route", schema.name(&site)))
}

fn method(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let method = choose(random, &["GET", "POST", "PUT", "DELETE"])?;
    let site = schema.entry(random, OPERATIONS)?;
    let operation = schema.node(&site)?;
    let Some(Node::Text(route)) = operation.get("route").cloned() else { return None };
    let (_, path) = route.split_once(' ')?;
    operation.set("route", Node::text(format!("{method} {path}")));
    Some(format!("{}: {method}", schema.name(&site)))
}
