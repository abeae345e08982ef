//! What Paymentwall is told of deliveries.

use serde_json::{Value, json};

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::payment::Status;
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[("paymentwall.register_delivery", register_delivery)];

/// A number of our own: Paymentwall's are not in the docs.
const NOT_PAID: i64 = 3_000;

/// What Paymentwall refuses is a success of V1, with an error in it.
fn register_delivery(books: &mut Books, call: &Call<'_>) -> Answer {
    let (imp_uid, merchant_uid) = (call.required("imp_uid"), call.required("merchant_uid"));
    let payment = books.payments.get(imp_uid)?;
    if payment.merchant_uid != merchant_uid {
        return Err(Refusal::not_found(format_args!("payment {imp_uid} of {merchant_uid}")));
    }
    if payment.status != Status::Paid {
        return Ok(made_of_it(json!(NOT_PAID), json!("the payment is not paid")));
    }
    books.paymentwall_deliveries.insert(imp_uid.to_owned(), call.values.clone());
    Ok(made_of_it(Value::Null, Value::Null))
}

fn made_of_it(error_code: Value, error: Value) -> Success {
    let notices: Vec<_> = error.as_str().into_iter().collect();
    Success::new(json!({ "error_code": error_code, "error": error, "notices": notices }))
}
