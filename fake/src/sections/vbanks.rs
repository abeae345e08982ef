//! Virtual accounts, and who holds a real one.

use serde_json::json;

use super::{Entry, payment};
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::order::Order;
use crate::books::payment::Payment;
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("vbanks.issue", issue),
    ("vbanks.change", change),
    ("vbanks.revoke", revoke),
    ("vbanks.find_holder", find_holder),
];

/// The only real account that the banks know: bank, number and holder.
const HOLDER: (&str, &str, &str) = ("088", "110123456789", "홍길동");

fn issue(books: &mut Books, call: &Call<'_>) -> Answer {
    let due = call.integer("vbank_due").unwrap_or_default();
    if due <= books.now {
        return Err(Refusal::invalid("vbank_due is past"));
    }
    let code = call.required("vbank_code");
    let order = Order::of(call)
        .with("pay_method", "vbank")
        .with("vbank_code", code)
        .with("vbank_name", call.contract.title("Bank", code).unwrap_or_default())
        .with("vbank_holder", call.value("vbank_holder"))
        .with("vbank_date", due)
        .with("vbank_issued_at", books.now)
        .with("escrow", call.get("escrow_password").is_some());
    let imp_uid = books.enter(order)?;
    let number = match call.text("vbank_num") {
        Some(number) => number.to_owned(),
        None => account_number(&imp_uid),
    };
    books.payments.get_mut(&imp_uid)?.set("vbank_num", number);
    books.tell(&imp_uid)?;
    payment(books, &imp_uid)
}

/// As many accounts as payments.
fn account_number(imp_uid: &str) -> String {
    format!("5620{}", imp_uid.trim_start_matches("imp_"))
}

fn change(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    let (amount, due, now) = (call.amount("amount"), call.integer("vbank_due"), books.now);
    let account = account(books, imp_uid)?;
    if due.is_some_and(|due| due <= now) {
        return Err(Refusal::invalid("vbank_due is past"));
    }
    account.amount = amount.unwrap_or(account.amount);
    if let Some(due) = due {
        account.set("vbank_date", due);
    }
    payment(books, imp_uid)
}

fn revoke(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    account(books, imp_uid)?;
    // The docs do not say what becomes of the status; `ready` it cannot stay.
    books.close(imp_uid)?;
    payment(books, imp_uid)
}

/// The payment, while its virtual account takes a deposit.
fn account<'b>(books: &'b mut Books, imp_uid: &str) -> Result<&'b mut Payment, Refusal> {
    let payment = books.waiting(imp_uid)?;
    match payment.is_account() {
        true => Ok(payment),
        false => Err(Refusal::invalid(format!("{imp_uid} has no virtual account"))),
    }
}

fn find_holder(_: &mut Books, call: &Call<'_>) -> Answer {
    // The docs allow signs between the digits.
    let digits: String = call.required("bank_num").chars().filter(char::is_ascii_digit).collect();
    let (bank, number, name) = HOLDER;
    match call.required("bank_code") == bank && digits == number {
        true => Ok(Success::new(json!({ "bank_holder": name }))),
        false => Err(Refusal::not_found("such account")),
    }
}
