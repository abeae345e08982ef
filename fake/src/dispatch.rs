//! Dispatch of a request to its operation: token, parameters, quota, channel, gateway, handler.

mod partial;
pub mod router;
mod target;

use serde_json::{Map, Value};

use self::router::RouteMatch;
use self::target::{Target, target};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::channels::Channel;
use crate::contract::{Contract, OperationSpec};
use crate::messages;
use crate::request::HttpRequest;
use crate::response::{OperationResult, Success};
use crate::sections::{self, GET_TOKEN};
use crate::server_state::ServerState;
use crate::validate::{RawParameters, validate, validate_amounts, validate_for_gateway};

/// Prefix of the operations on sub-merchants, which always act on the merchant's own state.
const TIERS: &str = "tiers.";

/// Result of a request.
pub struct Dispatched {
    /// Names of parameters that the operation does not have.
    pub unknown_parameters: Vec<String>,
    /// Result of the operation, or the error that prevented it.
    pub result: OperationResult,
}

/// Executes a request. If `partial`, the last item that the request names fails.
pub fn dispatch(
    contract: &'static Contract,
    state: &mut ServerState,
    request: &HttpRequest,
    route: Result<RouteMatch, ApiError>,
    partial: bool,
) -> Dispatched {
    let mut unknown_parameters = Vec::new();
    let result = route.and_then(|route| {
        let RouteMatch { operation, path } = route;
        authorize(state, request, operation)?;
        let query = request.query_values()?;
        let raw = RawParameters { path, query, body: request.body_values()? };
        unknown_parameters = raw.unknown(operation);
        let values = validate(contract, operation, &raw);
        if operation.name == GET_TOKEN {
            let missing = |_| ApiError::bad_request(messages::NO_CREDENTIALS);
            return issue_token(state, &values.map_err(missing)?);
        }
        let values = values?;
        execute(contract, state, request, operation, values, partial)
    });
    Dispatched { unknown_parameters, result }
}

fn authorize(
    state: &ServerState,
    request: &HttpRequest,
    operation: &OperationSpec,
) -> Result<(), ApiError> {
    match operation.public {
        true => Ok(()),
        false => state.tokens.check(request.token().as_deref(), state.clock.now()),
    }
}

fn issue_token(state: &mut ServerState, values: &Map<String, Value>) -> OperationResult {
    let text = |name| values.get(name).and_then(Value::as_str).unwrap_or_default();
    let now = state.clock.now();
    state.tokens.issue(text("imp_key"), text("imp_secret"), now).map(Success::new)
}

fn execute(
    contract: &'static Contract,
    state: &mut ServerState,
    request: &HttpRequest,
    operation: &'static OperationSpec,
    values: Map<String, Value>,
    partial: bool,
) -> OperationResult {
    let is_read = operation.method == "GET";
    if !is_read {
        state.quota.check()?;
    }
    let tier = request.tier().filter(|_| !operation.name.starts_with(TIERS));
    let success = state.with_merchant(tier, |state| {
        let channel = match target(state, operation, &values)? {
            Some(Target { channel, currency }) => {
                validate_for_gateway(contract, operation, &values, &channel.gateway)?;
                validate_amounts(contract, operation, &values, &currency)?;
                channel
            }
            // The operation reports it, before any rule of a gateway counts.
            None => Channel::default_of(operation),
        };
        let call = ApiCall { contract, operation, channel, values };
        if partial { partial::handle(state, call) } else { sections::handle(state, &call) }
    });
    let success =
        success.map_err(|error| error.or_gateway_error(contract.error_example(operation)))?;
    if !is_read {
        state.quota.consume(request.size());
    }
    Ok(success)
}
