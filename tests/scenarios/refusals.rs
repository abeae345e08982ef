//! Requests that PortOne rejects.

use std::fmt::Debug;

use portone_v1::Error;

/// By the rules, which V1 says with 200 and code 1.
#[track_caller]
pub(crate) fn assert_against_the_rules<T: Debug>(result: Result<T, Error>) {
    assert_refused(result, 200, 1);
}

#[track_caller]
pub(crate) fn assert_not_found<T: Debug>(result: Result<T, Error>) {
    assert_refused(result, 404, -1);
}

#[track_caller]
pub(crate) fn assert_refused<T: Debug>(result: Result<T, Error>, status: u16, code: i64) {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Api(_) | Error::Status(_)), "{error:?}");
    assert_eq!((error.status(), error.code()), (Some(status), Some(code)), "{error}");
}
