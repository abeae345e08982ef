//! Faults by chance, and the same ones whenever the seed is the same.

use std::time::Duration;

use super::Fault;
use super::scope::{self, Scope};
use crate::contract::{Contract, Operation};
use crate::refusal::Refusal;

/// Long enough to be seen, short enough to wait for.
const LATE: Duration = Duration::from_millis(20);

/// Faults of all kinds, each request having one with some probability.
///
/// With the same seed, the same order of requests meets the same faults.
#[derive(Clone, Debug)]
#[must_use]
pub struct Faults {
    dice: fastrand::Rng,
    seed: u64,
    probability: f64,
    scope: String,
    kinds: Vec<Fault>,
}

impl Faults {
    /// Of every kind, with any request. The probability lies between 0 and 1.
    pub fn seeded(seed: u64, probability: f64) -> Self {
        let dice = fastrand::Rng::with_seed(seed);
        Self { dice, seed, probability, scope: scope::ALL.to_owned(), kinds: every_kind() }
    }

    /// Only of this operation, `payments.cancel`, or of a section, `payments.*`.
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.scope = operation.into();
        self
    }

    /// Only of these kinds.
    pub fn of(mut self, kinds: impl IntoIterator<Item = Fault>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self
    }

    /// What the sequence begins with.
    pub(crate) fn seed(&self) -> u64 {
        self.seed
    }

    /// How often something goes wrong.
    pub(crate) fn probability(&self) -> f64 {
        self.probability
    }

    /// What they are for.
    pub(crate) fn scope(&self) -> &str {
        &self.scope
    }

    pub(super) fn check(&self, contract: &'static Contract) -> Result<Scope, Refusal> {
        if !(0.0..=1.0).contains(&self.probability) {
            return Err(Refusal::invalid("a probability lies between 0 and 1"));
        }
        if self.kinds.is_empty() {
            return Err(Refusal::invalid("there is no kind of fault to choose from"));
        }
        for kind in &self.kinds {
            kind.check(contract)?;
        }
        Scope::read(contract, &self.scope)
    }

    pub(super) fn next(&mut self, operation: Option<&Operation>) -> Option<Fault> {
        // Both are drawn for every request, so that what one meets does not depend on the others.
        let (hit, index) = (self.dice.f64() < self.probability, self.dice.usize(..));
        let kinds: Vec<_> = self.kinds.iter().filter(|kind| kind.fits(operation)).collect();
        let chosen = index.checked_rem(kinds.len()).and_then(|index| kinds.get(index));
        chosen.filter(|_| hit).map(|kind| (*kind).clone())
    }
}

fn every_kind() -> Vec<Fault> {
    vec![
        Fault::latency(LATE),
        Fault::reset_before(),
        Fault::reset_after(),
        Fault::truncated(),
        Fault::garbage(),
        Fault::status(500),
        Fault::status(502),
        Fault::status(503),
        Fault::status_after(504),
        Fault::too_many_requests(1),
        Fault::unauthorized(),
        Fault::refusal(1, "refused by chance"),
        Fault::partial(),
    ]
}
