//! The members of a JSON object.

use std::collections::BTreeSet;
use std::slice;

use super::Json;
use super::document::Document;
use super::names::Names;
use super::node::{self, Node};

/// Names and values.
#[expect(clippy::large_enum_variant, reason = "nearly all are the large one, and none is kept")]
pub(super) enum Members<'a> {
    /// None at all.
    None,
    /// One, which is not written as a member.
    One(&'static str, Json<'a>),
    /// Those of a JSON object.
    Written(Written<'a>),
}

pub(super) struct Written<'a> {
    document: &'a Document<'a>,
    all: Each<'a>,
    /// Those behind the member that was found last, as long as there are `names`. Whoever asks in the
    /// order in which they are written, as records mostly do, finds each at once.
    ahead: Each<'a>,
    /// Tells at once of most names that are not there; nothing where a name has escapes or comes
    /// twice, which hardly ever happens.
    names: Option<Names>,
}

impl<'a> Members<'a> {
    /// Of the nodes in an object.
    pub(super) fn of(document: &'a Document<'a>, nodes: &'a [Node]) -> Self {
        let all = Each(nodes);
        let names = distinct(document, all);
        let ahead = if names.is_some() { all } else { Each(&[]) };
        Self::Written(Written { document, all, ahead, names })
    }

    /// The value of the last member of this name.
    pub(super) fn find(&mut self, name: &str) -> Option<Json<'a>> {
        match self {
            Self::Written(written) => written.find(name),
            Self::None => None,
            Self::One(only, value) => (*only == name).then_some(*value),
        }
    }

    /// Names and values of all that are written, in their order, equal names included.
    pub(super) fn all(&self) -> impl Iterator<Item = (Json<'a>, Json<'a>)> + use<'a> {
        let written = match self {
            Self::Written(written) => Some((written.document, written.all)),
            Self::None | Self::One(..) => None,
        };
        written.into_iter().flat_map(|(document, all)| {
            let json = move |nodes| Json::new(document, nodes);
            all.map(move |(name, value)| (json(slice::from_ref(name)), json(value)))
        })
    }
}

impl<'a> Written<'a> {
    fn find(&mut self, name: &str) -> Option<Json<'a>> {
        let mut ahead = self.ahead;
        match ahead.next() {
            Some((next, value)) if self.document.inner_bytes(next) == name.as_bytes() => {
                self.ahead = ahead;
                Some(Json::new(self.document, value))
            }
            _ => self.search(name),
        }
    }

    #[inline(never)]
    fn search(&mut self, name: &str) -> Option<Json<'a>> {
        let mut members = self.all;
        let Some(names) = &self.names else {
            let same = members.filter(|(other, _)| self.document.says(other, name));
            return same.last().map(|(_, value)| Json::new(self.document, value));
        };
        if !names.may_hold(name.as_bytes()) {
            return None;
        }
        let (_, value) = members.find(|(other, _)| self.document.says(other, name))?;
        self.ahead = members;
        Some(Json::new(self.document, value))
    }
}

/// The names, if no two of them are equal. Their text is what is compared, so with escapes, of which
/// one name can have many, they count as if they were.
fn distinct(document: &Document<'_>, members: Each<'_>) -> Option<Names> {
    let (mut names, mut clash) = (Names::default(), false);
    for (name, _) in members {
        if name.is_escaped() {
            return None;
        }
        clash |= names.add(document.inner_bytes(name));
    }
    let mut texts = BTreeSet::new();
    let is_new = |(name, _): (&Node, _)| texts.insert(document.inner_bytes(name));
    let sound = !clash || members.into_iter().all(is_new);
    sound.then_some(names)
}

/// Members, each a name and the nodes of its value.
#[derive(Clone, Copy)]
struct Each<'a>(&'a [Node]);

impl<'a> Iterator for Each<'a> {
    type Item = (&'a Node, &'a [Node]);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, rest) = self.0.split_first()?;
        let (value, rest) = node::split(rest)?;
        self.0 = rest;
        Some((name, value))
    }
}

#[cfg(test)]
mod tests;
