//! Changes of names: of fields, operations, types, codes and files.

use fastrand::Rng;

use super::site::{FIELDS, OPERATIONS, TYPES, VALUES};
use super::tree::Node;
use super::{Mutation, Schema, choose};

/// All of them.
pub const MUTATIONS: &[Mutation] = &[
    rename_field,
    rename_operation,
    rename_type,
    rename_code,
    rust_name,
    rust_name,
    rename_file,
    deleted,
    deleted,
    duplicated,
    reordered,
];

/// Names that Rust, the prelude, cargo or the generated code might want for themselves.
const NAMES: &[&str] = &[
    "address",
    "alloc",
    "as_ref",
    "async",
    "await",
    "bin",
    "build",
    "call",
    "channelKey",
    "check",
    "clone",
    "cmp",
    "core",
    "default",
    "drop",
    "eq",
    "field",
    "fmt",
    "from",
    "from_json",
    "future",
    "gen",
    "get",
    "hash",
    "http",
    "id",
    "imp_uid",
    "into",
    "into_future",
    "item",
    "items",
    "json",
    "kebab-case",
    "lib",
    "list",
    "main",
    "members",
    "mod",
    "new",
    "next",
    "object",
    "option",
    "page",
    "read",
    "request",
    "result",
    "sandbox",
    "self",
    "serde",
    "some",
    "status",
    "std",
    "string",
    "super",
    "test",
    "to_json",
    "transport",
    "try",
    "try_from",
    "type",
    "union",
    "value",
    "values",
    "vec",
    "wait",
    "x1",
    "_leading",
    "a.b",
    "payment_source",
    "portone_v1",
    "portone_v1_runtime",
    "con",
];

/// The same for types.
const TYPE_NAMES: &[&str] = &[
    "Any",
    "Arc",
    "AsMut",
    "AsRef",
    "Box",
    "Call",
    "Clone",
    "Copy",
    "Debug",
    "Decimal",
    "Default",
    "Display",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromJson",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "Ordering",
    "Page",
    "PartialEq",
    "Pin",
    "Send",
    "Self",
    "Sized",
    "Some",
    "String",
    "Sync",
    "Timestamp",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "URLInfo",
    "Unpin",
    "UrlInfo",
    "Vec",
    "X1",
];

fn any(random: &mut Rng) -> Option<String> {
    choose(random, NAMES).map(str::to_owned)
}

fn rename_field(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, FIELDS)?;
    let new = any(random)?;
    let (entries, position) = schema.holder(&site)?;
    let key = &mut entries[position].0;
    let mark = if key.ends_with('?') { "?" } else { "" };
    *key = format!("{new}{mark}");
    Some(format!("{} renamed to {new}", schema.name(&site)))
}

fn rename_operation(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, OPERATIONS)?;
    let new = any(random)?;
    let (path, _) = &schema.files[site.file];
    let section = path.rsplit('/').next()?.trim_end_matches(".yaml").to_owned();
    schema.replace_texts(&format!("{section}.{}", site.key()), &format!("{section}.{new}"));
    let (entries, position) = schema.holder(&site)?;
    entries[position].0.clone_from(&new);
    Some(format!("{} renamed to {new}", schema.name(&site)))
}

fn rename_type(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, TYPES)?;
    let new = choose(random, TYPE_NAMES)?;
    schema.replace_texts(site.key(), new);
    let (entries, position) = schema.holder(&site)?;
    new.clone_into(&mut entries[position].0);
    Some(format!("{} renamed to {new}", schema.name(&site)))
}

fn rename_code(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let site = schema.entry(random, VALUES)?;
    let codes = [
        "0", "-1", "a\"b", "a\\b", "none", "self", "all", "unknown", "ß", "a b", "{}", "code", "%s",
    ];
    let new = choose(random, &codes)?;
    let (entries, position) = schema.holder(&site)?;
    new.clone_into(&mut entries[position].0);
    Some(format!("{} renamed to {new}", schema.name(&site)))
}

fn rust_name(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let (of, new) = match random.u8(..4) {
        0 => (TYPES, choose(random, TYPE_NAMES)?.to_owned()),
        1 => (VALUES, choose(random, TYPE_NAMES)?.to_owned()),
        2 => (OPERATIONS, choose(random, TYPE_NAMES)?.to_owned()),
        _ => (FIELDS, any(random)?),
    };
    let site = schema.entry(random, of)?;
    schema.node(&site)?.set("rust", Node::text(&*new));
    Some(format!("{}: rust = {new}", schema.name(&site)))
}

/// A section or a file of types.
fn rename_file(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let new = any(random)?;
    let file = random.usize(1..schema.files.len());
    let path = schema.files[file].0.clone();
    let (folder, name) = path.rsplit_once('/')?;
    let old = name.trim_end_matches(".yaml");
    if folder.ends_with("sections") {
        let operations = schema.files[file].1.get("operations").cloned()?;
        for (operation, _) in operations.entries() {
            schema.replace_texts(&format!("{old}.{operation}"), &format!("{new}.{operation}"));
        }
        let mut sections = schema.files[0].1.get("sections").cloned()?;
        if let Node::List(names) = &mut sections {
            names
                .iter_mut()
                .filter(|name| **name == Node::text(old))
                .for_each(|name| *name = Node::text(&*new));
        }
        schema.files[0].1.set("sections", sections);
    }
    schema.files[file].0 = format!("{folder}/{new}.yaml");
    Some(format!("{path} renamed to {new}"))
}

fn kind(random: &mut Rng) -> &'static [&'static str] {
    match random.u8(..6) {
        0 => OPERATIONS,
        1 => TYPES,
        2 => VALUES,
        _ => FIELDS,
    }
}

fn deleted(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let of = kind(random);
    let site = schema.entry(random, of)?;
    let name = schema.name(&site);
    let (entries, position) = schema.holder(&site)?;
    entries.remove(position);
    Some(format!("{name} deleted"))
}

fn duplicated(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let of = kind(random);
    let site = schema.entry(random, of)?;
    let name = schema.name(&site);
    let (entries, position) = schema.holder(&site)?;
    let (key, mut value) = entries[position].clone();
    if let Some(Node::Text(route)) = value.get("route") {
        value.set("route", Node::text(route.replacen(" /", " /copy/", 1)));
    }
    value.remove("rust");
    let copy = match of == TYPES {
        true => format!("Copy{key}"),
        false => format!("copy_{key}"),
    };
    entries.insert(random.usize(..=position), (copy, value));
    Some(format!("{name} duplicated"))
}

fn reordered(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let of = kind(random);
    let site = schema.entry(random, of)?;
    let name = schema.name(&site);
    let (entries, position) = schema.holder(&site)?;
    let other = random.usize(..entries.len());
    entries.swap(position, other);
    (position != other).then(|| format!("{name} swapped with {other}"))
}
