//! The fields of a record that the server sent.

use super::faults::Place;
use super::members::Members;
use super::{FromJson, Json};

/// A JSON object: fields by name, each read when it is asked for. Of equal names the last counts.
pub struct Object<'a> {
    members: Members<'a>,
    /// What stands for a field that is not there.
    missing: Json<'a>,
    place: Place<'a>,
}

impl<'a> Object<'a> {
    pub(super) fn new(members: Members<'a>, json: Json<'a>) -> Self {
        Self { members, missing: json.nothing(), place: Place::new(json.faults()) }
    }

    /// The field, missing or not.
    pub(crate) fn get(&mut self, name: &str) -> Json<'a> {
        self.members.find(name).unwrap_or(self.missing)
    }

    /// Whether the field is there, whatever it says.
    pub(crate) fn contains(&mut self, name: &str) -> bool {
        self.members.find(name).is_some()
    }

    /// The list beside this field: the one called `list`, or else the first.
    pub(crate) fn other_list(&mut self, name: &str) -> Json<'a> {
        let usual = self.get("list");
        if usual.is_list() {
            return usual;
        }
        let others = self.all().filter(|(other, _)| other.scalar_text().as_deref() != Some(name));
        let mut lists = others.map(|(_, value)| value).filter(|value| value.is_list());
        lists.next().unwrap_or(self.missing)
    }

    /// Names and values in the order in which they are written, equal names included.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Json<'a>, Json<'a>)> + use<'a> {
        self.members.all()
    }

    /// Whether a field says something: tells apart records that can stand in one place.
    pub fn has(&mut self, name: &str) -> bool {
        !self.get(name).is_blank()
    }

    /// Reads a field that must say something.
    pub fn required<T: FromJson>(&mut self, name: &'static str) -> T {
        self.within(name, T::from_json)
    }

    /// Reads a field that may say nothing, in any of the server's ways to say nothing.
    pub fn optional<T: FromJson>(&mut self, name: &'static str) -> Option<T> {
        self.within(name, T::from_json_or_absent)
    }

    /// Reads a list; an absent one is empty.
    pub fn list<T: FromJson>(&mut self, name: &'static str) -> Vec<T> {
        self.within(name, Vec::from_json)
    }

    /// What the reader makes of a field.
    // Once for each type instead of once for each field: a fifth of the time that a release build of
    // all records takes, and reading is as fast.
    #[inline(never)]
    pub(crate) fn within<T>(
        &mut self,
        name: &'static str,
        reader: impl FnOnce(Json<'a>) -> T,
    ) -> T {
        let value = reader(self.get(name));
        self.place.field(name);
        value
    }
}
