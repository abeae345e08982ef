//! The operations that a change affects, and whether responses hold the changed thing.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, Item, Operation, Shape, TypeId};

/// The operations that a change affects.
#[derive(Clone, Debug, Default)]
pub struct Affected {
    /// Their names, as `section.operation`.
    pub operations: BTreeSet<String>,
    /// True if one of them must not be sent twice and holds an amount.
    pub money: bool,
    /// True if responses hold the changed thing.
    pub received: bool,
}

impl Affected {
    /// One operation.
    pub fn by(operation: &str, money: bool) -> Self {
        Self { operations: BTreeSet::from([operation.to_owned()]), money, received: false }
    }

    /// Adds the operations of the other one.
    pub fn add(&mut self, other: &Self) {
        self.operations.extend(other.operations.iter().cloned());
        self.money |= other.money;
        self.received |= other.received;
    }
}

/// The operations that a change of each type affects.
pub type AffectedByType = BTreeMap<TypeId, Affected>;

/// Adds an operation to each of its types.
pub fn add(by_type: &mut AffectedByType, api: &Api, operation: &Operation, affected: &Affected) {
    for id in sent(api, operation) {
        by_type.entry(id).or_default().add(affected);
    }
    let received_too = Affected { received: true, ..affected.clone() };
    for id in received(api, operation) {
        by_type.entry(id).or_default().add(&received_too);
    }
}

fn sent(api: &Api, operation: &Operation) -> BTreeSet<TypeId> {
    let parameters = operation.parameters.iter();
    api.closure(parameters.filter_map(|parameter| parameter.field.ty.item.named()).collect())
}

fn received(api: &Api, operation: &Operation) -> BTreeSet<TypeId> {
    api.closure(operation.answered().collect())
}

/// True if an operation must not be sent twice and holds an amount.
pub fn moves_money(api: &Api, operation: &Operation) -> bool {
    let amount = |item: Item| item == Item::Amount;
    let direct = operation.parameters.iter().any(|parameter| amount(parameter.field.ty.item))
        || operation.returns.is_some_and(|ty| amount(ty.item));
    let holds = |id: &TypeId| match &api.ty(*id).shape {
        Shape::Record(fields) => fields.iter().any(|field| amount(field.ty.item)),
        Shape::Enumeration(_) | Shape::Choice(_) | Shape::GatewayCodes(_) => false,
    };
    let types = || sent(api, operation).into_iter().chain(received(api, operation));
    !operation.idempotent && (direct || types().any(|id| holds(&id)))
}
