//! Plan of the faults to inject.

use super::fault::Fault;
use super::random::RandomFaults;
use super::scope::FaultScope;
use crate::api_error::ApiError;
use crate::contract::{Contract, OperationSpec};

/// Faults to inject into the next requests, planned and random.
#[derive(Debug, Default)]
pub struct FaultPlan {
    planned: Vec<(FaultScope, Fault)>,
    random: Option<(FaultScope, RandomFaults)>,
}

impl FaultPlan {
    /// Adds a fault.
    ///
    /// # Errors
    /// 400 when it can affect no operation.
    pub fn inject(&mut self, contract: &'static Contract, fault: Fault) -> Result<(), ApiError> {
        let scope = fault.validate(contract)?;
        if !fault.is_exhausted() {
            self.planned.push((scope, fault));
        }
        Ok(())
    }

    /// Sets the random faults, replacing the previous ones.
    ///
    /// # Errors
    /// 400 when they can affect no operation.
    pub fn inject_random(
        &mut self,
        contract: &'static Contract,
        faults: RandomFaults,
    ) -> Result<(), ApiError> {
        self.random = Some((faults.validate(contract)?, faults));
        Ok(())
    }

    /// Iterates over the planned faults.
    pub fn planned(&self) -> impl Iterator<Item = &Fault> {
        self.planned.iter().map(|(_, fault)| fault)
    }

    /// Returns the random faults.
    pub fn random(&self) -> Option<&RandomFaults> {
        self.random.as_ref().map(|(_, faults)| faults)
    }

    /// Removes all faults.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Returns the fault for a request. Planned faults precede random ones, older ones newer ones.
    pub fn next(&mut self, operation: Option<&OperationSpec>) -> Option<Fault> {
        let random = self
            .random
            .as_mut()
            .filter(|(scope, _)| scope.matches(operation))
            .and_then(|(_, faults)| faults.next(operation));
        self.next_planned(operation).or(random)
    }

    fn next_planned(&mut self, operation: Option<&OperationSpec>) -> Option<Fault> {
        let mut found = None;
        for (scope, fault) in &mut self.planned {
            if scope.matches(operation) && fault.applies_to(operation) {
                // Each fault counts every request in its scope.
                let taken = fault.take(found.is_none());
                found = found.or(taken);
            }
        }
        self.planned.retain(|(_, fault)| !fault.is_exhausted());
        found
    }
}
