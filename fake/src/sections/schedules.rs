//! Charges to be made later.

use serde_json::{Map, Value};

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::billing_key::BillingKey;
use crate::books::order::{self, Order};
use crate::books::schedule::{Schedule, State};
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[("schedules.create", create)];

/// What issues a billing key where there is none yet.
const CARD: [&str; 3] = ["card_number", "expiry", "birth"];

/// All of them or, when one cannot be, none.
fn create(books: &mut Books, call: &Call<'_>) -> Answer {
    let stored = books.billing_keys.get(call.required("customer_uid")).cloned();
    let is_new = stored.is_none();
    let key = stored.map_or_else(|| new_key(books, call), Ok)?;
    let asked = call.records("schedules").into_iter();
    let schedules: Vec<_> = asked.map(|charge| scheduled(call, charge, &key)).collect();
    books.schedules.accept(&schedules, books.now)?;
    if is_new || call.amount("checking_amount").is_some() {
        books.try_card(&key.customer_uid)?;
    }
    if is_new {
        books.store(key);
    }
    let orders = schedules.iter().map(|one| one.order.merchant_uid.clone()).collect();
    books.schedules.add(schedules, books.now)?;
    answers(books, orders)
}

fn new_key(books: &Books, call: &Call<'_>) -> Result<BillingKey, Refusal> {
    let customer_uid = call.required("customer_uid");
    if CARD.iter().all(|name| call.get(name).is_none()) {
        return books.billing_key(customer_uid);
    }
    for name in CARD {
        call.get(name).ok_or_else(|| Refusal::missing(name))?;
    }
    let card = order::card(books.contract, call.required("card_number"));
    Ok(BillingKey::of(call, customer_uid, card, books.now))
}

fn scheduled(call: &Call<'_>, charge: &Map<String, Value>, key: &BillingKey) -> Schedule {
    let channel = key.channel_near(&call.channel);
    let Call { contract, operation, .. } = *call;
    let charge = Call { contract, operation, channel, values: charge.clone() };
    let mut order = Order::of(&charge);
    for (name, value) in
        [("customer_id", call.get("customer_id")), ("promotion_id", charge.get("promotion_id"))]
    {
        order.fields.extend(value.map(|value| (name.to_owned(), value.clone())));
    }
    Schedule {
        customer_uid: key.customer_uid.clone(),
        order: key.buying(order),
        at: charge.integer("schedule_at").unwrap_or_default(),
        state: State::Due,
    }
}

/// The schedules of these orders.
///
/// # Errors
/// 404 when one has none.
pub fn answers(books: &Books, orders: Vec<String>) -> Answer {
    let answers = orders.iter().map(|order| answer(books, order));
    Ok(Success::new(answers.collect::<Result<Vec<_>, _>>()?))
}

/// The schedule of an order.
///
/// # Errors
/// 404 when there is none.
pub fn answer(books: &Books, merchant_uid: &str) -> Result<Value, Refusal> {
    Ok(books.schedules.get(merchant_uid)?.answer(books.contract, &books.payments))
}
