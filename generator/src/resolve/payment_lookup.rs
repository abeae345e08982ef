//! The operations that look a payment up, recognised by their documented routes, for verifying payments.

use crate::model::{
    Field, Item, Operation, OperationId, ParamLocation, Parameter, PaymentLookup, Section, Shape,
    Type, TypeId, TypeRef,
};
use crate::resolve::routes;

/// The documented routes that read one payment: by its `imp_uid`, and by its order and status.
const BY_ID: &str = "GET /payments/{}";
const BY_ORDER: &str = "GET /payments/find/{}/{}";
const TEXTS: [&str; 2] = ["imp_uid", "merchant_uid"];
const AMOUNTS: [&str; 2] = ["amount", "cancel_amount"];
const STATUS: &str = "status";
const CURRENCY: &str = "currency";

/// The operations that look a payment up; none in a schema without the documented routes.
pub fn find(sections: &[Section], types: &[Type]) -> Option<PaymentLookup> {
    let (operation, by_id) = lookup(sections, types, BY_ID)?;
    let (by_order, by_status) = lookup(sections, types, BY_ORDER)?;
    let payment = by_id.returns.filter(|ty| !ty.list)?.item.named()?;
    let fits = operation.section == by_order.section && by_id.returns == by_status.returns;
    let lookup = PaymentLookup { operation, by_order, payment };
    (fits && is_verifiable(payment, types)).then_some(lookup)
}

/// The operation of a route, if a text for the path is enough to call it: it may ask for payments of test channels,
/// and what has an explicit omission is omitted.
fn lookup<'s>(
    sections: &'s [Section],
    types: &[Type],
    route: &str,
) -> Option<(OperationId, &'s Operation)> {
    let found = operations(sections).find(|(_, each)| routes::shape(&each.route) == route)?;
    let (_, operation) = found;
    let is_path = |parameter: &&Parameter| parameter.location == ParamLocation::Path;
    let mut path = operation.parameters.iter().filter(is_path);
    let takes_texts = path.clone().all(|parameter| is_text(parameter.field.ty, types));
    let keys = path.clone().filter(|parameter| parameter.field.required).count();
    let begins_with_key = path.next()?.field.required;
    let test_payments = operation.test_payments().map(|field| &field.name);
    let asks_no_more =
        operation.parameters.iter().filter(|each| !is_path(each)).all(|parameter| {
            !parameter.field.required || Some(&parameter.field.name) == test_payments
        });
    (takes_texts && keys == 1 && begins_with_key && asks_no_more).then_some(found)
}

fn operations(sections: &[Section]) -> impl Iterator<Item = (OperationId, &Operation)> {
    sections.iter().enumerate().flat_map(|(section, each)| {
        let operations = each.operations.iter().enumerate();
        operations
            .map(move |(index, operation)| (OperationId { section, operation: index }, operation))
    })
}

/// True if the record has the fields that verification compares, and always those that identify a payment and say
/// how much was paid.
fn is_verifiable(payment: TypeId, types: &[Type]) -> bool {
    let Shape::Record(fields) = &types[payment.0].shape else { return false };
    let find = |wire: &str| fields.iter().find(|field| field.wire == wire);
    let always = |wire: &str, fits: &dyn Fn(TypeRef) -> bool| {
        find(wire).is_some_and(|field| field.always_read() && fits(field.ty))
    };
    let is = |item: Item| move |ty: TypeRef| ty == TypeRef { item, list: false };
    let can_have_currency = |field: &Field| is_text(field.ty, types);
    TEXTS.iter().all(|wire| always(wire, &is(Item::String)))
        && AMOUNTS.iter().all(|wire| always(wire, &is(Item::Amount)))
        && always(STATUS, &|ty| is_text(ty, types))
        && find(CURRENCY).is_some_and(can_have_currency)
}

/// True for a text, or a code of an enumeration.
fn is_text(ty: TypeRef, types: &[Type]) -> bool {
    let is_code = |id: TypeId| matches!(types[id.0].shape, Shape::Enumeration(_));
    !ty.list && (ty.item == Item::String || ty.item.named().is_some_and(is_code))
}
