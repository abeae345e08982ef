//! Charging cards by their numbers, and billing keys.

use super::{Entry, payment};
use crate::answer::Answer;
use crate::books::Books;
use crate::books::charge::By;
use crate::books::order::{self, Order};
use crate::call::Call;

/// What this file answers.
pub const OPERATIONS: &[Entry] =
    &[("subscribe.pay_once", pay_once), ("subscribe.pay_again", pay_again)];

/// With a `customer_uid`, the card that was charged is kept.
fn pay_once(books: &mut Books, call: &Call<'_>) -> Answer {
    let card = order::card(books.contract, call.required("card_number"));
    let order = Order::of(call).by_card(&card);
    let imp_uid = books.charge(order, By::Number)?;
    if let Some(customer_uid) = call.text("customer_uid") {
        books.keep_charged_card(&imp_uid, customer_uid, card, call)?;
    }
    payment(books, &imp_uid)
}

fn pay_again(books: &mut Books, call: &Call<'_>) -> Answer {
    let key = books.billing_key(call.required("customer_uid"))?;
    let order = Order::of(call).by_card(&key.card);
    let imp_uid = books.charge(order, By::Key(&key))?;
    payment(books, &imp_uid)
}
