//! Bar codes that are paid for at the counter of a shop.

use super::{Entry, payment};
use crate::answer::Answer;
use crate::books::Books;
use crate::books::order::Order;
use crate::books::payment::Status;
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[("cvs.issue", issue), ("cvs.revoke", revoke)];

/// The deadline that was agreed on with the gateway.
const THREE_DAYS: i64 = 3 * 24 * 60 * 60;

/// The docs name no field for the code and its deadline; those of virtual accounts hold them.
fn issue(books: &mut Books, call: &Call<'_>) -> Answer {
    let due = call.integer("expired_at").unwrap_or(books.now.saturating_add(THREE_DAYS));
    if due <= books.now {
        return Err(Refusal::rule("expired_at is past"));
    }
    books.unpaid(call.required("merchant_uid"))?;
    let order = Order::of(call).with("pay_method", "cvs").with("vbank_date", due);
    let imp_uid = books.enter(order)?;
    let code = call.text("barcode").map_or_else(|| bar_code(&imp_uid), str::to_owned);
    books.payments.get_mut(&imp_uid)?.set("vbank_num", code);
    payment(books, &imp_uid)
}

/// As many codes as payments.
fn bar_code(imp_uid: &str) -> String {
    format!("8801{}", imp_uid.trim_start_matches("imp_"))
}

fn revoke(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    let status = books.payments.get(imp_uid)?.status;
    if status != Status::Ready {
        return Err(Refusal::rule(format!("{imp_uid} is {} already", status.code())));
    }
    // The docs do not say what becomes of the status; `ready` it cannot stay.
    books.close(imp_uid)?;
    payment(books, imp_uid)
}
