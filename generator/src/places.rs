//! An index of the locations in the schema's text.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Log;
use crate::source::{SchemaFolder, Sources, Span};
use crate::syntax::yaml::{self, Content, Key, Node};

/// A line of a schema file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The path as people should see it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// The parsed files and the way to every operation and type in them.
pub struct Places {
    sources: Sources,
    roots: Vec<Option<Node>>,
    /// By subject: the file and the keys that lead to it.
    subjects: BTreeMap<String, (usize, Vec<String>)>,
}

/// An entry of a map in a file.
#[derive(Clone, Copy)]
pub struct Entry<'p> {
    /// The file's number.
    pub file: usize,
    /// The key.
    pub key: &'p Key,
    /// The value of the key.
    pub value: &'p Node,
}

impl Places {
    /// Reads the files once more; what cannot be read has no places.
    pub fn of(sources: &Sources) -> Self {
        let mut places =
            Self { sources: sources.clone(), roots: Vec::new(), subjects: BTreeMap::new() };
        for (file, source) in sources.files.iter().enumerate() {
            places.roots.push(yaml::parse(source, file, &mut Log::default()));
        }
        places.index();
        places
    }

    /// Puts another text in the place of a file's; returns whether it is YAML. If it is not, the
    /// old text stays.
    pub fn change(&mut self, file: usize, text: String) -> bool {
        let mut log = Log::default();
        let old = std::mem::replace(&mut self.sources.files[file].text, text);
        let root = yaml::parse(&self.sources.files[file], file, &mut log);
        let is_sound = root.as_ref().is_some_and(|root| log.is_empty() && !has_twins(root));
        if is_sound {
            self.roots[file] = root;
            self.index();
        } else {
            self.sources.files[file].text = old;
        }
        is_sound
    }

    fn index(&mut self) {
        self.subjects.clear();
        for (file, root) in self.roots.iter().enumerate() {
            let Some(root) = root else { continue };
            for (key, operation) in map(child(root, "operations")) {
                if let Some(route) = child(operation, "route").and_then(scalar) {
                    let path = vec!["operations".to_owned(), key.text.clone()];
                    self.subjects.insert(route.to_owned(), (file, path));
                }
            }
            for (key, _) in map(child(root, "types")) {
                let path = vec!["types".to_owned(), key.text.clone()];
                self.subjects.insert(key.text.clone(), (file, path));
            }
        }
    }

    /// The text of a file.
    pub fn text(&self, file: usize) -> &str {
        &self.sources.files[file].text
    }

    /// The path of a file as people should see it.
    pub fn path(&self, file: usize) -> &str {
        &self.sources.files[file].path
    }

    /// The section file whose official page has this name.
    pub fn section(&self, page: &str) -> Option<usize> {
        (0..self.roots.len()).find(|file| {
            self.sources.files[*file].folder() == SchemaFolder::Sections
                && self.roots[*file].as_ref().and_then(|root| scalar(child(root, "page")?))
                    == Some(page)
        })
    }

    /// The entry of an operation or a type.
    pub fn subject(&self, subject: &str) -> Option<Entry<'_>> {
        let (file, path) = self.subjects.get(subject)?;
        self.entry(*file, path)
    }

    /// The map that holds the parameters of one place, or the fields of a record.
    pub fn container(&self, subject: &str, location: &str) -> Option<Entry<'_>> {
        let (file, path) = self.subjects.get(subject)?;
        let place = location.split_once('.').map_or("fields", |(place, _)| place);
        let inside = if path[0] == "types" { "fields" } else { place };
        self.entry(*file, &[path.as_slice(), &[inside.to_owned()]].concat())
    }

    /// The entry of a parameter or a field, whether optional or not.
    pub fn field(&self, subject: &str, location: &str) -> Option<Entry<'_>> {
        let container = self.container(subject, location)?;
        let name = match self.subjects.get(subject)?.1[0].as_str() {
            "types" => location,
            _ => name(location),
        };
        let entry =
            map(Some(container.value)).find(|(key, _)| key.text.trim_end_matches('?') == name);
        entry.map(|(key, value)| Entry { file: container.file, key, value })
    }

    /// The codes of an enumeration.
    pub fn values(&self, ty: &str) -> Option<Entry<'_>> {
        let (file, path) = self.subjects.get(ty)?;
        self.entry(*file, &[path.as_slice(), &["values".to_owned()]].concat())
    }

    /// The file of the first of these operations and types that is there.
    pub fn home(&self, users: &[String]) -> Option<usize> {
        users.iter().find_map(|user| self.subject(user)).map(|entry| entry.file)
    }

    /// The entry of the top of a file.
    pub fn top(&self, file: usize, key: &str) -> Option<Entry<'_>> {
        self.entry(file, &[key.to_owned()])
    }

    fn entry(&self, file: usize, path: &[String]) -> Option<Entry<'_>> {
        let mut node = self.roots[file].as_ref()?;
        let mut last = None;
        for step in path {
            let (key, value) = map(Some(node)).find(|(key, _)| key.text == *step)?;
            last = Some(Entry { file, key, value });
            node = value;
        }
        last
    }

    /// The line of a parameter or a field, or of the nearest thing around it that is there.
    pub fn nearest(&self, subject: &str, location: &str) -> Option<Site> {
        let entry = self
            .field(subject, location)
            .or_else(|| self.container(subject, location))
            .or_else(|| self.subject(subject))?;
        Some(self.site_of(entry.key.span))
    }

    /// The line of a code of an enumeration.
    pub fn value(&self, ty: &str, code: &str) -> Option<Site> {
        let values = self.values(ty)?;
        let (key, _) = map(Some(values.value)).find(|(key, _)| key.text == code)?;
        Some(self.site_of(key.span))
    }

    /// The line of a place.
    pub fn site_of(&self, span: Span) -> Site {
        let before = self.text(span.file).bytes().take(span.start);
        let line = before.filter(|byte| *byte == b'\n').count() + 1;
        Site { file: self.path(span.file).to_owned(), line }
    }
}

/// The name without its place: `amount` of `body.amount`.
pub fn name(location: &str) -> &str {
    let places = ["path.", "query.", "body."];
    let inside = places.iter().find_map(|place| location.strip_prefix(place));
    inside.unwrap_or(location)
}

/// The text of a node that is one value.
pub fn scalar(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// True if a map has a duplicate key, or a name both with its `?` and without.
fn has_twins(node: &Node) -> bool {
    match &node.content {
        Content::Map(entries) => {
            let mut seen = BTreeSet::new();
            let is_twin = |key: &Key| !seen.insert(key.text.trim_end_matches('?').to_owned());
            entries.iter().map(|(key, _)| key).any(is_twin)
                || entries.iter().any(|(_, value)| has_twins(value))
        }
        Content::List(items) => items.iter().any(has_twins),
        Content::Empty | Content::Scalar { .. } => false,
    }
}

/// The value of a key.
pub fn child<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    map(Some(node)).find(|(other, _)| other.text == key).map(|(_, value)| value)
}

/// The entries of a map; none when it is not one.
pub fn map(node: Option<&Node>) -> impl Iterator<Item = (&Key, &Node)> {
    let entries: &[(Key, Node)] = match node.map(|node| &node.content) {
        Some(Content::Map(entries)) => entries,
        _ => &[],
    };
    entries.iter().map(|(key, value)| (key, value))
}
