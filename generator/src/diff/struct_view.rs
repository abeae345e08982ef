//! A struct with fields in one of the models: a request, or a record.

use super::signature;
use crate::model::{Api, Field, Operation, ParamLocation, Parameter};

/// A field and its part of the request.
#[derive(Clone, Copy)]
pub struct Member<'a> {
    /// Path, query or body; none in a record.
    pub location: Option<ParamLocation>,
    /// The position of its placeholder in the path.
    pub placeholder: Option<usize>,
    /// The field.
    pub field: &'a Field,
}

impl Member<'_> {
    /// `body.amount`, or `amount` in a record.
    pub fn pointer(self) -> String {
        match self.location {
            Some(location) => format!("{}.{}", location.word(), self.field.wire),
            None => self.field.wire.clone(),
        }
    }
}

/// A struct with fields.
pub struct StructView<'a> {
    /// The model that it is in.
    pub api: &'a Api,
    /// Its Rust name.
    pub name: &'a str,
    /// Its fields.
    pub members: Vec<Member<'a>>,
    /// True if it has `new` and setters.
    pub sent: bool,
}

impl<'a> StructView<'a> {
    /// The request struct of an operation.
    pub fn request(api: &'a Api, operation: &'a Operation) -> Self {
        let member = |parameter: &'a Parameter| {
            let Parameter { location, field } = parameter;
            let mut placeholders = operation.route.placeholders();
            let placeholder = placeholders.position(|name| name == field.wire);
            let placeholder = placeholder.filter(|_| *location == ParamLocation::Path);
            Member { location: Some(*location), placeholder, field }
        };
        let members = operation.parameters.iter().map(member).collect();
        Self { api, name: &operation.request, members, sent: true }
    }

    /// A record.
    pub fn record(api: &'a Api, name: &'a str, fields: &'a [Field], sent: bool) -> Self {
        let members =
            fields.iter().map(|field| Member { location: None, placeholder: None, field });
        let members = members.collect();
        Self { api, name, members, sent }
    }

    /// The arguments of `new`, in their order: the required ones, then the explicit omissions.
    pub fn arguments(&self) -> Vec<&'a Field> {
        let fields = || self.members.iter().map(|member| member.field);
        let explicit = fields().filter(|field| !field.required && has_omission(field));
        fields().filter(|field| field.required).chain(explicit).collect()
    }

    /// The way in which users give a field: to `new`, or with a setter.
    pub fn giving(&self, field: &Field) -> String {
        if is_argument(field) {
            self.constructor()
        } else {
            format!("{}::{}({})", self.name, field.name, signature::argument(self.api, field))
        }
    }

    /// The way in which users read a field.
    pub fn reading(&self, field: &Field) -> String {
        signature::member(self.api, field, self.sent)
    }

    /// `CancelPayment::new(reason: impl Into<String>)`
    pub fn constructor(&self) -> String {
        let arguments = self.arguments().into_iter().map(|field| {
            let omission = field.explicit_omission().filter(|_| !field.required);
            let ty = match omission {
                Some(omission) => omission.name.clone(),
                None => signature::argument(self.api, field),
            };
            format!("{}: {ty}", field.name)
        });
        format!("{}::new({})", self.name, arguments.collect::<Vec<_>>().join(", "))
    }
}

/// True if `new` takes it.
pub fn is_argument(field: &Field) -> bool {
    field.required || has_omission(field)
}

fn has_omission(field: &Field) -> bool {
    field.explicit_omission().is_some()
}
