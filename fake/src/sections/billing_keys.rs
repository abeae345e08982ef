//! Cards stored for later: issued, read and deleted.

use serde_json::json;

use super::{Entry, schedule_lists};
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::billing_key::{BillingKey, Group};
use crate::books::billing_keys::unknown;
use crate::books::order;
use crate::books::payment::Payment;
use crate::call::Call;
use crate::paging::Paging;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("billing_keys.list", list),
    ("billing_keys.get", get),
    ("billing_keys.issue", issue),
    ("billing_keys.delete", delete),
    ("billing_keys.payments", payments),
    ("billing_keys.schedules", schedule_lists::of_key),
];

/// Those that were found; 207 when some were not.
fn list(books: &mut Books, call: &Call<'_>) -> Answer {
    let (mut found, mut failed) = (Vec::new(), Vec::new());
    for customer_uid in call.texts("customer_uid").unwrap_or_default() {
        match key(books, customer_uid) {
            Ok(key) => found.push(key.answer(books.contract)),
            Err(refusal) => {
                failed.push(json!({ "customer_uid": customer_uid, "message": refusal.message }));
            }
        }
    }
    if found.is_empty() {
        return Err(Refusal::not_found("such billing key"));
    }
    Ok(Success::in_part(found, failed))
}

fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    Ok(Success::new(key(books, call.required("customer_uid"))?.answer(books.contract)))
}

fn key<'b>(books: &'b Books, customer_uid: &str) -> Result<&'b BillingKey, Refusal> {
    books.billing_keys.get(customer_uid).ok_or_else(|| unknown(customer_uid))
}

fn issue(books: &mut Books, call: &Call<'_>) -> Answer {
    let customer_uid = call.required("customer_uid");
    let card = order::card(books.contract, call.required("card_number"));
    let key = BillingKey::of(call, customer_uid, card, books.now);
    let group = call.text("channel_group_id").or_else(|| call.text("channelGroupId"));
    let key = match group {
        Some(group) => at_every_channel(books, key, group)?,
        None => {
            books.try_card(customer_uid)?;
            key
        }
    };
    books.store(key);
    get(books, call)
}

/// A super billing key. A group that nobody added has the channel of the request alone.
fn at_every_channel(books: &mut Books, key: BillingKey, id: &str) -> Result<BillingKey, Refusal> {
    let channels = books.channels.of_group(id).map(<[_]>::to_vec);
    let (mut succeeded, mut failed) = (Vec::new(), Vec::new());
    for channel in channels.unwrap_or_else(|| vec![key.channel.clone()]) {
        match books.try_card(&key.customer_uid) {
            Ok(()) => succeeded.push(channel),
            Err(refusal) => failed.push((channel, refusal.message)),
        }
    }
    match succeeded.first().cloned() {
        Some(channel) => {
            let group = Some(Group { id: id.to_owned(), succeeded, failed });
            Ok(BillingKey { channel, group, ..key })
        }
        None => {
            let reason = failed.into_iter().next().map(|(_, reason)| reason);
            Err(Refusal::card(reason.unwrap_or_else(|| format!("group {id} has no channel"))))
        }
    }
}

/// What is scheduled for it stays scheduled, and fails.
fn delete(books: &mut Books, call: &Call<'_>) -> Answer {
    let deleted = books.delete_billing_key(call.required("customer_uid"))?;
    Ok(Success::new(deleted.answer(books.contract)))
}

/// Those made last come first.
fn payments(books: &mut Books, call: &Call<'_>) -> Answer {
    let customer_uid = &key(books, call.required("customer_uid"))?.customer_uid;
    let is_of_key = |payment: &&Payment| {
        payment.fields.get("customer_uid").is_some_and(|uid| uid == customer_uid.as_str())
    };
    let found = books.payments.iter().rev().filter(is_of_key);
    let write = |payment: &Payment| payment.answer(books.contract);
    Ok(Success::new(Paging::of(call).answer(found.collect(), write)))
}
