//! The fields of a record that the server sent.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::{FromJson, Json, Mismatch};

/// A JSON object: fields by name, each read when it is asked for. Of equal names the last counts.
pub struct Object<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Object<'a> {
    pub(super) fn new(fields: BTreeMap<String, &'a RawValue>) -> Self {
        Self(fields)
    }

    /// The field, missing or not.
    pub(crate) fn get(&self, name: &str) -> Json<'a> {
        self.0.get(name).copied().map_or(Json::MISSING, Json::new)
    }

    /// Whether the field is there, whatever it says.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The list beside this field: the one called `list`, or else the first.
    pub(crate) fn other_list(&self, name: &str) -> Json<'a> {
        let others = self.0.iter().filter(|field| field.0 != name);
        let mut lists = others.filter(|field| Json::new(field.1).is_list());
        let usual = self.get("list");
        if usual.is_list() {
            return usual;
        }
        lists.next().map_or(Json::MISSING, |field| Json::new(field.1))
    }

    /// Whether a field says something: tells apart records that can stand in one place.
    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_blank()
    }

    /// Reads a field that must say something.
    ///
    /// # Errors
    ///
    /// When it is missing, null, or something else than documented.
    pub fn required<T: FromJson>(&self, name: &'static str) -> Result<T, Mismatch> {
        T::from_json(self.get(name)).map_err(|mismatch| mismatch.inside(name))
    }

    /// Reads a field that may say nothing, in any of the server's ways to say nothing.
    ///
    /// # Errors
    ///
    /// When it is something else than documented.
    pub fn optional<T: FromJson>(&self, name: &'static str) -> Result<Option<T>, Mismatch> {
        T::from_json_or_absent(self.get(name)).map_err(|mismatch| mismatch.inside(name))
    }

    /// Reads a list; an absent one is empty.
    ///
    /// # Errors
    ///
    /// When it is no list, or holds something else than documented.
    pub fn list<T: FromJson>(&self, name: &'static str) -> Result<Vec<T>, Mismatch> {
        self.required(name)
    }
}
