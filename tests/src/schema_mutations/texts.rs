//! Changes of prose.

use fastrand::Rng;

use super::site::{FIELDS, OPERATIONS, TYPES, VALUES};
use super::tree::Node;
use super::{Mutation, Schema, choose};

/// All of them.
pub const MUTATIONS: &[Mutation] = &[prose, whole];

/// Texts that comments, strings, Markdown or TOML might take for their own.
const TEXTS: &[&str] = &[
    "*/ /* // ///",
    "#\"]\" \"# \\ \\u{202e} \\x00 {0} {{}}",
    "`open code and <b> [link] [a](b) ![x]",
    "```\n# code\n```",
    "\t tab\r\n line",
    "# heading = \"toml\"",
    "가나다 ' \" ''' \"\"\" 🙂 e\u{301}",
    "https://example.com/a_b*c~d~e http:// <",
    "\\",
    "\"",
    "x",
    "A sentence that ends with a backslash \\",
    "    four spaces",
    "- list\n1. list\n> quote\n|a|b|\n|-|-|",
];

fn prose(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let of = choose(random, &[FIELDS, OPERATIONS, TYPES, VALUES])?;
    let (key, text) = (choose(random, &["title", "doc"])?, choose(random, TEXTS)?);
    let site = schema.entry(random, of)?;
    schema.node(&site)?.set(key, Node::text(text));
    Some(format!("{}: {key} = {text:?}", schema.name(&site)))
}

/// The title or the sentence of a file.
fn whole(schema: &mut Schema, random: &mut Rng) -> Option<String> {
    let (key, text) = (choose(random, &["title", "doc"])?, choose(random, TEXTS)?);
    let file = random.usize(..schema.files.len());
    let (path, tree) = &mut schema.files[file];
    tree.set(key, Node::text(text));
    Some(format!("{path}: {key} = {text:?}"))
}
