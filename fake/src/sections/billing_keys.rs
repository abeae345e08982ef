//! Billing keys.

use serde_json::json;

use super::handler::OperationHandler;
use super::pagination::Pagination;
use super::schedule_lists;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::billing_key::{BillingKey, RoutingGroup};
use crate::state::card;
use crate::state::payment::PaymentRecord;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("billing_keys.list", list),
    ("billing_keys.get", get),
    ("billing_keys.issue", issue),
    ("billing_keys.delete", delete),
    ("billing_keys.payments", payments),
    ("billing_keys.schedules", schedule_lists::of_key),
];

/// Returns the keys that exist; 207 when some do not.
fn list(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (mut found, mut failed) = (Vec::new(), Vec::new());
    for customer_uid in call.texts("customer_uid").unwrap_or_default() {
        match state.billing_key(customer_uid) {
            Ok(key) => found.push(key.to_json(state.contract)),
            Err(error) => {
                failed.push(json!({ "customer_uid": customer_uid, "message": error.message }));
            }
        }
    }
    if found.is_empty() {
        return Err(ApiError::absent(messages::UNKNOWN_CUSTOMER));
    }
    Ok(Success::partial(found, failed))
}

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    Ok(Success::new(state.billing_key(call.required("customer_uid"))?.to_json(state.contract)))
}

fn issue(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let customer_uid = call.required("customer_uid");
    let card = card::read(call, state.now, messages::CARD_NOT_STORED)?;
    let key = BillingKey::of(call, customer_uid, card, state.now);
    let group = call.text("channel_group_id").or_else(|| call.text("channelGroupId"));
    let key = match group {
        Some(group) => issue_for_group(state, key, group)?,
        None => {
            state.verify_card(customer_uid)?;
            key
        }
    };
    state.store_billing_key(key);
    get(state, call)
}

/// Issues a super billing key. An unknown group has only the channel of the request.
fn issue_for_group(
    state: &mut MerchantState,
    key: BillingKey,
    id: &str,
) -> Result<BillingKey, ApiError> {
    let channels = state.channels.of_group(id).map(<[_]>::to_vec);
    let (mut succeeded, mut failed) = (Vec::new(), Vec::new());
    for channel in channels.unwrap_or_else(|| vec![key.channel.clone()]) {
        match state.verify_card(&key.customer_uid) {
            Ok(()) => succeeded.push(channel),
            Err(error) => failed.push((channel, error.message)),
        }
    }
    match succeeded.first().cloned() {
        Some(channel) => {
            let group = Some(RoutingGroup { id: id.to_owned(), succeeded, failed });
            Ok(BillingKey { channel, group, ..key })
        }
        None => {
            let reason = failed.into_iter().next().map(|(_, reason)| reason);
            Err(ApiError::declined(reason.unwrap_or_else(|| format!("group {id} has no channel"))))
        }
    }
}

/// Scheduled charges of the key stay scheduled, and will fail.
fn delete(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let deleted = state.delete_billing_key(call.required("customer_uid"))?;
    Ok(Success::new(deleted.to_json(state.contract)))
}

/// Returns the payments of a key, the last one first.
fn payments(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let customer_uid = &state.billing_key(call.required("customer_uid"))?.customer_uid;
    let is_of_key = |payment: &&PaymentRecord| {
        payment.fields.get("customer_uid").is_some_and(|uid| uid == customer_uid.as_str())
    };
    let found = state.payments.iter().rev().filter(is_of_key);
    let write = |payment: &PaymentRecord| payment.to_json(state.contract);
    Ok(Success::new(Pagination::of(call).page(found.collect(), write)))
}
