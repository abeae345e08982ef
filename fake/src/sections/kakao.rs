//! KakaoPay's list of orders, whose content V1 does not document.

use jiff::civil::Date;
use serde_json::Value;

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[("kakao.list", list)];

fn list(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let day = call.required("payment_request_date");
    Date::strptime("%Y%m%d", day).map_err(|_| {
        ApiError::bad_request("payment_request_date must be a date in the format YYYYMMDD")
    })?;
    Ok(Success::new(Value::Null))
}
