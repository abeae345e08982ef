//! Charges to be made later: cancelled, moved and tried again.

use super::schedules::{answer, answers};
use super::{Entry, payment};
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::schedule::{Schedule, State};
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("schedules.cancel", cancel),
    ("schedules.change", change),
    ("schedules.reschedule", reschedule),
    ("schedules.retry", retry),
];

/// Those of the list, or all of the billing key when there is no list.
fn cancel(books: &mut Books, call: &Call<'_>) -> Answer {
    let customer_uid = call.text("customer_uid");
    let orders: Vec<String> = match (call.texts("merchant_uid"), customer_uid) {
        (Some(orders), _) => orders.into_iter().map(str::to_owned).collect(),
        (None, Some(_)) => {
            books.schedules.due().map(|one| one.order.merchant_uid.clone()).collect()
        }
        (None, None) => return Err(Refusal::missing("customer_uid or merchant_uid")),
    };
    let mut revoked = Vec::new();
    for order in orders {
        if revoke(books, &order, customer_uid)? {
            revoked.push(order);
        }
    }
    if revoked.is_empty() {
        return Err(Refusal::rule("there is nothing to unschedule"));
    }
    answers(books, revoked)
}

/// Whether it was there to be revoked.
fn revoke(books: &mut Books, order: &str, customer_uid: Option<&str>) -> Result<bool, Refusal> {
    let found = books.schedules.get(order).ok();
    let fits = |one: &&Schedule| {
        one.is_due() && customer_uid.is_none_or(|customer_uid| one.customer_uid == customer_uid)
    };
    match found.filter(fits).map(|one| one.at) {
        Some(at) => books.schedules.set(order, at, State::Revoked(books.now)).map(|()| true),
        None => Ok(false),
    }
}

fn change(books: &mut Books, call: &Call<'_>) -> Answer {
    let schedule = books.schedules.get(call.required("merchant_uid"))?;
    if !schedule.is_due() {
        return Err(Refusal::invalid(format!("it is {} already", schedule.state.code())));
    }
    put_to_another_time(books, call)
}

fn reschedule(books: &mut Books, call: &Call<'_>) -> Answer {
    books.schedules.get(call.required("merchant_uid"))?.repeatable(&books.payments)?;
    put_to_another_time(books, call)
}

fn put_to_another_time(books: &mut Books, call: &Call<'_>) -> Answer {
    let (merchant_uid, at) = (call.required("merchant_uid"), call.integer("schedule_at"));
    let at = at.filter(|at| *at > books.now);
    let at = at.ok_or_else(|| Refusal::invalid("schedule_at is past"))?;
    books.schedules.set(merchant_uid, at, State::Due)?;
    Ok(Success::new(answer(books, merchant_uid)?))
}

fn retry(books: &mut Books, call: &Call<'_>) -> Answer {
    let schedule = books.schedules.get(call.required("merchant_uid"))?;
    schedule.repeatable(&books.payments)?;
    if !books.billing_keys.contains_key(&schedule.customer_uid) {
        return Err(Refusal::not_found(format_args!("billing key {}", schedule.customer_uid)));
    }
    let imp_uid = books.charge_scheduled(call.required("merchant_uid"))?;
    payment(books, &imp_uid)
}
