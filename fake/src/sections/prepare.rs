//! What orders must cost, registered before anybody pays.

use serde_json::json;

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::call::Call;
use crate::money;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] =
    &[("prepare.register", register), ("prepare.change", change), ("prepare.get", get)];

fn register(books: &mut Books, call: &Call<'_>) -> Answer {
    let merchant_uid = call.required("merchant_uid");
    if books.prepared.contains_key(merchant_uid) {
        return Err(Refusal::rule(format!("{merchant_uid} is prepared already")));
    }
    enter(books, call, "KRW");
    get(books, call)
}

fn change(books: &mut Books, call: &Call<'_>) -> Answer {
    let merchant_uid = call.required("merchant_uid");
    let (_, currency) = books.prepared.get(merchant_uid).ok_or_else(|| unknown(merchant_uid))?;
    let currency = currency.clone();
    enter(books, call, &currency);
    get(books, call)
}

fn enter(books: &mut Books, call: &Call<'_>, currency: &str) {
    let amount = call.amount("amount").unwrap_or_default();
    let currency = call.text("currency").unwrap_or(currency).to_owned();
    books.prepared.insert(call.required("merchant_uid").to_owned(), (amount, currency));
}

fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    let merchant_uid = call.required("merchant_uid");
    let found = books.prepared.get(merchant_uid).ok_or_else(|| unknown(merchant_uid))?;
    let (amount, currency) = found;
    Ok(Success::new(json!({
        "merchant_uid": merchant_uid, "amount": money::write(*amount), "currency": currency,
    })))
}

fn unknown(merchant_uid: &str) -> Refusal {
    Refusal::not_found(format_args!("amount prepared for {merchant_uid}"))
}
