//! What Naver Pay keeps beside the payments.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::naver::step::Step;
use crate::call::Call;
use crate::money;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("naver.cancel", step),
    ("naver.approve_cancel", step),
    ("naver.ship", step),
    ("naver.ship_exchanged", step),
    ("naver.collect_exchanged", step),
    ("naver.place", step),
    ("naver.request_return", step),
    ("naver.approve_return", step),
    ("naver.reject_return", step),
    ("naver.withhold_return", step),
    ("naver.resolve_return", step),
    ("naver.accrue_points", accrue_points),
    ("naver.confirm", confirm),
    ("naver.product_orders", product_orders),
    ("naver.product_order", product_order),
    ("naver.reviews", reviews),
    ("naver.cash_amount", cash_amount),
];

/// The steps have the names of their operations.
fn step(books: &mut Books, call: &Call<'_>) -> Answer {
    let (_, name) = call.operation.name.split_once('.').unwrap_or_default();
    let step = Step::of(name).ok_or_else(|| Refusal::not_found(format_args!("step {name}")))?;
    let only = call.texts("product_order_id");
    let only = only.map(|ids| ids.into_iter().map(str::to_owned).collect());
    books.naver_step(call.required("imp_uid"), step, only, reason(call))
}

/// The one that the request gives, or the one that counts otherwise.
fn reason<'c>(call: &'c Call<'_>) -> &'c str {
    let field = call.operation.parameters.iter().find(|field| field.name == "reason");
    let default = field.and_then(|field| field.default.as_deref());
    call.text("reason").or(default).unwrap_or_default()
}

fn product_orders(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    books.payments.get(imp_uid)?;
    let ids = books.naver.of_payment(imp_uid);
    let orders = ids.iter().map(|id| Ok(books.naver.get(id)?.answer(books.contract)));
    Ok(Success::new(orders.collect::<Result<Vec<_>, Refusal>>()?))
}

fn product_order(books: &mut Books, call: &Call<'_>) -> Answer {
    let order = books.naver.get(call.required("product_order_id"))?;
    Ok(Success::new(order.answer(books.contract)))
}

fn reviews(books: &mut Books, call: &Call<'_>) -> Answer {
    let (from, to) = (call.integer("from"), call.integer("to"));
    if from > to {
        return Err(Refusal::invalid("from is after to"));
    }
    let kind = call.required("review_type");
    let reviews = books.naver.reviews.iter().filter(|(other, review)| {
        let written = review.get("created_at").and_then(Value::as_i64);
        other == kind && from <= written && written <= to
    });
    Ok(Success::new(reviews.map(|(_, review)| review.clone()).collect::<Vec<_>>()))
}

/// Once for each payment. What the docs have no status for is told as 500.
fn accrue_points(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    paid(books, imp_uid)?;
    match books.naver.credited.insert(imp_uid.to_owned()) {
        true => Ok(Success::new(Value::Null)),
        false => Err(Refusal::new(500, format!("the points of {imp_uid} were credited before"))),
    }
}

fn confirm(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    paid(books, imp_uid)?;
    let fields = &books.payments.get(imp_uid)?.fields;
    if fields.get("escrow") != Some(&Value::Bool(true)) {
        return Err(Refusal::new(500, format!("{imp_uid} is not held in escrow")));
    }
    match books.naver.confirmed.insert(imp_uid.to_owned()) {
        true => Ok(Success::new(Value::Null)),
        false => Err(Refusal::new(500, format!("{imp_uid} was confirmed before"))),
    }
}

fn paid(books: &Books, imp_uid: &str) -> Result<(), Refusal> {
    let status = |status| if status == 400 { 500 } else { status };
    let paid = books.payments.paid(imp_uid).map(drop);
    paid.map_err(|refusal| Refusal { status: status(refusal.status), ..refusal })
}

/// What is left of the payment, unless it was paid by card.
fn cash_amount(books: &mut Books, call: &Call<'_>) -> Answer {
    let payment = books.payments.get(call.required("imp_uid"))?;
    let method = payment.fields.get("pay_method").and_then(Value::as_str);
    let (points, primary) = match method {
        Some("card") => (Decimal::ZERO, Decimal::ZERO),
        Some("point") => (payment.balance(), Decimal::ZERO),
        _ => (Decimal::ZERO, payment.balance()),
    };
    let total = points + primary;
    let vat = money::vat(total);
    Ok(Success::new(json!({
        "amount_total": money::write(total), "amount_by_npoint": money::write(points),
        "amount_by_primary": money::write(primary), "amount_supply": money::write(total - vat),
        "amount_vat": money::write(vat),
    })))
}
