//! Members of KCP QuickPay: their keys, and their authentication.

use serde_json::json;

use super::{Entry, payment};
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::charge::By;
use crate::books::order::Order;
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("kcp_quick.delete_member", delete_member),
    ("kcp_quick.pay_with_autopay_key", pay_with_autopay_key),
    ("kcp_quick.delete_autopay_key", delete_autopay_key),
    ("kcp_quick.release_fido", release_fido),
];

fn pay_with_autopay_key(books: &mut Books, call: &Call<'_>) -> Answer {
    let key = books.billing_key(call.required("customer_uid"))?;
    let imp_uid = books.charge(Order::of(call).by_card(&key.card), By::Key(&key))?;
    payment(books, &imp_uid)
}

fn delete_autopay_key(books: &mut Books, call: &Call<'_>) -> Answer {
    let customer_uid = call.required("customer_uid");
    let unknown = |_| Refusal::not_found(format_args!("billing key {customer_uid}"));
    let deleted = books.delete_billing_key(customer_uid).map_err(unknown)?;
    Ok(Success::new(json!({ "customer_uid": deleted.customer_uid })))
}

fn delete_member(books: &mut Books, call: &Call<'_>) -> Answer {
    let site = ["site_code", "partner_type", "partner_subtype"].map(|name| call.required(name));
    let deleted = books.kcp_quick.delete_member(call.required("member_id"), site)?;
    Ok(Success::new(deleted.answer(books.contract)))
}

fn release_fido(books: &mut Books, call: &Call<'_>) -> Answer {
    let (member_id, now) = (call.required("member_id"), books.now);
    match books.kcp_quick.member(member_id).filter(|member| member.fido) {
        Some(member) => {
            (member.fido, member.updated) = (false, now);
            Ok(Success::new(json!({ "member_id": member_id })))
        }
        None => {
            let said = json!({ "code": "C210", "message": "no FIDO is registered" });
            Err(Refusal::rule(format!("{member_id} does not use FIDO")).because(said))
        }
    }
}
