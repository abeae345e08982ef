//! Random faults, reproducible by their seed.

use std::time::Duration;

use super::fault::Fault;
use super::scope::{self, FaultScope};
use crate::api_error::ApiError;
use crate::contract::{Contract, OperationSpec};

/// Delay of random latency faults.
const LATENCY: Duration = Duration::from_millis(20);

/// Random faults, which affect each request with some probability.
///
/// The same seed and the same order of requests produce the same faults.
#[derive(Clone, Debug)]
#[must_use]
pub struct RandomFaults {
    rng: fastrand::Rng,
    seed: u64,
    probability: f64,
    scope: String,
    kinds: Vec<Fault>,
}

impl RandomFaults {
    /// Creates faults of every kind for all requests. The probability is between 0 and 1.
    pub fn seeded(seed: u64, probability: f64) -> Self {
        let rng = fastrand::Rng::with_seed(seed);
        Self { rng, seed, probability, scope: scope::ALL.to_owned(), kinds: all_kinds() }
    }

    /// Restricts the faults to an operation, `payments.cancel`, or a section, `payments.*`.
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.scope = operation.into();
        self
    }

    /// Restricts the faults to these kinds.
    pub fn only(mut self, kinds: impl IntoIterator<Item = Fault>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self
    }

    /// Seed of the sequence.
    pub(crate) fn seed(&self) -> u64 {
        self.seed
    }

    /// Probability of a fault.
    pub(crate) fn probability(&self) -> f64 {
        self.probability
    }

    /// Scope, as text.
    pub(crate) fn scope(&self) -> &str {
        &self.scope
    }

    pub(super) fn validate(&self, contract: &'static Contract) -> Result<FaultScope, ApiError> {
        if !(0.0..=1.0).contains(&self.probability) {
            return Err(ApiError::bad_request("probability must be between 0 and 1"));
        }
        if self.kinds.is_empty() {
            return Err(ApiError::bad_request("kinds must not be empty"));
        }
        for kind in &self.kinds {
            kind.validate(contract)?;
        }
        FaultScope::parse(contract, &self.scope)
    }

    pub(super) fn next(&mut self, operation: Option<&OperationSpec>) -> Option<Fault> {
        // Both numbers are drawn for every request, so that each fault depends on the request's position
        // alone.
        let (hit, index) = (self.rng.f64() < self.probability, self.rng.usize(..));
        let kinds: Vec<_> = self.kinds.iter().filter(|kind| kind.applies_to(operation)).collect();
        let chosen = index.checked_rem(kinds.len()).and_then(|index| kinds.get(index));
        chosen.filter(|_| hit).map(|kind| (*kind).clone())
    }
}

fn all_kinds() -> Vec<Fault> {
    vec![
        Fault::latency(LATENCY),
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
        Fault::api_error(1, "random error"),
        Fault::partial(),
    ]
}
