//! Cash receipts.

use rust_decimal::Decimal;

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::payment::Payment;
use crate::call::Call;
use crate::check;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("receipts.get", get),
    ("receipts.issue", issue),
    ("receipts.revoke", revoke),
    ("receipts.get_external", get_external),
    ("receipts.issue_external", issue_external),
    ("receipts.revoke_external", revoke_external),
];

/// How one pays in cash.
const CASH: [&str; 2] = ["trans", "vbank"];

fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    books.payments.get(imp_uid)?;
    let receipt = books.receipts.of_payments.get(imp_uid)?;
    Ok(Success::new(receipt.answer(books.contract, "ReceiptAnnotation", "imp_uid", imp_uid)))
}

/// For what is left of the payment after refunds.
fn issue(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    identifier_fits(call)?;
    let amount = cash(books.payments.paid(imp_uid)?)?;
    let receipt = books.receipts.write(call, amount, books.now)?;
    books.give_receipt(imp_uid, receipt)?;
    get(books, call)
}

fn cash(payment: &Payment) -> Result<Decimal, Refusal> {
    let method = payment.fields.get("pay_method").and_then(|method| method.as_str());
    match method.is_some_and(|method| CASH.contains(&method)) {
        true => Ok(payment.balance()),
        false => Err(Refusal::invalid(format!("{} was not paid in cash", payment.imp_uid))),
    }
}

fn identifier_fits(call: &Call<'_>) -> Result<(), Refusal> {
    match (call.channel.gateway.as_str(), call.text("identifier_type")) {
        ("nice_v2", Some("taxcard")) => {
            Err(Refusal::invalid("identifier_type taxcard is not supported at nice_v2"))
        }
        _ => Ok(()),
    }
}

fn revoke(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    books.payments.get(imp_uid)?;
    // The docs have no 404 here.
    books.revoke_receipt(imp_uid).map_err(|refusal| Refusal { status: 400, ..refusal })?;
    get(books, call)
}

fn get_external(books: &mut Books, call: &Call<'_>) -> Answer {
    let order = call.required("merchant_uid");
    let receipt = books.receipts.external.get(order)?;
    let answer = receipt.answer(books.contract, "ExternalReceiptAnnotation", "merchant_uid", order);
    Ok(Success::new(answer))
}

fn issue_external(books: &mut Books, call: &Call<'_>) -> Answer {
    identifier_fits(call)?;
    if call.text("pay_method").is_some_and(|method| !CASH.contains(&method)) {
        return Err(Refusal::invalid("pay_method is neither trans nor vbank"));
    }
    let amount = call.amount("amount").unwrap_or_default();
    let receipt = books.receipts.write(call, amount, books.now)?;
    books.receipts.external.enter(call.required("merchant_uid"), receipt)?;
    get_external(books, call)
}

/// Goes to the gateway that issued it, which the request does not name.
fn revoke_external(books: &mut Books, call: &Call<'_>) -> Answer {
    let order = call.required("merchant_uid");
    check::supported(call.operation, &books.receipts.external.get(order)?.gateway)?;
    books.receipts.external.revoke(order, books.now)?;
    get_external(books, call)
}
