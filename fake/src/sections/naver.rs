//! Naver Pay.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::money;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::naver::step::NaverStep;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("naver.cancel", step),
    ("naver.approve_cancel", step),
    ("naver.ship", step),
    ("naver.ship_exchanged", step),
    ("naver.collect_exchanged", step),
    ("naver.place", step),
    ("naver.request_return", step),
    ("naver.approve_return", step),
    ("naver.reject_return", step),
    ("naver.withhold_return", step),
    ("naver.resolve_return", step),
    ("naver.accrue_points", accrue_points),
    ("naver.confirm", confirm),
    ("naver.product_orders", product_orders),
    ("naver.product_order", product_order),
    ("naver.reviews", reviews),
    ("naver.cash_amount", cash_amount),
];

/// Applies the step with the name of the operation.
fn step(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (_, name) = call.operation.name.split_once('.').unwrap_or_default();
    let step =
        NaverStep::of(name).ok_or_else(|| ApiError::not_found(format_args!("step {name}")))?;
    let only = call.texts("product_order_id");
    let only = only.map(|ids| ids.into_iter().map(str::to_owned).collect());
    state.naver_step(call.required("imp_uid"), step, only, reason(call))
}

/// Returns the reason of the request, or the default.
fn reason<'c>(call: &'c ApiCall<'_>) -> &'c str {
    let field = call.operation.parameters.iter().find(|field| field.name == "reason");
    let default = field.and_then(|field| field.default.as_deref());
    call.text("reason").or(default).unwrap_or_default()
}

fn product_orders(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    state.payments.get(imp_uid)?;
    let ids = state.naver.of_payment(imp_uid);
    let orders = ids.iter().map(|id| Ok(state.naver.get(id)?.to_json(state.contract)));
    Ok(Success::new(orders.collect::<Result<Vec<_>, ApiError>>()?))
}

fn product_order(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let order = state.naver.get(call.required("product_order_id"))?;
    Ok(Success::new(order.to_json(state.contract)))
}

fn reviews(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (from, to) = (call.integer("from"), call.integer("to"));
    if from > to {
        return Err(ApiError::bad_request("from must not be after to"));
    }
    let kind = call.required("review_type");
    let reviews = state.naver.reviews.iter().filter(|(other, review)| {
        let written = review.get("created_at").and_then(Value::as_i64);
        other == kind && from <= written && written <= to
    });
    Ok(Success::new(reviews.map(|(_, review)| review.clone()).collect::<Vec<_>>()))
}

/// Credits points, at most once for each payment. Errors are 500, the only status in the docs.
fn accrue_points(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    require_paid(state, imp_uid)?;
    match state.naver.credited.insert(imp_uid.to_owned()) {
        true => Ok(Success::new(Value::Null)),
        false => Err(ApiError::new(500, format!("the points of {imp_uid} are already credited"))),
    }
}

fn confirm(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    require_paid(state, imp_uid)?;
    let fields = &state.payments.get(imp_uid)?.fields;
    if fields.get("escrow") != Some(&Value::Bool(true)) {
        return Err(ApiError::new(500, format!("{imp_uid} is not an escrow payment")));
    }
    match state.naver.confirmed.insert(imp_uid.to_owned()) {
        true => Ok(Success::new(Value::Null)),
        false => Err(ApiError::new(500, format!("{imp_uid} is already confirmed"))),
    }
}

fn require_paid(state: &MerchantState, imp_uid: &str) -> Result<(), ApiError> {
    let status = |status| if status == 400 { 500 } else { status };
    let paid = state.payments.paid(imp_uid).map(drop);
    paid.map_err(|error| ApiError { status: status(error.status), ..error })
}

/// Returns the amount after refunds, unless the payment was by card.
fn cash_amount(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let payment = state.payments.get(call.required("imp_uid"))?;
    let method = payment.fields.get("pay_method").and_then(Value::as_str);
    let (points, primary) = match method {
        Some("card") => (Decimal::ZERO, Decimal::ZERO),
        Some("point") => (payment.balance(), Decimal::ZERO),
        _ => (Decimal::ZERO, payment.balance()),
    };
    let total = points + primary;
    let vat = money::vat(total);
    Ok(Success::new(json!({
        "amount_total": money::write(total), "amount_by_npoint": money::write(points),
        "amount_by_primary": money::write(primary), "amount_supply": money::write(total - vat),
        "amount_vat": money::write(vat),
    })))
}
