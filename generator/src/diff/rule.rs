//! A rule: one kind of change, and the three verdicts on it.

use super::Level;

/// One kind of change.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name that it is looked up by: `request-parameter-now-required`.
    pub id: &'static str,
    /// The change, in one line.
    pub what: &'static str,
    /// The direction that it concerns.
    pub direction: Direction,
    /// The verdict on the wire: is the old crate compatible with the API, and the new crate with a
    /// server that has not changed yet?
    pub wire: Level,
    /// The verdict on Rust: do programs that were written for the old crate still compile?
    pub rust: Level,
    /// The verdict on behaviour: does a program that compiles still behave as before?
    pub behaviour: Level,
    /// The reason for the verdicts, in one sentence.
    pub why: &'static str,
    /// An instance of it.
    pub example: &'static str,
    /// The migration for users, in one sentence; `{name}`, `{before}` and `{after}` are filled in.
    pub migration: &'static str,
    /// True if such a change can decide whether money is moved, refunded or issued, or how much.
    pub money: bool,
}

/// The direction that a change concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Requests, which programs send.
    Request,
    /// Responses, which programs read.
    Response,
    /// Both of them.
    Both,
    /// The crate: its modules, features and names.
    Crate,
}

impl Direction {
    /// The word in lower case: `request`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Both => "both",
            Self::Crate => "crate",
        }
    }
}

impl Rule {
    /// The highest of the three verdicts.
    pub fn level(&self) -> Level {
        self.wire.max(self.rust).max(self.behaviour)
    }

    /// True if programs compile all the same, and then send, read or do something else.
    pub fn is_silent(&self) -> bool {
        self.rust < Level::Major && self.wire.max(self.behaviour) == Level::Major
    }

    /// The long text, which `cargo xtask explain` prints.
    pub fn explanation(&self) -> String {
        let Self { id, what, direction, wire, rust, behaviour, why, example, .. } = self;
        let direction = direction.word();
        let [wire, rust, behaviour] = [wire, rust, behaviour].map(|level| level.word());
        format!(
            "{id}: {what}\n\n\
             direction  {direction}\n\
             wire       {wire}\n\
             Rust       {rust}\n\
             behaviour  {behaviour}\n\n\
             {why}\n\n\
             Example: {example}"
        )
    }
}
