//! Two schemas with a major change between them, and others to compare with them.

/// The earlier one.
pub const BEFORE: &str = "\
title: 상점 API
doc: A shop.
page: shop
noun: Order
operations:
  list:
    route: GET /orders
    title: 주문 조회 API
    doc: Reads orders.
    idempotent: true
    query:
      note?: { type: string, title: 메모, doc: What the buyer wrote. }
    returns: none
";

/// The location of the change.
pub const POINTER: &str = "operations/shop.list/query.note";

/// A major change: the parameter is required.
pub fn major() -> String {
    BEFORE.replace("note?:", "note:")
}

/// A change that breaks nobody: one more parameter, with words that are markup elsewhere.
pub fn minor() -> String {
    let more = "    returns: none";
    let page = "      page?: { type: integer, title: 쪽, doc: The page. }\n    returns: none";
    BEFORE.replace(more, page)
}
