//! The values of requests that no journal may record: those that are secret, and those that are personal and no
//! key.

use crate::model::{Api, Field, Operation, Privacy, Reconcile, Shape};

/// The parameters that refunds are reconciled by, besides the identifiers.
const AMOUNTS: [&str; 2] = ["amount", "checksum"];

/// The names of an operation's identifiers and amounts that are hidden: those that are secret, and personal ones
/// that no read looks the request up by.
pub fn hidden_names<'a>(api: &'a Api, operation: &'a Operation) -> Vec<&'a str> {
    if operation.idempotent {
        return Vec::new();
    }
    let amounts =
        AMOUNTS.into_iter().filter(|name| operation.identity.iter().all(|own| own != name));
    let names = operation.identity.iter().map(String::as_str).chain(amounts);
    let is_key = |name: &str| operation.reconcile.iter().any(|entry| has_key(entry, name));
    names
        .filter(|name| match is_key(name) {
            true => is_marked(api, operation, name, |privacy| privacy == Privacy::Secret),
            false => is_marked(api, operation, name, Privacy::hidden),
        })
        .collect()
}

/// True if a key of the read is secret, in the request or in the read. Personal ones are recorded: without its key,
/// nobody could look the request up.
pub fn has_secret_key(api: &Api, operation: &Operation, entry: &Reconcile) -> bool {
    let (_, read) = api.operation(entry.read);
    let is_secret = |privacy| privacy == Privacy::Secret;
    entry.keys.iter().any(|key| {
        is_marked(api, operation, key.own_name(), is_secret)
            || is_marked(api, read, &key.parameter, is_secret)
    })
}

fn has_key(entry: &Reconcile, name: &str) -> bool {
    entry.keys.iter().any(|key| key.own_name() == name)
}

fn is_marked(
    api: &Api,
    operation: &Operation,
    name: &str,
    is_marked: impl Fn(Privacy) -> bool,
) -> bool {
    fields(api, operation).any(|field| field.wire == name && is_marked(field.privacy))
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
