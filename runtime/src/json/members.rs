//! The members of a JSON object.

use std::collections::BTreeSet;
use std::iter;

use super::Json;
use super::names::Names;

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
    object: Json<'a>,
    /// Behind the member that was found last. Whoever asks in the order in which they are written, as
    /// records mostly do, finds each at once.
    next: usize,
    /// Tells at once of most names that are not there; nothing where a name has escapes or comes
    /// twice, which hardly ever happens.
    names: Option<Names>,
}

impl<'a> Members<'a> {
    /// Of what is known to be an object.
    pub(super) fn of(object: Json<'a>) -> Self {
        Self::Written(Written { object, next: object.inside().start, names: distinct(object) })
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
        object.into_iter().flat_map(members)
    }
}

impl<'a> Written<'a> {
    fn find(&mut self, name: &str) -> Option<Json<'a>> {
        let value = match &self.names {
            Some(_) if self.is_next(name) => self.object.beside(self.next + 1),
            Some(names) if !names.may_hold(name.as_bytes()) => return None,
            Some(_) => called(self.object, name).next()?.value,
            None => called(self.object, name).last()?.value,
        };
        self.next = value.after();
        Some(value)
    }

    /// Behind the last member, what comes next is no member of this object, whatever it is called.
    fn is_next(&self, name: &str) -> bool {
        self.next < self.object.after() && self.object.beside(self.next).is_string(name)
    }
}

/// The names, if no two of them are equal. Their text is what is compared, so with escapes, of which
/// one name can have many, they count as if they were.
fn distinct(object: Json<'_>) -> Option<Names> {
    let (mut names, mut clash) = (Names::default(), false);
    for Member { name, .. } in members(object) {
        if name.is_escaped() {
            return None;
        }
        clash |= names.add(name.inner_bytes());
    }
    let mut texts = BTreeSet::new();
    let sound = !clash || members(object).all(|member| texts.insert(member.name.inner_bytes()));
    sound.then_some(names)
}

/// A name, and what is called so.
pub(super) struct Member<'a> {
    pub(super) name: Json<'a>,
    pub(super) value: Json<'a>,
}

fn called<'a>(object: Json<'a>, name: &str) -> impl Iterator<Item = Member<'a>> {
    members(object).filter(move |member| member.name.is_string(name))
}

fn members<'a>(object: Json<'a>) -> impl Iterator<Item = Member<'a>> {
    let mut inside = object.inside();
    iter::from_fn(move || {
        let at = (!inside.is_empty()).then_some(inside.start)?;
        let (name, value) = (object.beside(at), object.beside(at + 1));
        inside.start = value.after();
        Some(Member { name, value })
    })
}

#[cfg(test)]
mod tests;
