//! Reading what was scheduled.

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::schedule::Schedule;
use crate::call::Call;
use crate::paging::Paging;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] =
    &[("schedules.list", list), ("schedules.get", get), ("schedules.list_by_customer", of_key)];

/// As much as one call looks at: the longest three months of a year.
const THREE_MONTHS: i64 = 92 * 24 * 60 * 60;

/// The docs describe one record and show a list of one. The list is what programs have met.
fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    let schedule = books.schedules.get(call.required("merchant_uid"))?;
    Ok(Success::new(vec![schedule.answer(books.contract, &books.payments)]))
}

fn list(books: &mut Books, call: &Call<'_>) -> Answer {
    let (from, to) = time(call, "schedule_from", "schedule_to")?;
    let status = call.text("schedule_status");
    let found = books.schedules.between(from, to).filter(|one| stands(one, status));
    let mut found: Vec<_> = found.collect();
    if call.text("sorting").is_none() {
        found.reverse();
    }
    Ok(page(books, call, found))
}

/// The charges of one billing key, those due last first.
pub fn of_key(books: &mut Books, call: &Call<'_>) -> Answer {
    let (from, to) = time(call, "from", "to")?;
    let (customer_uid, status) = (call.required("customer_uid"), call.text("schedule-status"));
    let found = books.schedules.between(from, to).rev();
    let found = found.filter(|one| one.customer_uid == customer_uid && stands(one, status));
    Ok(page(books, call, found.collect()))
}

fn time(call: &Call<'_>, from: &str, to: &str) -> Result<(i64, i64), Refusal> {
    let (begin, end) =
        (call.integer(from).unwrap_or_default(), call.integer(to).unwrap_or_default());
    if end < begin {
        return Err(Refusal::invalid(format!("{to} is before {from}")));
    }
    if end.saturating_sub(begin) > THREE_MONTHS {
        return Err(Refusal::invalid(format!("{from} and {to} are more than three months apart")));
    }
    Ok((begin, end))
}

fn stands(schedule: &Schedule, status: Option<&str>) -> bool {
    status.is_none_or(|status| schedule.state.code() == status)
}

fn page(books: &Books, call: &Call<'_>, schedules: Vec<&Schedule>) -> Success {
    let write = |one: &Schedule| one.answer(books.contract, &books.payments);
    Success::new(Paging::of(call).answer(schedules, write))
}
