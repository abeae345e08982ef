//! What is to be checked before a request is sent.

use std::collections::BTreeSet;

use super::{Api, ExplicitOmission, Field, Operation, Shape, TypeId};

impl Api {
    /// Whether anything is asked of a request of this operation.
    pub fn is_ruled(&self, operation: &Operation) -> bool {
        let mut fields = operation.parameters.iter().map(|parameter| &parameter.field);
        !operation.gateways.is_empty() || fields.any(|field| self.is_field_ruled(field))
    }

    /// Whether anything is asked of a field, or of the records in it.
    pub fn is_field_ruled(&self, field: &Field) -> bool {
        field.is_ruled() || field.ty.item.named().is_some_and(|id| self.is_record_ruled(id))
    }

    /// Whether anything is asked of a record, or of those that it holds.
    pub fn is_record_ruled(&self, id: TypeId) -> bool {
        self.closure(BTreeSet::from([id])).into_iter().any(|id| match &self.ty(id).shape {
            Shape::Record(fields) => fields.iter().any(Field::is_ruled),
            _ => false,
        })
    }

    /// Whether one type holds another, directly or through others.
    pub fn holds(&self, outer: TypeId, inner: TypeId) -> bool {
        self.closure(self.ty(outer).shape.named().collect()).contains(&inner)
    }
}

impl Field {
    /// Whether anything is asked of its own value.
    pub fn is_ruled(&self) -> bool {
        let bounded = self.max_length.or(self.minimum).or(self.maximum).is_some();
        let at_gateways =
            self.others.is_some() || self.rules.iter().any(|rule| rule.requirement.is_some());
        bounded || at_gateways || !self.conditions.is_empty() || self.explicit_omission().is_some()
    }

    /// The decision that callers must take about it.
    pub fn explicit_omission(&self) -> Option<&ExplicitOmission> {
        self.omitted.as_ref()?.explicit.as_ref()
    }
}
