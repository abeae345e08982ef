//! KakaoPay's list of orders: a page of the payments of one day, in KakaoPay's own form.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use serde_json::{Value, json};

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::money;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::payment::PaymentRecord;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[("kakao.list", list)];

/// Number of orders in a page.
const PAGE: usize = 20;

/// Returns a page. V1 passes KakaoPay's response on, and documents only where it comes from: the members
/// are a guess.
fn list(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let day = call.required("payment_request_date");
    let date = Date::strptime("%Y%m%d", day).map_err(|_| {
        ApiError::bad_request("payment_request_date must be a date in the format YYYYMMDD")
    })?;
    let page = call.integer("page").unwrap_or(1).max(1);
    let before = usize::try_from(page - 1).unwrap_or(usize::MAX).saturating_mul(PAGE);
    let gateway = &call.channel.gateway;
    let cid = call.text("cid").map_or_else(|| call.channel.shop_id(), str::to_owned);
    let payments = state.payments.iter().filter(|payment| payment.gateway == *gateway);
    let orders = payments.filter(|payment| date_of(payment) == Some(date)).skip(before).take(PAGE);
    let orders: Vec<_> = orders.map(|payment| order(payment, &cid)).collect();
    Ok(Success::new(json!({
        "payment_request_date": day, "cid": cid, "page": page, "orders": orders,
    })))
}

/// Returns the date in Korea on which a payment was started.
fn date_of(payment: &PaymentRecord) -> Option<Date> {
    let korea = TimeZone::fixed(offset(9));
    Some(Timestamp::from_second(payment.started_at).ok()?.to_zoned(korea).date())
}

fn order(payment: &PaymentRecord, cid: &str) -> Value {
    let field = |name| payment.fields.get(name);
    json!({
        "tid": field("pg_tid"), "cid": cid, "partner_order_id": payment.merchant_uid,
        "item_name": field("name"), "amount": { "total": money::write(payment.amount) },
    })
}
