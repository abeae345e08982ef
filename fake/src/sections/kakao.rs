//! KakaoPay's own list of orders, of which V1 promises nothing.

use jiff::civil::Date;
use serde_json::Value;

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[("kakao.list", list)];

fn list(_: &mut Books, call: &Call<'_>) -> Answer {
    let day = call.required("payment_request_date");
    Date::strptime("%Y%m%d", day)
        .map_err(|_| Refusal::invalid("payment_request_date is no day like 20240322"))?;
    Ok(Success::new(Value::Null))
}
