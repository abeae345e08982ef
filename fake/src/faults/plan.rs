//! The faults that are still to come.

use super::scope::Scope;
use super::{Fault, Faults};
use crate::contract::{Contract, Operation};
use crate::refusal::Refusal;

/// By rule, and by chance.
#[derive(Debug, Default)]
pub struct Plan {
    rules: Vec<(Scope, Fault)>,
    chance: Option<(Scope, Faults)>,
}

impl Plan {
    /// Adds a fault.
    ///
    /// # Errors
    /// Fails when nothing can ever have it.
    pub fn inject(&mut self, contract: &'static Contract, fault: Fault) -> Result<(), Refusal> {
        let scope = fault.check(contract)?;
        if fault.times != Some(0) {
            self.rules.push((scope, fault));
        }
        Ok(())
    }

    /// Lets faults happen by chance, in the place of those that did so before.
    ///
    /// # Errors
    /// Fails when nothing can ever have them.
    pub fn leave_to_chance(
        &mut self,
        contract: &'static Contract,
        faults: Faults,
    ) -> Result<(), Refusal> {
        self.chance = Some((faults.check(contract)?, faults));
        Ok(())
    }

    /// Those by rule that are still to come.
    pub fn rules(&self) -> impl Iterator<Item = &Fault> {
        self.rules.iter().map(|(_, fault)| fault)
    }

    /// Those by chance.
    pub fn chance(&self) -> Option<&Faults> {
        self.chance.as_ref().map(|(_, faults)| faults)
    }

    /// Nothing goes wrong any more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// What goes wrong with this request. Rules go before chance, older ones before newer ones.
    pub fn next(&mut self, operation: Option<&Operation>) -> Option<Fault> {
        let by_chance = self
            .chance
            .as_mut()
            .filter(|(scope, _)| scope.holds(operation))
            .and_then(|(_, faults)| faults.next(operation));
        self.by_rule(operation).or(by_chance)
    }

    fn by_rule(&mut self, operation: Option<&Operation>) -> Option<Fault> {
        let mut found: Option<Fault> = None;
        for (scope, fault) in &mut self.rules {
            if !scope.holds(operation) || !fault.fits(operation) {
                continue;
            }
            // Every rule counts every request that it is for.
            if fault.skip > 0 {
                fault.skip -= 1;
            } else if found.is_none() {
                found = Some(fault.clone());
                fault.times = fault.times.map(|times| times.saturating_sub(1));
            }
        }
        self.rules.retain(|(_, fault)| fault.times != Some(0));
        found
    }
}
