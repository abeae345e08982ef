//! Names that stand for another thing: programs that use them compile, and mean the other.

use std::collections::BTreeSet;

use super::change_site::ChangeSite;
use super::{Change, Rule};

/// A name in Rust, and the thing that it stands for.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    /// The name in Rust.
    pub name: &'a str,
    /// The thing, as the API knows it: a name on the wire, a code, a route.
    pub thing: &'a str,
}

/// A thing of the old model, and what became of it.
pub struct Past<'a, T> {
    /// The thing in the old model.
    pub old: T,
    /// Its name there.
    pub was: Named<'a>,
    /// Its name in the new model, if it is still there.
    pub is: Option<&'a str>,
}

/// A thing of the new model.
pub struct Present<'a, T> {
    /// The thing in the new model.
    pub new: T,
    /// Its name there.
    pub is: Named<'a>,
}

/// The names that stand for something else now.
#[derive(Default)]
pub struct Exchange<'a> {
    names: BTreeSet<&'a str>,
    before: Vec<String>,
    after: Vec<String>,
    moves: Vec<String>,
}

impl<'a> Exchange<'a> {
    /// Finds the names of old things that new ones have taken, where programs that use the old thing
    /// compile with the new one.
    pub fn of<T: Copy>(
        past: &[Past<'a, T>],
        present: &[Present<'a, T>],
        compiles: impl Fn(T, T) -> bool,
    ) -> Self {
        let mut exchange = Self::default();
        for Past { old, was, is } in past.iter().filter(|past| past.is != Some(past.was.name)) {
            let taken = present.iter().find(|present| present.is.name == was.name);
            let Some(taken) = taken.filter(|taken| compiles(*old, taken.new)) else { continue };
            exchange.names.insert(was.name);
            exchange.before.push(format!("`{}` is `{}`", was.name, was.thing));
            exchange.after.push(format!("`{}` is `{}`", was.name, taken.is.thing));
            exchange.moves.push(match is {
                Some(name) => {
                    format!("write `{name}` instead of `{}` for `{}`", was.name, was.thing)
                }
                None => format!("remove `{}`, which was `{}`", was.name, was.thing),
            });
        }
        exchange
    }

    /// The names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.names.iter().copied()
    }

    /// True if this name stands for something else now.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// One change for all of the names.
    pub fn change(self, site: &ChangeSite, rule: &'static Rule) -> Option<Change> {
        let Self { names, before, after, moves } = self;
        let change = || site.changed(rule, before.join(", "), after.join(", "));
        (!names.is_empty()).then(change).map(|change| Change {
            migration: change.migration.replace("{moves}", &moves.join(", ")),
            ..change
        })
    }
}
