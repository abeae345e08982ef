//! The operation that issues an access token.

use crate::operation::{Authorization, Method, Operation};

pub(crate) const GET_TOKEN: Operation = Operation {
    name: "authentication.get_token",
    method: Method::Post,
    route: "/users/getToken",
    authorization: Authorization::None,
    idempotent: true,
    gateways: &[],
    parameters: &[],
};
