//! The reads of an intent, as values.

use super::key::Key;
use crate::json::{Fields, FromJson, Json, ToJson, Value};
use crate::operation::{Evidence, Read};

/// A read that shows whether the request of an intent was carried out.
#[derive(Clone, PartialEq)]
pub(crate) struct IntentRead {
    /// The operation, as `section.operation`.
    pub(crate) operation: String,
    pub(crate) evidence: Evidence,
    pub(crate) path: Vec<Key>,
    pub(crate) query: Vec<Key>,
    pub(crate) body: Vec<Key>,
}

impl IntentRead {
    pub(super) fn new(read: &Read) -> Self {
        let keys = |fields: &Fields| {
            fields.iter().filter_map(|(name, value)| Key::new(name, value)).collect()
        };
        Self {
            operation: read.call.operation.name.to_owned(),
            evidence: read.evidence,
            path: keys(&read.call.path),
            query: keys(&read.call.query),
            body: keys(&read.call.body),
        }
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &Key> {
        [&self.path, &self.query, &self.body].into_iter().flatten()
    }
}

impl ToJson for IntentRead {
    fn to_json(&self) -> Value {
        let present = |keys: &Vec<Key>| (!keys.is_empty()).then(|| keys.clone());
        Fields::new()
            .with("operation", &self.operation)
            .with("evidence", &self.evidence.as_str())
            .with("path", &present(&self.path))
            .with("query", &present(&self.query))
            .with("body", &present(&self.body))
            .into()
    }
}

impl FromJson for IntentRead {
    fn from_json(json: Json<'_>) -> Self {
        let mut read = json.object();
        Self {
            operation: read.required("operation"),
            evidence: read.required("evidence"),
            path: read.list_strict("path"),
            query: read.list_strict("query"),
            body: read.list_strict("body"),
        }
    }
}

impl FromJson for Evidence {
    fn from_json(json: Json<'_>) -> Self {
        let name = json.scalar_text().unwrap_or_default();
        let evidence = Self::ALL.into_iter().find(|evidence| evidence.as_str() == name);
        evidence.unwrap_or_else(|| {
            json.mismatch("`exists`, `absent`, `balance` or `state`");
            Self::State
        })
    }
}
