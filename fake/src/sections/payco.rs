//! What Payco is told of orders.

use serde_json::json;

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::call::Call;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[("payco.change_status", change_status)];

/// No money goes back, even when the order is cancelled.
fn change_status(books: &mut Books, call: &Call<'_>) -> Answer {
    let (imp_uid, status) = (call.required("imp_uid"), call.required("status"));
    books.payments.paid(imp_uid)?;
    books.payco_statuses.insert(imp_uid.to_owned(), status.to_owned());
    Ok(Success::new(json!({ "status": status })))
}
