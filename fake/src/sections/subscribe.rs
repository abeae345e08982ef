//! Charges by card number or billing key.

use super::handler::{OperationHandler, payment_result};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::response::OperationResult;
use crate::state::MerchantState;
use crate::state::card;
use crate::state::order::Order;
use crate::state::transitions::charge::ChargeMethod;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] =
    &[("subscribe.pay_once", pay_once), ("subscribe.pay_again", pay_again)];

/// Charges a card number, and stores the card if there is a `customer_uid`.
fn pay_once(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let card = card::read(call, state.now, messages::CARD_REFUSED)?;
    let order = Order::of(call).by_card(&card);
    let imp_uid = state.charge(order, ChargeMethod::CardNumber)?;
    if let Some(customer_uid) = call.text("customer_uid") {
        state.store_charged_card(&imp_uid, customer_uid, card, call)?;
    }
    payment_result(state, &imp_uid)
}

fn pay_again(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let key = state.billing_keys.get(call.required("customer_uid")).cloned();
    let key = key.ok_or_else(|| ApiError::rejected(messages::UNKNOWN_BUYER))?;
    let order = Order::of(call).by_card(&key.card);
    let imp_uid = state.charge(order, ChargeMethod::BillingKey(&key))?;
    payment_result(state, &imp_uid)
}
