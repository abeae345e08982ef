//! The index: the entry of every operation and type.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::nodes::{child, field_name, has_duplicate_keys, map, scalar};
use crate::diagnostics::Log;
use crate::source::{SchemaFolder, Sources, Span};
use crate::syntax::yaml::{self, Key, Node};

/// The parsed files, with the location of every operation and type in them.
#[derive(Clone)]
pub struct YamlIndex {
    sources: Sources,
    /// Shared, so that a copy of the index is cheap.
    roots: Vec<Option<Arc<Node>>>,
    /// By subject: the file and the keys that lead to it.
    subjects: BTreeMap<String, (usize, Vec<String>)>,
}

/// An entry of a map in a file.
#[derive(Clone, Copy)]
pub struct MapEntry<'p> {
    /// The file's number.
    pub file: usize,
    /// The key.
    pub key: &'p Key,
    /// The value of the key.
    pub value: &'p Node,
}

impl YamlIndex {
    /// Indexes the files; a file that is not valid YAML has no entries.
    pub fn of(sources: &Sources) -> Self {
        let mut index =
            Self { sources: sources.clone(), roots: Vec::new(), subjects: BTreeMap::new() };
        for (file, source) in sources.files.iter().enumerate() {
            index.roots.push(yaml::parse(source, file, &mut Log::default()).map(Arc::new));
        }
        index.rebuild();
        index
    }

    /// Replaces the text of a file and returns true, unless the new text is not valid YAML.
    pub fn change(&mut self, file: usize, text: String) -> bool {
        let mut log = Log::default();
        let old = std::mem::replace(&mut self.sources.files[file].text, text);
        let root = yaml::parse(&self.sources.files[file], file, &mut log);
        let is_valid =
            root.as_ref().is_some_and(|root| log.is_empty() && !has_duplicate_keys(root));
        if is_valid {
            self.roots[file] = root.map(Arc::new);
            self.rebuild();
        } else {
            self.sources.files[file].text = old;
        }
        is_valid
    }

    fn rebuild(&mut self) {
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

    /// The content of a file; `None` if it is not valid YAML.
    pub fn root(&self, file: usize) -> Option<&Node> {
        self.roots.get(file)?.as_deref()
    }

    /// The contents of all files.
    pub fn roots(&self) -> impl Iterator<Item = Option<&Node>> {
        self.roots.iter().map(Option::as_deref)
    }

    /// The files with their current text.
    pub fn sources(&self) -> &Sources {
        &self.sources
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
                && self.root(*file).and_then(|root| scalar(child(root, "page")?)) == Some(page)
        })
    }

    /// The entry of an operation or a type.
    pub fn subject(&self, subject: &str) -> Option<MapEntry<'_>> {
        let (file, path) = self.subjects.get(subject)?;
        self.entry(*file, path)
    }

    /// The operation or type whose entry has a location in it.
    pub fn subject_at(&self, span: Span) -> Option<&str> {
        let is_inside = |entry: MapEntry<'_>| {
            entry.file == span.file
                && (entry.key.span.start..=entry.value.end).contains(&span.start)
        };
        let subjects = self.subjects.iter();
        let mut inside =
            subjects.filter(|(_, (file, path))| self.entry(*file, path).is_some_and(is_inside));
        inside.next().map(|(subject, _)| subject.as_str())
    }

    /// The map that holds the parameters of one location, or the fields of a record.
    pub fn container(&self, subject: &str, location: &str) -> Option<MapEntry<'_>> {
        let (file, path) = self.subjects.get(subject)?;
        let place = location.split_once('.').map_or("fields", |(place, _)| place);
        let inside = if path[0] == "types" { "fields" } else { place };
        self.entry(*file, &[path.as_slice(), &[inside.to_owned()]].concat())
    }

    /// The entry of a parameter or a field, whether optional or not.
    pub fn field(&self, subject: &str, location: &str) -> Option<MapEntry<'_>> {
        let container = self.container(subject, location)?;
        let name = match self.subjects.get(subject)?.1[0].as_str() {
            "types" => location,
            _ => field_name(location),
        };
        let entry =
            map(Some(container.value)).find(|(key, _)| key.text.trim_end_matches('?') == name);
        entry.map(|(key, value)| MapEntry { file: container.file, key, value })
    }

    /// The codes of an enumeration.
    pub fn values(&self, ty: &str) -> Option<MapEntry<'_>> {
        let (file, path) = self.subjects.get(ty)?;
        self.entry(*file, &[path.as_slice(), &["values".to_owned()]].concat())
    }

    /// The file of the first of these operations and types that exists.
    pub fn first_file(&self, users: &[String]) -> Option<usize> {
        users.iter().find_map(|user| self.subject(user)).map(|entry| entry.file)
    }

    /// An entry of a file's top-level map.
    pub fn top_level(&self, file: usize, key: &str) -> Option<MapEntry<'_>> {
        self.entry(file, &[key.to_owned()])
    }

    fn entry(&self, file: usize, path: &[String]) -> Option<MapEntry<'_>> {
        let mut node = self.root(file)?;
        let mut last = None;
        for step in path {
            let (key, value) = map(Some(node)).find(|(key, _)| key.text == *step)?;
            last = Some(MapEntry { file, key, value });
            node = value;
        }
        last
    }
}
