//! Reading payments, and giving their money back.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::payment::{Payment, Status};
use crate::call::Call;
use crate::money;
use crate::paging::Paging;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("payments.balance", balance),
    ("payments.get", get),
    ("payments.list", list),
    ("payments.find", find),
    ("payments.find_all", find_all),
    ("payments.list_by_status", list_by_status),
    ("payments.cancel", cancel),
];

/// As much as one call looks at.
const NINETY_DAYS: i64 = 90 * 24 * 60 * 60;

fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    let payment = books.payments.get(imp_uid)?;
    if payment.sandbox && !call.flag("include_sandbox") {
        return Err(Refusal::not_found(format_args!("payment {imp_uid}")));
    }
    Ok(Success::new(payment.answer(books.contract)))
}

/// Those that were found; 207 when some were not.
fn list(books: &mut Books, call: &Call<'_>) -> Answer {
    let (mut found, mut failed) = (Vec::new(), Vec::new());
    for imp_uid in call.texts("imp_uid").unwrap_or_default() {
        match books.payments.get(imp_uid) {
            Ok(payment) => found.push(payment),
            Err(refusal) => failed.push(json!({ "imp_uid": imp_uid, "message": refusal.message })),
        }
    }
    for merchant_uid in call.texts("merchant_uid").unwrap_or_default() {
        let before = found.len();
        found.extend(books.payments.of_order(merchant_uid));
        if found.len() == before {
            let message = format!("there is no payment of {merchant_uid}");
            failed.push(json!({ "merchant_uid": merchant_uid, "message": message }));
        }
    }
    if found.is_empty() {
        return Err(Refusal::not_found("such payment"));
    }
    let found = found.into_iter().map(|payment| payment.answer(books.contract)).collect();
    Ok(Success::in_part(found, failed))
}

fn find(books: &mut Books, call: &Call<'_>) -> Answer {
    let found = of_order(books, call).into_iter().next();
    let found = found.ok_or_else(|| none_of(call))?;
    Ok(Success::new(found.answer(books.contract)))
}

fn find_all(books: &mut Books, call: &Call<'_>) -> Answer {
    let found = of_order(books, call);
    if found.is_empty() {
        return Err(none_of(call));
    }
    Ok(page(books, call, found))
}

fn none_of(call: &Call<'_>) -> Refusal {
    Refusal::not_found(format_args!("payment of {}", call.required("merchant_uid")))
}

/// The payments of an order, sorted, in the state that was asked for.
fn of_order<'b>(books: &'b Books, call: &'b Call<'_>) -> Vec<&'b Payment> {
    let status = call.text("payment_status");
    let payments = books.payments.of_order(call.required("merchant_uid"));
    let payments =
        payments.filter(|payment| status.is_none_or(|code| payment.status.code() == code));
    sorted(payments.collect(), call)
}

fn list_by_status(books: &mut Books, call: &Call<'_>) -> Answer {
    let status = call.required("payment_status");
    let to = call.integer("to").unwrap_or(books.now);
    let from = call.integer("from").unwrap_or(to - NINETY_DAYS).max(to - NINETY_DAYS);
    let fits = |payment: &&Payment| {
        let at = decisive_time(payment, status);
        (status == "all" || payment.status.code() == status) && from <= at && at <= to
    };
    let found = sorted(books.payments.iter().filter(fits).collect(), call);
    if Paging::of(call).lies_behind(found.len()) {
        return Err(Refusal::invalid("the page lies behind the last one"));
    }
    Ok(page(books, call, found))
}

fn decisive_time(payment: &Payment, status: &str) -> i64 {
    match status {
        "paid" => payment.paid_at,
        "cancelled" => payment.cancelled_at,
        "failed" => payment.failed_at,
        _ => payment.started_at,
    }
}

fn sorted<'p>(mut payments: Vec<&'p Payment>, call: &Call<'_>) -> Vec<&'p Payment> {
    let sorting = call.text("sorting").unwrap_or("-started");
    let key = |payment: &Payment| match sorting.trim_start_matches('-') {
        "paid" => payment.paid_at,
        "updated" => payment.updated_at(),
        _ => payment.started_at,
    };
    if sorting.starts_with('-') {
        // Of those with the same second, the one begun last comes first, too.
        payments.reverse();
        payments.sort_by_key(|payment| std::cmp::Reverse(key(payment)));
    } else {
        payments.sort_by_key(|payment| key(payment));
    }
    payments
}

