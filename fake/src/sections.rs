//! Sections of the API: a module and its operations for each section of the docs.

mod benepia;
mod billing_keys;
mod certifications;
mod cvs;
mod escrow;
mod example;
mod handler;
mod institutions;
mod kakao;
mod kcp_money;
mod kcp_quick;
mod naver;
mod pagination;
mod partners;
mod payco;
mod payments;
mod paymentwall;
mod prepare;
mod receipts;
mod refunds;
mod schedule_changes;
mod schedule_lists;
mod schedules;
mod subscribe;
mod tiers;
mod users;
mod vbanks;

use self::handler::{Handler, OperationHandler};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::contract::OperationSpec;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// The operation that issues tokens, which `dispatch` executes.
pub const GET_TOKEN: &str = "authentication.get_token";

const SECTIONS: &[&[OperationHandler]] = &[
    benepia::OPERATIONS,
    billing_keys::OPERATIONS,
    certifications::OPERATIONS,
    cvs::OPERATIONS,
    escrow::OPERATIONS,
    institutions::OPERATIONS,
    kakao::OPERATIONS,
    kcp_money::OPERATIONS,
    kcp_quick::OPERATIONS,
    naver::OPERATIONS,
    partners::OPERATIONS,
    payco::OPERATIONS,
    payments::OPERATIONS,
    paymentwall::OPERATIONS,
    prepare::OPERATIONS,
    receipts::OPERATIONS,
    refunds::OPERATIONS,
    schedule_changes::OPERATIONS,
    schedule_lists::OPERATIONS,
    schedules::OPERATIONS,
    subscribe::OPERATIONS,
    tiers::OPERATIONS,
    users::OPERATIONS,
    vbanks::OPERATIONS,
];

/// Operations that respond from tables.
const STATELESS: [&str; 5] = [
    "institutions.get_bank",
    "institutions.get_card",
    "institutions.list_banks",
    "institutions.list_cards",
    "vbanks.find_holder",
];

/// Returns the handler of an operation.
fn handler(operation: &str) -> Option<Handler> {
    let mut entries = SECTIONS.iter().copied().flatten();
    entries.find(|(name, _)| *name == operation).map(|(_, handler)| *handler)
}

/// Returns the names of the operations with a handler.
fn names() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().copied().flatten().map(|(name, _)| *name)
}

/// Returns `true` if the responses of an operation depend on earlier requests.
pub fn is_stateful(operation: &str) -> bool {
    operation == GET_TOKEN
        || (names().any(|name| name == operation) && !STATELESS.contains(&operation))
}

/// Executes a call.
///
/// # Errors
/// The error of the operation.
pub fn handle(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    match handler(&call.operation.name) {
        Some(handler) => handler(state, call).map_err(|error| documented(call.operation, error)),
        None => Ok(Success::new(example::with_values(
            call.contract.example(call.operation),
            &call.values,
        ))),
    }
}

/// Changes the 404 of an absent record where V1 has none: to 400 where the docs list it, and otherwise
/// to 200 with code 1.
fn documented(operation: &OperationSpec, error: ApiError) -> ApiError {
    let has_404 = operation.has_status(404) || operation.not_found.contains(&404);
    match error.status {
        404 if has_404 => error,
        404 if operation.has_status(400) => ApiError { status: 400, ..error },
        404 => ApiError::rejected(error.message),
        _ => error,
    }
}
