//! Changes of types.

use fastrand::Rng;

use super::fields::any_type;
use super::site::TYPES;
use super::tree::Node;
use super::{Mutation, Schema, choose};

/// All of them.
pub const MUTATIONS: &[Mutation] = &[wire, wraps, inline, choices, emptied, enumeration];

fn set(schema: &mut Schema, random: &mut Rng, key: &str, value: Node) -> Option<String> {
    let site = schema.entry(random, TYPES)?;
    let done = format!("{}: {key} = {value:?}", schema.name(&site));
    schema.node(&site)?.set(key, value);
    Some(done)
}

fn wire(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let word = choose(random, &["integer", "string"])?;
    set(schema, random, "wire", Node::text(word))
}

fn wraps(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, TYPES)?;
    let ty = schema.node(&site)?;
    if ty.remove("wraps") {
        return Some(format!("{}: no wraps", schema.name(&site)));
    }
    let fields = ty.get("fields")?.entries().to_vec();
    let (field, _) = choose(random, &fields)?;
    ty.set("wraps", Node::text(field.trim_end_matches('?')));
    Some(format!("{}: wraps {field}", schema.name(&site)))
}

fn inline(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    set(schema, random, "inline", Node::bare(true))
}

/// A record becomes a choice of records.
fn choices(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let choice = |ty, when: Option<&str>| {
        let mut choice = Node::map([("type", ty), ("doc", Node::text("One of them."))]);
        if let Some(when) = when {
            choice.set("when", Node::text(when));
        }
        choice
    };
    let name = choose(random, &["First", "Unknown", "None", "Self", "Vec", "Box"])?;
    let (one, other) = (any_type(schema, random)?, any_type(schema, random)?);
    let value = Node::map([(name, choice(one, Some("imp_uid"))), ("Other", choice(other, None))]);
    let site = schema.entry(random, TYPES)?;
    let ty = schema.node(&site)?;
    ty.remove("wraps");
    ty.remove("inline");
    ty.remove("fields").then_some(())?;
    ty.set("choices", value);
    Some(format!("{}: becomes choices", schema.name(&site)))
}

/// A record with one field is left.
fn emptied(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, TYPES)?;
    let ty = schema.node(&site)?;
    let mut fields = ty.get("fields")?.entries().to_vec();
    fields.truncate(1);
    ty.set("fields", Node::Map(fields));
    Some(format!("{}: one field is left", schema.name(&site)))
}

/// A record becomes a list of codes.
fn enumeration(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, TYPES)?;
    let ty = schema.node(&site)?;
    ty.remove("wraps");
    ty.remove("inline");
    ty.remove("fields").then_some(())?;
    let value = || Node::map([("title", Node::text("가")), ("doc", Node::text("One."))]);
    ty.set("values", Node::map([("one", value()), ("two", value())]));
    Some(format!("{}: becomes codes", schema.name(&site)))
}
