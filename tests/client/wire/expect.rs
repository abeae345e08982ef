//! An expected request, compared exactly.

use portone_v1_tests::server::Received;

use crate::raw_json::{self, Fields};

/// `line` is method and target; `body` is empty or an object, whose order does not count.
#[track_caller]
pub(crate) fn expect(request: &Received, line: &str, body: &str) {
    assert_eq!(format!("{} {}", request.method, request.target), line);
    assert_eq!(fields(&request.body), fields(body), "{}", request.body);
    let content_type = (!body.is_empty()).then_some("application/json");
    assert_eq!(request.header("content-type"), content_type);
}

/// A request without a body has no fields either.
pub(crate) fn fields(body: &str) -> Fields {
    if body.is_empty() { Fields::new() } else { raw_json::fields(body) }
}
