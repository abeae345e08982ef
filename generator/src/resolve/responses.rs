//! Properties of responses that follow from the types: partial success, and pages.

use crate::model::{
    Field, Item, MULTI_STATUS, Pagination, ParamLocation, Parameter, PartialSuccess, Shape, Type,
    TypeRef,
};

/// The parameter that selects a page. All paginated lists have it.
pub const PAGE: &str = "page";
/// The field that holds the items of a page.
const LIST: &str = "list";
/// The field that holds the number of the next page.
const NEXT: &str = "next";

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
