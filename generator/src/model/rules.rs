//! The constraints that are validated before a request is sent.

use std::collections::BTreeSet;

use super::dependencies::closure;
use super::field::Field;
use super::omission::ExplicitOmission;
use super::type_ref::TypeId;
use super::types::{Shape, Type};

/// True if a type, or one that it holds, has constraints.
pub fn is_type_ruled(id: TypeId, types: &[Type]) -> bool {
    let held = closure(BTreeSet::from([id]), |id| &types[id.0].shape);
    held.into_iter().any(|id| match &types[id.0].shape {
        Shape::Record(fields) => fields.iter().any(Field::is_ruled),
        Shape::GatewayCodes(_) => true,
        _ => false,
    })
}

impl Field {
    /// True if its own value has constraints.
    pub fn is_ruled(&self) -> bool {
        let bounded = self.max_length.or(self.minimum).or(self.maximum).is_some();
        let at_gateways =
            self.others.is_some() || self.rules.iter().any(|rule| rule.requirement.is_some());
        bounded || at_gateways || !self.conditions.is_empty() || self.explicit_omission().is_some()
    }

    /// True if the docs advise against it or no longer list it.
    pub fn is_deprecated(&self) -> bool {
        self.deprecated.is_some() || self.undocumented_since.is_some()
    }

    /// The explicit omission, if the schema declares one.
    pub fn explicit_omission(&self) -> Option<&ExplicitOmission> {
        self.omitted.as_ref()?.explicit.as_ref()
    }
}
