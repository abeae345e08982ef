//! The operation that issues an access token.

use crate::error;
use crate::operation::{Authorization, Method, Operation};

pub(crate) const GET_TOKEN: Operation = Operation {
    authorization: Authorization::None,
    idempotent: true,
    ..Operation::new(error::GET_TOKEN, Method::Post, "/users/getToken")
};
