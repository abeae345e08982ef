//! The members of a JSON object.

use std::iter;

use super::{Json, repeated};

/// Names and values.
pub(super) enum Members<'a> {
    /// None at all.
    None,
    /// One, which is not written as a member.
    One(&'static str, Json<'a>),
    /// Those of a JSON object.
    Written(Written<'a>),
}

pub(super) struct Written<'a> {
    object: Json<'a>,
    /// Behind the member that was found last. Whoever asks in the order in which they are written, as
    /// records mostly do, finds each at once.
    next: usize,
    may_repeat: bool,
}

impl<'a> Members<'a> {
    /// Of what is known to be an object.
    pub(super) fn of(object: Json<'a>) -> Self {
        let next = object.inside().start;
        let names = || from(object, next).map(|member| member.name);
        // One name can be written in many ways with escapes.
        let may_repeat =
            names().any(Json::is_escaped) || repeated::may_be(names().map(Json::bytes));
        Self::Written(Written { object, next, may_repeat })
    }

    /// The value of the last member of this name.
    pub(super) fn find(&mut self, name: &str) -> Option<Json<'a>> {
        match self {
            Self::None => None,
            Self::One(only, value) => (*only == name).then_some(*value),
            Self::Written(written) => written.find(name),
        }
    }

    /// All that are written, in their order, equal names included.
    pub(super) fn all(&self) -> impl Iterator<Item = Member<'a>> + use<'a> {
        let object = match self {
            Self::Written(written) => Some(written.object),
            Self::None | Self::One(..) => None,
        };
        object.into_iter().flat_map(|object| from(object, object.inside().start))
    }
}

impl<'a> Written<'a> {
    fn find(&mut self, name: &str) -> Option<Json<'a>> {
        let name_here = self.object.beside(self.next);
        let value = if !self.may_repeat && name_here.is_string(name) {
            self.object.beside(self.next + 1)
        } else {
            self.search(name)?
        };
        self.next = value.after();
        Some(value)
    }

    fn search(&self, name: &str) -> Option<Json<'a>> {
        let called = from(self.object, self.object.inside().start);
        let mut called = called.filter(|member| member.name.is_string(name));
        let found = if self.may_repeat { called.last() } else { called.next() };
        found.map(|member| member.value)
    }
}

/// A name, and what is called so.
pub(super) struct Member<'a> {
    pub(super) name: Json<'a>,
    pub(super) value: Json<'a>,
}

/// The members of an object from this place on.
fn from<'a>(object: Json<'a>, mut at: usize) -> impl Iterator<Item = Member<'a>> {
    let end = object.inside().end;
    iter::from_fn(move || {
        if at >= end {
            return None;
        }
        let (name, value) = (object.beside(at), object.beside(at + 1));
        at = value.after();
        Some(Member { name, value })
    })
}
