//! The constraints that are validated before a request is sent.

use std::collections::BTreeSet;

use super::{Api, ExplicitOmission, Field, Operation, Shape, Type, TypeId, closure};

impl Api {
    /// True if a request of this operation has constraints.
    pub fn is_ruled(&self, operation: &Operation) -> bool {
        operation.is_ruled(&self.types)
    }

    /// True if a field, or a record in it, has constraints.
    pub fn is_field_ruled(&self, field: &Field) -> bool {
        is_field_ruled(field, &self.types)
    }

    /// True if a record, or one that it holds, has constraints.
    pub fn is_record_ruled(&self, id: TypeId) -> bool {
        is_record_ruled(id, &self.types)
    }

    /// True if one type holds another, directly or through others.
    pub fn holds(&self, outer: TypeId, inner: TypeId) -> bool {
        self.closure(self.ty(outer).shape.named().collect()).contains(&inner)
    }
}

impl Operation {
    /// True if a request has constraints.
    pub fn is_ruled(&self, types: &[Type]) -> bool {
        let mut fields = self.parameters.iter().map(|parameter| &parameter.field);
        !self.gateways.is_empty() || fields.any(|field| is_field_ruled(field, types))
    }
}

fn is_field_ruled(field: &Field, types: &[Type]) -> bool {
    field.is_ruled() || field.ty.item.named().is_some_and(|id| is_record_ruled(id, types))
}

fn is_record_ruled(id: TypeId, types: &[Type]) -> bool {
    let held = closure(BTreeSet::from([id]), |id| &types[id.0].shape);
    held.into_iter().any(|id| match &types[id.0].shape {
        Shape::Record(fields) => fields.iter().any(Field::is_ruled),
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

    /// The explicit omission, if the schema declares one.
    pub fn explicit_omission(&self) -> Option<&ExplicitOmission> {
        self.omitted.as_ref()?.explicit.as_ref()
    }
}
