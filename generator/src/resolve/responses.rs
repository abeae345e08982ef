//! Properties of responses that follow from the types: partial success, pages, and the payment lookup.

use crate::model::{
    Field, Item, MULTI_STATUS, Operation, OperationId, Pagination, ParamLocation, Parameter,
    PartialSuccess, PaymentLookup, Section, Shape, Type, TypeId, TypeRef,
};

/// The parameter that selects a page. All paginated lists have it.
pub const PAGE: &str = "page";
/// The field that holds the items of a page.
const LIST: &str = "list";
/// The field that holds the number of the next page.
const NEXT: &str = "next";

/// The documented routes that read one payment: by its `imp_uid`, and by its order and status.
const LOOKUP: &str = "GET /payments/{imp_uid}";
const LOOKUP_BY_ORDER: &str = "GET /payments/find/{merchant_uid}/{payment_status}";
const TEXTS: [&str; 2] = ["imp_uid", "merchant_uid"];
const CURRENCY: &str = "currency";
const AMOUNTS: [&str; 2] = ["amount", "cancel_amount"];
const STATUS: &str = "status";

/// The items of a response that can be incomplete: a list, with a documented 207.
pub fn partial(returns: Option<TypeRef>, errors: &[(u16, String)]) -> Option<PartialSuccess> {
    let item = returns.filter(|ty| ty.list)?.item;
    let (_, doc) = errors.iter().find(|(status, _)| *status == MULTI_STATUS)?;
    Some(PartialSuccess { item, doc: doc.clone() })
}

/// The list that an operation returns page by page, if it does.
pub fn pagination(
    parameters: &[Parameter],
    returns: Option<TypeRef>,
    types: &[Type],
) -> Option<Pagination> {
    let is_page = |field: &Field| field.wire == PAGE && is_number(field.ty);
    let asks = parameters
        .iter()
        .any(|parameter| parameter.location == ParamLocation::Query && is_page(&parameter.field));
    let page = returns.filter(|ty| asks && !ty.list)?.item.named()?;
    let Type { shape: Shape::Record(fields), sent: false, .. } = &types[page.0] else {
        return None;
    };
    let find = |wire: &str| fields.iter().find(|field| field.wire == wire);
    let list = find(LIST).filter(|field| field.ty.list)?;
    let next = find(NEXT).filter(|field| is_number(field.ty))?;
    Some(Pagination {
        page,
        item: list.ty.item,
        list: list.name.clone(),
        next: next.name.clone(),
        always_has_next: next.always_read(),
    })
}

fn is_number(ty: TypeRef) -> bool {
    !ty.list && ty.item == Item::Integer
}

/// The operations that look a payment up; none in a schema without the documented routes.
pub fn payment_lookup(sections: &[Section], types: &[Type]) -> Option<PaymentLookup> {
    let (operation, by_id) = lookup(sections, LOOKUP)?;
    let (by_order, by_status) = lookup(sections, LOOKUP_BY_ORDER)?;
    let payment = by_id.returns.filter(|ty| !ty.list)?.item.named()?;
    let fits = operation.section == by_order.section && by_id.returns == by_status.returns;
    (fits && is_verifiable(payment, types)).then_some(PaymentLookup {
        operation,
        by_order,
        payment,
    })
}

/// The operation of a route, which requires one part of the path and nothing else.
fn lookup<'s>(sections: &'s [Section], route: &str) -> Option<(OperationId, &'s Operation)> {
    let found = operations(sections).find(|(_, operation)| operation.route.to_string() == route)?;
    let mut required = found.1.parameters.iter().filter(|each| each.field.required);
    let by_path = required.next()?.location == ParamLocation::Path && required.next().is_none();
    by_path.then_some(found)
}

fn operations(sections: &[Section]) -> impl Iterator<Item = (OperationId, &Operation)> {
    sections.iter().enumerate().flat_map(|(section, each)| {
        let operations = each.operations.iter().enumerate();
        operations
            .map(move |(index, operation)| (OperationId { section, operation: index }, operation))
    })
}

/// True if the record always has the fields that verification compares, except for the currency.
fn is_verifiable(payment: TypeId, types: &[Type]) -> bool {
    let Shape::Record(fields) = &types[payment.0].shape else { return false };
    let named = |wire: &str| fields.iter().find(|field| field.wire == wire && field.name == wire);
    let has = |wire: &str, fits: &dyn Fn(Item) -> bool| {
        named(wire)
            .is_some_and(|field| field.always_read() && !field.ty.list && fits(field.ty.item))
    };
    let may_have_currency = named(CURRENCY).is_some_and(|field| {
        !field.always_read() && !field.ty.list && field.ty.item == Item::String
    });
    let is_code = |item: Item| {
        item.named().is_some_and(|id| matches!(types[id.0].shape, Shape::Enumeration(_)))
    };
    TEXTS.iter().all(|wire| has(wire, &|item| item == Item::String))
        && AMOUNTS.iter().all(|wire| has(wire, &|item| item == Item::Amount))
        && has(STATUS, &is_code)
        && may_have_currency
}
