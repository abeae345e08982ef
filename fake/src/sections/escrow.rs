//! Deliveries of escrow payments.

use serde_json::{Map, Value};

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::escrow::Delivery;
use crate::books::payment::Status;
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] =
    &[("escrow.get", get), ("escrow.change", change), ("escrow.register", register)];

fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    books.payments.get(imp_uid)?;
    let delivery = books.deliveries.get(imp_uid).ok_or_else(|| none_yet(imp_uid))?;
    Ok(Success::new(delivery.answer()))
}

/// Once for each payment.
fn register(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    takes_delivery(books, imp_uid)?;
    if books.deliveries.contains_key(imp_uid) {
        return Err(Refusal::new(409, format!("{imp_uid} has a delivery already")));
    }
    books.deliveries.insert(imp_uid.to_owned(), Delivery::new(shipment(call), books.now));
    get(books, call)
}

fn change(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    takes_delivery(books, imp_uid)?;
    let delivery = books.deliveries.get_mut(imp_uid).ok_or_else(|| none_yet(imp_uid))?;
    delivery.change(shipment(call), &call.channel.gateway, books.now)?;
    get(books, call)
}

fn takes_delivery(books: &Books, imp_uid: &str) -> Result<(), Refusal> {
    let payment = books.payments.get(imp_uid)?;
    let held = payment.fields.get("escrow") == Some(&Value::Bool(true));
    match held && payment.status == Status::Paid {
        true => Ok(()),
        false => Err(Refusal::new(409, format!("no money of {imp_uid} is held in escrow"))),
    }
}

fn none_yet(imp_uid: &str) -> Refusal {
    Refusal::new(409, format!("{imp_uid} has no delivery"))
}

fn shipment(call: &Call<'_>) -> Map<String, Value> {
    call.get("logis").and_then(Value::as_object).cloned().unwrap_or_default()
}
