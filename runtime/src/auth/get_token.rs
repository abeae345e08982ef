//! The operation that issues an access token.

use crate::error;
use crate::operation::{Authorization, Method, Operation};

pub(crate) const GET_TOKEN: Operation = Operation {
    name: error::GET_TOKEN,
    method: Method::Post,
    route: "/users/getToken",
    authorization: Authorization::None,
    idempotent: true,
    gateways: &[],
    parameters: &[],
};
