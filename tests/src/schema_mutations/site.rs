//! Places in the trees of a schema.

use fastrand::Rng;

use super::tree::Node;
use super::{Schema, choose};

/// The keys whose maps hold fields.
pub const FIELDS: &[&str] = &["path", "query", "body", "fields"];
/// The keys whose maps hold parameters that can be left out.
pub const SENT: &[&str] = &["query", "body"];
/// The key whose map holds operations.
pub const OPERATIONS: &[&str] = &["operations"];
/// The key whose map holds types.
pub const TYPES: &[&str] = &["types"];
/// The key whose map holds codes.
pub const VALUES: &[&str] = &["values"];

/// The routes whose operations become more than a method, and the parts of their responses.
const SPECIAL: &[&str] = &["sections/payments.yaml", "types/payment.yaml"];

/// A node: its file, and the positions that lead to it.
#[derive(Clone, Debug)]
pub struct Site {
    /// The position of the file.
    pub file: usize,
    steps: Vec<usize>,
    /// The keys that lead to it.
    pub keys: Vec<String>,
}

impl Site {
    /// The last key.
    pub fn key(&self) -> &str {
        self.keys.last().map(String::as_str).unwrap_or_default()
    }

    /// The node some levels above.
    pub fn above(&self, levels: usize) -> Option<Self> {
        let depth = self.steps.len().checked_sub(levels)?;
        let (steps, keys) = (self.steps[..depth].to_vec(), self.keys[..depth].to_vec());
        Some(Self { file: self.file, steps, keys })
    }

    fn child(&self, position: usize, key: &str) -> Self {
        let mut child = self.clone();
        child.steps.push(position);
        child.keys.push(key.to_owned());
        child
    }
}

impl Schema {
    /// A random entry of the maps under these keys; half of the time, of the files about payments.
    pub fn entry(&self, random: &mut Rng, keys: &[&str]) -> Option<Site> {
        let special = random.bool();
        let mut entries = Vec::new();
        for (file, (path, tree)) in self.files.iter().enumerate() {
            if !special || SPECIAL.iter().any(|name| path.ends_with(name)) {
                let site = Site { file, steps: Vec::new(), keys: Vec::new() };
                collect(tree, &site, keys, &mut entries);
            }
        }
        choose(random, &entries)
    }

    /// The node at a place.
    pub fn node(&mut self, site: &Site) -> Option<&mut Node> {
        let mut node = &mut self.files.get_mut(site.file)?.1;
        for step in &site.steps {
            node = node.child_mut(*step)?;
        }
        Some(node)
    }

    /// The map that holds a node, and the node's position in it.
    pub fn holder(&mut self, site: &Site) -> Option<(&mut Vec<(String, Node)>, usize)> {
        let position = *site.steps.last()?;
        match self.node(&site.above(1)?)? {
            Node::Map(entries) => Some((entries, position)),
            _ => None,
        }
    }

    /// A description of a place.
    pub fn name(&self, site: &Site) -> String {
        format!("{} {}", self.files[site.file].0, site.keys.join("."))
    }

    /// Every text that is equal to a word becomes another one: references.
    pub fn replace_texts(&mut self, from: &str, to: &str) {
        for (_, tree) in &mut self.files {
            replace(tree, from, to);
        }
    }
}

fn collect(node: &Node, site: &Site, keys: &[&str], found: &mut Vec<Site>) {
    if let Node::List(items) = node {
        for (position, item) in items.iter().enumerate() {
            collect(item, &site.child(position, "-"), keys, found);
        }
    }
    for (position, (key, value)) in node.entries().iter().enumerate() {
        let child = site.child(position, key);
        if keys.contains(&site.key()) && matches!(value, Node::Map(_)) {
            found.push(child.clone());
        }
        collect(value, &child, keys, found);
    }
}

fn replace(node: &mut Node, from: &str, to: &str) {
    match node {
        Node::Text(text) if text == from => to.clone_into(text),
        Node::List(items) => items.iter_mut().for_each(|item| replace(item, from, to)),
        Node::Map(entries) => entries.iter_mut().for_each(|(_, value)| replace(value, from, to)),
        _ => {}
    }
}
