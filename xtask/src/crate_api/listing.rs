//! The public items of a crate.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::Context;
use public_api::{Builder, PublicApi};
use serde_json::Value;

use super::facts;

const UNREADABLE: &str = "xtask cannot read what this toolchain's rustdoc writes\n  help: update `public-api` in \
                          xtask/Cargo.toml, or use an older toolchain";

/// The details of what is public in a crate.
pub struct Listing {
    /// The facts that programs may rely on and that no line shows.
    pub facts: BTreeSet<String>,
    /// The lines of each item by its id in the JSON; one that is exported twice has two.
    by_id: HashMap<u32, Vec<String>>,
    lines: HashSet<String>,
    types: HashSet<String>,
    json: Value,
}

impl Listing {
    /// Reads rustdoc's description: the items, each in one line of Rust, and what else is known of them.
    pub fn read(path: &Path) -> anyhow::Result<(PublicApi, Self)> {
        let api = Builder::from_rustdoc_json(path).omit_blanket_impls(true);
        let api = api.build().context(UNREADABLE)?;
        let json = fs::read_to_string(path)?;
        let json: Value = serde_json::from_str(&json).context(UNREADABLE)?;
        let (mut by_id, mut lines) = (HashMap::<_, Vec<_>>::new(), HashSet::new());
        let mut types = HashSet::new();
        let mut facts = BTreeSet::new();
        for item in api.items() {
            let (id, line) = (item.id().0, item.to_string());
            facts.extend(facts::of(inner(&json, id), &line));
            types.extend(type_in(&line).map(str::to_owned));
            lines.insert(line.clone());
            by_id.entry(id).or_default().push(line);
        }
        Ok((api, Self { facts, by_id, lines, types, json }))
    }

    /// The kind and the details of an item.
    pub fn inner(&self, id: u32) -> &Value {
        inner(&self.json, id)
    }

    /// The lines of an item.
    pub fn lines_of(&self, id: u32) -> &[String] {
        self.by_id.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Returns true if there is a type of this path.
    pub fn has_type(&self, path: &str) -> bool {
        self.types.contains(path)
    }

    /// Returns true if an item has this line.
    pub fn has(&self, line: &str) -> bool {
        self.lines.contains(line)
    }
}

fn inner(json: &Value, id: u32) -> &Value {
    &json["index"][id.to_string()]["inner"]
}

/// The path of the struct, the enum or the union that a line declares.
fn type_in(line: &str) -> Option<&str> {
    let declared = ["pub struct ", "pub enum ", "pub union "];
    let path = declared.iter().find_map(|word| Some(line.split_once(word)?.1))?;
    Some(without_generics(path))
}

/// `a::List`, of `a::List<T> where T: …`
pub fn without_generics(name: &str) -> &str {
    name.split(['<', ' ', '(']).next().unwrap_or(name)
}
