//! JSON objects without empty members, in insertion order.

use serde::Serialize;
use serde_json::{Map, Value};

/// A document as JSON text with a final newline.
pub fn text(document: &Value) -> String {
    // Its `Display` writes the same, but in half a million small steps.
    let text = serde_json::to_string_pretty(document);
    text.unwrap_or_else(|_| format!("{document:#}")) + "\n"
}

/// A JSON object under construction. What is put in is moved, while `json!` copies values that are
/// there already: it is for small ones that are written out.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Object(Map<String, Value>);

impl Object {
    /// An empty object.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a member.
    #[must_use]
    pub fn with(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(key.into(), value.into());
        self
    }

    /// Adds a member if there is a value.
    #[must_use]
    pub fn maybe(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds a list unless it is empty.
    #[must_use]
    pub fn list<T: Into<Value>>(self, key: &str, items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<Value> = items.into_iter().map(Into::into).collect();
        self.maybe(key, (!items.is_empty()).then_some(items))
    }

    /// Adds an object unless it is empty.
    #[must_use]
    pub fn nested(self, key: &str, object: Object) -> Self {
        self.maybe(key, (!object.0.is_empty()).then_some(object))
    }

    /// Adds `true`, or nothing.
    #[must_use]
    pub fn flag(self, key: &str, set: bool) -> Self {
        self.maybe(key, set.then_some(true))
    }

    /// Adds the members of another object.
    #[must_use]
    pub fn and(mut self, other: Object) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Takes a member out.
    pub fn take(&mut self, key: &str) -> Option<Value> {
        self.0.shift_remove(key)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object.0)
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        entries.into_iter().fold(Self::new(), |object, (key, value)| object.with(key, value))
    }
}
