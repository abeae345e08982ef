//! A JSON object as it is written.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde_core::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::repeated;

/// The members of a JSON object, equal names included. Values are only skipped over, without
/// recursion, however deep they are.
#[derive(Default)]
pub(crate) struct Members<'a> {
    members: Vec<(Cow<'a, str>, &'a str)>,
    /// Where the member after the one that was asked for last is.
    next: usize,
}

impl<'a> Members<'a> {
    /// One member.
    pub(super) fn one(name: &'a str, value: &'a str) -> Self {
        Self { members: vec![(name.into(), value)], next: 0 }
    }

    /// The members without those that another of the same name comes after.
    pub(super) fn distinct(mut self) -> Self {
        if repeated::may_be(self.all().map(|member| member.0)) {
            let mut names = BTreeSet::new();
            self.members.reverse();
            self.members.retain(|member| names.insert(member.0.clone()));
            self.members.reverse();
        }
        self
    }

    /// The value of the first member of this name.
    ///
    /// Whoever asks in the order in which they are written, as records mostly do, finds each at once.
    pub(super) fn get(&mut self, name: &str) -> Option<&'a str> {
        let (before, after) = self.members.split_at(self.next);
        let is_it = |member: &(Cow<'_, str>, &str)| member.0 == name;
        let index = match after.iter().position(is_it) {
            Some(distance) => self.next + distance,
            None => before.iter().position(is_it)?,
        };
        self.next = index + 1;
        self.members.get(index).map(|member| member.1)
    }

    /// Names and values, in the order in which they are written.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.members.iter().map(|(name, value)| (&**name, *value))
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some((Name(name), value)) = map.next_entry::<_, &RawValue>()? {
            members.push((name, value.get()));
        }
        Ok(Members { members, next: 0 })
    }
}

/// Copied only where it is written with escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Name(Cow::Borrowed(name)))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Name(Cow::Owned(name.to_owned())))
    }
}
