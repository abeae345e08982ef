//! Proving who people are.

use serde_json::json;

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::certification::Certification;
use crate::books::identity::Identity;
use crate::call::Call;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("certifications.get", get),
    ("certifications.delete", delete),
    ("certifications.request_otp", request_otp),
    ("certifications.confirm_otp", confirm_otp),
];

fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    Ok(Success::new(books.certifications.get(imp_uid)?.answer(books.contract, imp_uid)))
}

/// The answer is the last time that it can be read.
fn delete(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    Ok(Success::new(books.certifications.remove(imp_uid)?.answer(books.contract, imp_uid)))
}

fn request_otp(books: &mut Books, call: &Call<'_>) -> Answer {
    let in_app = call.text("verification_method") == Some("APP");
    let certification = Certification {
        identity: Identity::of(&call.values)?,
        gateway: call.channel.gateway.clone(),
        merchant_uid: call.text("merchant_uid").map(str::to_owned),
        otp: (!in_app).then(|| books.certifications.next_otp()),
        certified_at: None,
        origin: None,
    };
    Ok(Success::new(json!({ "imp_uid": books.certifications.enter(certification) })))
}

fn confirm_otp(books: &mut Books, call: &Call<'_>) -> Answer {
    let pending = books.certifications.get_mut(call.required("imp_uid"))?;
    pending.confirm(call.text("otp"), books.now)?;
    get(books, call)
}
