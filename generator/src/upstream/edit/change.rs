//! Changes of one collection, independent of its layout.

use crate::upstream::yaml_fragment::YamlFragment;
use crate::yaml_index::MapEntry;

/// A change of one collection in a file.
#[derive(Debug)]
pub struct Change {
    /// The file's number.
    pub file: usize,
    /// The first byte of the key whose value changes; `None` for the file's own map.
    pub target: Option<usize>,
    /// The change.
    pub action: Action,
}

/// A change of a map or list.
#[derive(Debug)]
pub enum Action {
    /// Adds an entry behind the first of `after` that exists, or before all others.
    Insert {
        /// The names of entries, without their `?`.
        after: Vec<String>,
        /// The key as YAML text.
        key: String,
        /// The value of the key.
        fragment: YamlFragment,
    },
    /// Replaces the value of an entry.
    Replace {
        /// The key of the entry.
        key: String,
        /// The value as YAML text.
        value: String,
    },
    /// Removes an entry, which must not be the last one.
    Remove {
        /// The key of the entry.
        key: String,
    },
    /// Changes the target's own key, whose quotes stay.
    Rename {
        /// The new key.
        key: String,
    },
    /// Replaces the first value with this text that the target holds, itself included.
    Substitute {
        /// The text of the value.
        old: String,
        /// The new value as YAML text.
        new: String,
    },
    /// Appends an item to a list.
    Append {
        /// The item as YAML text.
        item: String,
    },
    /// Removes an item from a list, which must not be the last one.
    Take {
        /// The text of the item, or of an item in the list that is removed.
        item: String,
    },
}

impl Change {
    /// A change of the value of an entry.
    pub fn of(entry: MapEntry<'_>, action: Action) -> Self {
        Self { file: entry.file, target: Some(entry.key.span.start), action }
    }
}
