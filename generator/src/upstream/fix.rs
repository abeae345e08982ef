//! Applies the mechanical part of findings to the schema's text.
//!
//! Every change is made to the text that the previous one left, so that it finds its location, and
//! counts only if reading the text again shows the intended difference and no other: in the YAML tree
//! (`edit`), and in the facts of the model (`expect`). All that do not are left to a
//! person.

mod entry;
mod expect;
mod gateways;
mod needed;
mod new_items;
mod order;
mod references;
mod require;
mod routes;
mod statuses;
mod undecided;
mod verify;

use std::fmt;

use super::edit;
use super::facts::Facts;
use super::finding::Finding;
use crate::sanitize::for_line;
use crate::source::Sources;
use crate::yaml_index::YamlIndex;
use order::Unit;
use verify::Rejection;

/// The result of a fix.
pub struct Fixed {
    /// The files that change: number and new text.
    pub files: Vec<(usize, String)>,
    /// The ids of the applied findings.
    pub done: Vec<String>,
    /// The findings that are left to a person.
    pub left: Vec<Left>,
}

/// A finding that is left to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The finding's id.
    pub id: String,
    /// The reason, as a clause.
    pub reason: String,
}

impl fmt::Display for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", for_line(&self.id), for_line(&self.reason))
    }
}

/// True if a finding can only be applied with the date of upstream's document.
pub fn needs_date(finding: &Finding) -> bool {
    needed::is_dated(finding)
}

/// Works on the text of the schema; `date` is the date of upstream's document, if it is known.
pub fn fix(findings: &[Finding], sources: &Sources, date: Option<&str>) -> Fixed {
    let index = YamlIndex::of(sources);
    let facts = match verify::facts(&index) {
        Ok(facts) => facts,
        Err(rejection) => return nothing(findings, &rejection.reason),
    };
    let state = State { index, facts };
    let mut fixer = Fixer { state, date, left: Vec::new() };
    let (moves, others) = order::units(findings).into_iter().partition(order::is_move);
    fixer.apply_while_it_helps(others);
    fixer.apply_while_it_helps(moves);
    fixer.result(findings, sources)
}

fn nothing(findings: &[Finding], reason: &str) -> Fixed {
    let left = |finding: &Finding| Left { id: finding.id(), reason: reason.to_owned() };
    Fixed { files: Vec::new(), done: Vec::new(), left: findings.iter().map(left).collect() }
}

/// The text so far, and the facts in it.
#[derive(Clone)]
struct State {
    index: YamlIndex,
    facts: Facts,
}

struct Fixer<'d, 'f> {
    state: State,
    date: Option<&'d str>,
    left: Vec<(Unit<'f>, String)>,
}

impl<'f> Fixer<'_, 'f> {
    /// A change can depend on another one that comes later.
    fn apply_while_it_helps(&mut self, mut pending: Vec<Unit<'f>>) {
        let known = self.left.len();
        loop {
            let before = pending.len();
            self.left.truncate(known);
            self.accept(&pending);
            pending.retain(|unit| self.left.iter().any(|(left, _)| left == unit));
            if pending.is_empty() || pending.len() == before {
                break;
            }
        }
    }

    /// Applies all units that can be. If the result is rejected, the units that it is rejected for are
    /// applied after the others; if that is no help, each half.
    fn accept(&mut self, units: &[Unit<'f>]) {
        let before = self.state.clone();
        let known = self.left.len();
        let Err(rejection) = self.apply_all(units) else { return };
        self.state = before;
        self.left.truncate(known);
        if let [unit] = units {
            self.left.push((unit.clone(), rejection.reason));
            return;
        }
        let is_suspect = |unit: &Unit<'f>| rejection.subjects.contains(&unit[0].subject);
        let (suspects, others): (Vec<_>, Vec<_>) = units.iter().cloned().partition(is_suspect);
        if suspects.is_empty() || others.is_empty() {
            let (first, second) = units.split_at(units.len() / 2);
            self.accept(first);
            self.accept(second);
        } else {
            self.accept(&others);
            self.accept(&suspects);
        }
    }

    fn apply_all(&mut self, units: &[Unit<'f>]) -> Result<(), Rejection> {
        let mut applied = Vec::new();
        for unit in units {
            match self.apply(unit) {
                Ok(()) => applied.extend(unit.iter().copied()),
                Err(reason) => self.left.push((unit.clone(), reason.to_owned())),
            }
        }
        if !applied.is_empty() {
            let State { index, facts } = &self.state;
            self.state.facts = verify::result(facts, &applied, self.date, index)?;
        }
        Ok(())
    }

    /// All changes of a unit, or none.
    fn apply(&mut self, unit: &Unit<'f>) -> Result<(), &'static str> {
        let before = self.state.index.clone();
        let apply = |finding: &&Finding| self.apply_one(finding, needed::next);
        let result = unit.iter().try_for_each(apply).and_then(|()| {
            let follow = |finding: &&Finding| self.apply_one(finding, needed::next_for_others);
            unit.iter().try_for_each(follow)
        });
        if result.is_err() {
            self.state.index = before;
        }
        result
    }

    fn apply_one(&mut self, finding: &Finding, next: needed::Next) -> Result<(), &'static str> {
        // Each change brings the text nearer to the finding's; none needs that many.
        for _ in 0..MOST_CHANGES {
            match next(&self.state.index, finding, self.date)? {
                None => return Ok(()),
                Some(change) if edit::apply(&mut self.state.index, &change) => {}
                Some(_) => return Err("the layout of the file does not allow it"),
            }
        }
        Err("it takes too many changes")
    }

    fn result(self, findings: &[Finding], sources: &Sources) -> Fixed {
        let left: Vec<Left> =
            self.left.iter().flat_map(|(unit, reason)| left(unit, reason)).collect();
        let is_left = |id: &String| left.iter().any(|left| left.id == *id);
        let done = findings.iter().map(Finding::id).filter(|id| !is_left(id)).collect();
        let texts = sources.files.iter().enumerate();
        let texts = texts.map(|(file, source)| (file, &source.text, self.state.index.text(file)));
        let changed = texts.filter(|(_, old, new)| old != new);
        let files = changed.map(|(file, _, new)| (file, new.to_owned())).collect();
        Fixed { files, done, left }
    }
}

fn left(unit: &Unit<'_>, reason: &str) -> impl Iterator<Item = Left> {
    unit.iter().map(move |finding| Left { id: finding.id(), reason: reason.to_owned() })
}

const MOST_CHANGES: usize = 100;
