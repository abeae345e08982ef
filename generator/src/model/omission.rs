//! Omissions of parameters.

use crate::keywords::Risk;

/// The effect of leaving a parameter out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// Our English sentence.
    pub means: String,
    /// The explicit omission, if leaving it out by accident does harm.
    pub explicit: Option<ExplicitOmission>,
}

/// An enum of the generated code that `new` takes: the parameter is left out, or has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplicitOmission {
    /// The risk of leaving it out by accident.
    pub risk: Risk,
    /// The enum: `CancelAmount`.
    pub name: String,
    /// The variant that leaves it out: `Full`.
    pub omit: String,
    /// The variant that gives it: `Partial`.
    pub value: String,
}
