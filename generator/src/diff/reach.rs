//! Which operations a type reaches, and in which direction.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, Item, Operation, Shape, TypeId};

/// The operations that something reaches.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// Their names, as `section.operation`.
    pub operations: BTreeSet<String>,
    /// True if one of them must not be sent twice and holds an amount.
    pub money: bool,
    /// True if answers hold it.
    pub received: bool,
}

impl Reached {
    /// Of one operation.
    pub fn by(operation: &str, money: bool) -> Self {
        Self { operations: BTreeSet::from([operation.to_owned()]), money, received: false }
    }

    /// Also reaches what the other one does.
    pub fn add(&mut self, other: &Self) {
        self.operations.extend(other.operations.iter().cloned());
        self.money |= other.money;
        self.received |= other.received;
    }
}

/// The types that each type reaches.
pub type Reach = BTreeMap<TypeId, Reached>;

/// Adds an operation to what its types reach.
pub fn add(reach: &mut Reach, api: &Api, operation: &Operation, reached: &Reached) {
    for id in sent(api, operation) {
        reach.entry(id).or_default().add(reached);
    }
    let received_too = Reached { received: true, ..reached.clone() };
    for id in received(api, operation) {
        reach.entry(id).or_default().add(&received_too);
    }
}

fn sent(api: &Api, operation: &Operation) -> BTreeSet<TypeId> {
    let parameters = operation.parameters.iter();
    api.closure(parameters.filter_map(|parameter| parameter.field.ty.item.named()).collect())
}

fn received(api: &Api, operation: &Operation) -> BTreeSet<TypeId> {
    api.closure(operation.returns.and_then(|ty| ty.item.named()).into_iter().collect())
}

/// True if an operation must not be sent twice and holds an amount.
pub fn moves_money(api: &Api, operation: &Operation) -> bool {
    let amount = |item: Item| item == Item::Amount;
    let direct = operation.parameters.iter().any(|parameter| amount(parameter.field.ty.item))
        || operation.returns.is_some_and(|ty| amount(ty.item));
    let holds = |id: &TypeId| match &api.ty(*id).shape {
        Shape::Record(fields) => fields.iter().any(|field| amount(field.ty.item)),
        Shape::Enumeration(_) | Shape::Choice(_) => false,
    };
    let types = || sent(api, operation).into_iter().chain(received(api, operation));
    !operation.idempotent && (direct || types().any(|id| holds(&id)))
}
