//! The values of requests that no journal may record: those that are secret or personal.

use crate::model::{Api, Field, Operation, Reconcile, Shape};

/// The parameters that refunds are reconciled by, besides the identifiers.
const AMOUNTS: [&str; 2] = ["amount", "checksum"];

/// The names of an operation's identifiers and amounts that are hidden.
pub fn hidden_names<'a>(api: &'a Api, operation: &'a Operation) -> Vec<&'a str> {
    if operation.idempotent {
        return Vec::new();
    }
    let amounts =
        AMOUNTS.into_iter().filter(|name| operation.identity.iter().all(|own| own != name));
    let names = operation.identity.iter().map(String::as_str).chain(amounts);
    names.filter(|name| fields(api, operation).any(|field| is_hidden(field, name))).collect()
}

/// True if a key of the read is hidden, in the request or in the read.
pub fn has_hidden_key(api: &Api, operation: &Operation, entry: &Reconcile) -> bool {
    let (_, read) = api.operation(entry.read);
    entry.keys.iter().any(|key| {
        let own = key.wire.rsplit('.').next().unwrap_or_default();
        fields(api, operation).any(|field| is_hidden(field, own))
            || fields(api, read).any(|field| is_hidden(field, &key.parameter))
    })
}

fn is_hidden(field: &Field, name: &str) -> bool {
    field.wire == name && field.privacy.hidden()
}

/// The parameters of an operation, and the fields of the records in them.
fn fields<'a>(api: &'a Api, operation: &'a Operation) -> impl Iterator<Item = &'a Field> {
    operation.parameters.iter().flat_map(move |parameter| {
        let record = parameter.field.ty.item.named().map(|id| &api.ty(id).shape);
        let inner = match record {
            Some(Shape::Record(fields)) => fields.as_slice(),
            _ => &[],
        };
        std::iter::once(&parameter.field).chain(inner)
    })
}
