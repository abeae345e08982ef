//! Paying with the points of a Benepia account.

use serde_json::json;

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::charge::By;
use crate::books::order::Order;
use crate::books::payment::Status;
use crate::books::purse::Purse;
use crate::call::Call;
use crate::money;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[("benepia.get", get), ("benepia.pay", pay)];

fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    let points = points(books, call)?.clone();
    Ok(Success::new(json!({ "point": money::write(points.left(&books.payments)) })))
}

/// Without the member code it is only a test, which spends no points.
fn pay(books: &mut Books, call: &Call<'_>) -> Answer {
    let left = points(books, call)?.clone().left(&books.payments);
    let mut order = Order::of(call).with("pay_method", "point");
    order.channel.sandbox |= call.get("benepia_member_code").is_none();
    let is_test = order.channel.sandbox;
    if !is_test && left < order.amount {
        return Err(Refusal::new(500, format!("the account has only {left} points")));
    }
    let imp_uid = books.charge(order, By::Points)?;
    let payment = books.payments.get(&imp_uid)?;
    if payment.status == Status::Failed {
        let reason = payment.fields.get("fail_reason").and_then(|reason| reason.as_str());
        return Err(Refusal::new(500, reason.unwrap_or_default()));
    }
    let answer = payment.answer(books.contract);
    if !is_test {
        points(books, call)?.pay(&imp_uid);
    }
    Ok(Success::new(answer))
}

fn points<'b>(books: &'b mut Books, call: &Call<'_>) -> Result<&'b mut Purse, Refusal> {
    let (user, password) = (call.required("benepia_user"), call.required("benepia_password"));
    let found = books.benepia.points(user, password);
    found.ok_or_else(|| Refusal::new(500, "no account has this name and password"))
}
