//! Creation of schedules.

use serde_json::{Map, Value};

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::billing_key::BillingKey;
use crate::state::card;
use crate::state::order::Order;
use crate::state::schedule::{Schedule, ScheduleState};

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[("schedules.create", create)];

/// Parameters that issue a new billing key.
const CARD: [&str; 3] = ["card_number", "expiry", "birth"];

/// Creates all schedules, or none if one is invalid.
fn create(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let stored = state.billing_keys.get(call.required("customer_uid")).cloned();
    let is_new = stored.is_none();
    let key = stored.map_or_else(|| new_key(state, call), Ok)?;
    let charges = call.records("schedules").into_iter();
    let schedules: Vec<_> = charges.map(|charge| schedule(call, charge, &key)).collect();
    state.schedules.check(&schedules, state.now)?;
    if is_new || call.amount("checking_amount").is_some() {
        state.verify_card(&key.customer_uid)?;
    }
    if is_new {
        state.store_billing_key(key);
    }
    let orders = schedules.iter().map(|one| one.order.merchant_uid.clone()).collect();
    state.schedules.add(schedules, state.now)?;
    schedules_result(state, orders)
}

fn new_key(state: &MerchantState, call: &ApiCall<'_>) -> Result<BillingKey, ApiError> {
    let customer_uid = call.required("customer_uid");
    if CARD.iter().all(|name| call.get(name).is_none()) {
        return Err(ApiError::rejected(messages::UNKNOWN_CUSTOMER));
    }
    for name in CARD {
        call.get(name).ok_or_else(|| ApiError::missing_parameter(name))?;
    }
    let card = card::read(call, state.now, messages::CARD_NOT_STORED)?;
    Ok(BillingKey::of(call, customer_uid, card, state.now))
}

fn schedule(call: &ApiCall<'_>, charge: &Map<String, Value>, key: &BillingKey) -> Schedule {
    let channel = key.closest_channel(&call.channel);
    let ApiCall { contract, operation, .. } = *call;
    let charge = ApiCall { contract, operation, channel, values: charge.clone() };
    let mut order = Order::of(&charge);
    for (name, value) in
        [("customer_id", call.get("customer_id")), ("promotion_id", charge.get("promotion_id"))]
    {
        order.fields.extend(value.map(|value| (name.to_owned(), value.clone())));
    }
    Schedule {
        customer_uid: key.customer_uid.clone(),
        order: key.fill_buyer(order),
        at: charge.integer("schedule_at").unwrap_or_default(),
        state: ScheduleState::Pending,
    }
}

/// Returns the schedules of orders.
///
/// # Errors
/// 404 when an order has none.
pub fn schedules_result(state: &MerchantState, orders: Vec<String>) -> OperationResult {
    let schedules = orders.iter().map(|order| schedule_json(state, order));
    Ok(Success::new(schedules.collect::<Result<Vec<_>, _>>()?))
}

/// Returns the schedule of an order as the API returns it.
///
/// # Errors
/// 404 when there is none.
pub fn schedule_json(state: &MerchantState, merchant_uid: &str) -> Result<Value, ApiError> {
    Ok(state.schedules.get(merchant_uid)?.to_json(state.contract, &state.payments))
}
