//! Prepaid money of members of KCP QuickPay: transactions are registered, then paid.

use std::net::Ipv4Addr;

use rust_decimal::Decimal;
use serde_json::Value;

use super::{Entry, payment};
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::kcp_quick::unregistered;
use crate::books::order::Order;
use crate::books::payment::Status;
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("kcp_quick.prepare", prepare),
    ("kcp_quick.change", change),
    ("kcp_quick.pay_with_money", pay_with_money),
];

/// The first amount with more than nine digits.
const TEN_DIGITS: u32 = 1_000_000_000;

fn prepare(books: &mut Books, call: &Call<'_>) -> Answer {
    let merchant_uid = call.required("merchant_uid");
    if books.kcp_quick.transactions.contains_key(merchant_uid) {
        return Err(Refusal::new(409, format!("{merchant_uid} is registered already")));
    }
    register(books, call)
}

fn change(books: &mut Books, call: &Call<'_>) -> Answer {
    let merchant_uid = call.required("merchant_uid");
    if !books.kcp_quick.transactions.contains_key(merchant_uid) {
        return Err(unregistered(merchant_uid));
    }
    register(books, call)
}

fn register(books: &mut Books, call: &Call<'_>) -> Answer {
    if call.required("cust_ip").parse::<Ipv4Addr>().is_err() {
        return Err(Refusal::invalid("cust_ip is no IPv4 address"));
    }
    let amount = call.amount("prepaid_amount");
    if amount.is_some_and(|amount| !amount.is_integer() || amount >= TEN_DIGITS.into()) {
        return Err(Refusal::invalid("prepaid_amount is no whole number of at most nine digits"));
    }
    books.kcp_quick.transactions.insert(call.required("merchant_uid").to_owned(), amount);
    Ok(Success::new(Value::Null))
}

/// The transaction in which the buyer confirmed the PIN becomes the payment.
fn pay_with_money(books: &mut Books, call: &Call<'_>) -> Answer {
    let (imp_uid, amount) = (call.required("imp_uid"), call.amount("amount").unwrap_or_default());
    compare_with_pin(books, call)?;
    books.unpaid(call.required("merchant_uid"))?;
    compare_with_registered(books, call.required("merchant_uid"), amount)?;
    let failure = reason_to_fail(books, call, amount)?;
    let asked = Order::of(call);
    let transaction = books.waiting(imp_uid)?;
    transaction.amount = amount;
    transaction.notice_urls = asked.notice_urls;
    transaction.fields.extend(asked.fields);
    match failure {
        Some(reason) => books.fail(imp_uid, &reason)?,
        None => {
            books.pay(imp_uid)?;
            if let Some(member) = books.kcp_quick.member(call.required("member_id")) {
                member.money.pay(imp_uid);
            }
        }
    }
    payment(books, imp_uid)
}

fn compare_with_pin(books: &Books, call: &Call<'_>) -> Result<(), Refusal> {
    let (imp_uid, member_id) = (call.required("imp_uid"), call.required("member_id"));
    let transaction = books.payments.get(imp_uid)?;
    if books.kcp_quick.pins.get(imp_uid).is_none_or(|member| member != member_id) {
        return Err(Refusal::rule(format!("{member_id} confirmed no PIN in {imp_uid}")));
    }
    if transaction.status != Status::Ready {
        return Err(Refusal::rule(format!("{imp_uid} is {} already", transaction.status.code())));
    }
    if transaction.merchant_uid != call.required("merchant_uid") {
        return Err(Refusal::rule(format!("{imp_uid} is of {}", transaction.merchant_uid)));
    }
    Ok(())
}

fn compare_with_registered(
    books: &Books,
    merchant_uid: &str,
    amount: Decimal,
) -> Result<(), Refusal> {
    match books.kcp_quick.transactions.get(merchant_uid).copied().flatten() {
        Some(registered) if registered != amount => Err(Refusal::rule(format!(
            "{merchant_uid} was registered with {registered}, and not with {amount}"
        ))),
        _ => Ok(()),
    }
}

fn reason_to_fail(
    books: &mut Books,
    call: &Call<'_>,
    amount: Decimal,
) -> Result<Option<String>, Refusal> {
    let member_id = call.required("member_id");
    let unknown = || Refusal::rule(format!("nobody is called {member_id}"));
    let member = books.kcp_quick.member(member_id).ok_or_else(unknown)?;
    let left = member.money.left(&books.payments);
    if left < amount {
        return Ok(Some(format!("{member_id} has only {left}")));
    }
    Ok(books.declines.take(call.required("merchant_uid"), None))
}