fn page(books: &Books, call: &Call<'_>, payments: Vec<&Payment>) -> Success {
    let write = |payment: &Payment| payment.answer(books.contract);
    Success::new(Paging::of(call).answer(payments, write))
}

fn cancel(books: &mut Books, call: &Call<'_>) -> Answer {
    let payment = refunded(books, call)?;
    if payment.status != Status::Paid {
        return Err(Refusal::rule(format!(
            "{} cannot be refunded: it is {}",
            payment.imp_uid,
            payment.status.code()
        )));
    }
    if payment.is_account() {
        for name in ["refund_holder", "refund_bank", "refund_account"] {
            call.get(name).ok_or_else(|| Refusal::missing(name))?;
        }
    }
    let amount = amount_to_refund(payment, call)?;
    let imp_uid = payment.imp_uid.clone();
    let id = books.refund(&imp_uid, amount, call.text("reason").unwrap_or_default())?;
    if call.flag("enable_webhook") {
        books.tell_of_refund(&imp_uid, &id)?;
    }
    super::payment(books, &imp_uid)
}

/// By `imp_uid`; by `merchant_uid` it is the paid one, or else the one begun last.
fn refunded<'b>(books: &'b Books, call: &Call<'_>) -> Result<&'b Payment, Refusal> {
    if let Some(imp_uid) = call.text("imp_uid") {
        return books.payments.get(imp_uid);
    }
    let merchant_uid = call.text("merchant_uid").ok_or_else(|| Refusal::missing("imp_uid"))?;
    let found = books.payments.paid_for(merchant_uid);
    found.or_else(|| books.payments.of_order(merchant_uid).last()).ok_or_else(|| none_of(call))
}

/// Everything when no amount was sent, or 0.
fn amount_to_refund(payment: &Payment, call: &Call<'_>) -> Result<Decimal, Refusal> {
    let balance = payment.balance();
    if call.amount("checksum").is_some_and(|expected| expected != balance) {
        return Err(Refusal::rule(format!("{balance} can be refunded, which the checksum denies")));
    }
    match call.amount("amount") {
        None => Ok(balance),
        Some(amount) if amount > balance => {
            Err(Refusal::rule(format!("{amount} is more than the {balance} that can be refunded")))
        }
        Some(amount) => Ok(amount),
    }
}

/// How the money divides up now, and how it did before each refund.
fn balance(books: &mut Books, call: &Call<'_>) -> Answer {
    let payment = books.payments.get(call.required("imp_uid"))?;
    let mut left = payment.amount;
    let mut histories = Vec::new();
    for refund in &payment.cancellations {
        let mut before = means(payment, left);
        before.insert("created".to_owned(), json!(refund.at));
        histories.push(Value::Object(before));
        left -= refund.amount;
    }
    let mut now = means(payment, left);
    now.insert("amount".to_owned(), money::write(left));
    now.insert("histories".to_owned(), Value::Array(histories));
    Ok(Success::new(Value::Object(now)))
}

/// All of it by one means; the buyer combined none.
fn means(payment: &Payment, amount: Decimal) -> Map<String, Value> {
    let nothing = divided(Decimal::ZERO, Decimal::ZERO);
    let tax_free = payment.fields.get("tax_free").and_then(money::read).unwrap_or_default();
    let others = ["cash_receipt", "secondary", "discount"].map(|name| (name, nothing.clone()));
    let means = others.into_iter().chain([("primary", divided(amount, tax_free))]);
    means.map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Of what is not free of tax, one eleventh is VAT.
fn divided(amount: Decimal, tax_free: Decimal) -> Value {
    let tax_free = tax_free.min(amount);
    let taxed = amount - tax_free;
    let vat = money::vat(taxed);
    json!({
        "tax_free": money::write(tax_free), "supply": money::write(taxed - vat),
        "vat": money::write(vat), "service": 0,
    })
}
