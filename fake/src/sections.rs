//! Which function answers which operation.

mod benepia;
mod billing_keys;
mod certifications;
mod cvs;
mod escrow;
mod institutions;
mod kakao;
mod kcp_money;
mod kcp_quick;
mod naver;
mod partners;
mod payco;
mod payments;
mod paymentwall;
mod prepare;
mod receipts;
mod schedule_changes;
mod schedule_lists;
mod schedules;
mod subscribe;
mod tiers;
mod users;
mod vbanks;

use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::call::Call;

/// The only operation that needs no token gives one out. No books are opened for it.
pub const GET_TOKEN: &str = "authentication.get_token";

/// Carries out an operation.
pub type Handler = fn(&mut Books, &Call<'_>) -> Answer;

/// An operation by its name, `section.operation`, and what carries it out.
pub type Entry = (&'static str, Handler);

const SECTIONS: &[&[Entry]] = &[
    benepia::OPERATIONS,
    billing_keys::OPERATIONS,
    certifications::OPERATIONS,
    cvs::OPERATIONS,
    escrow::OPERATIONS,
    institutions::OPERATIONS,
    kakao::OPERATIONS,
    kcp_money::OPERATIONS,
    kcp_quick::OPERATIONS,
    naver::OPERATIONS,
    partners::OPERATIONS,
    payco::OPERATIONS,
    payments::OPERATIONS,
    paymentwall::OPERATIONS,
    prepare::OPERATIONS,
    receipts::OPERATIONS,
    schedule_changes::OPERATIONS,
    schedule_lists::OPERATIONS,
    schedules::OPERATIONS,
    subscribe::OPERATIONS,
    tiers::OPERATIONS,
    users::OPERATIONS,
    vbanks::OPERATIONS,
];

/// What answers from tables, whatever has happened.
const FIXED: [&str; 6] = [
    "institutions.get_bank",
    "institutions.get_card",
    "institutions.list_banks",
    "institutions.list_cards",
    "kakao.list",
    "vbanks.find_holder",
];

/// What carries out an operation, where something is remembered for it.
pub fn handler(operation: &str) -> Option<Handler> {
    let mut entries = SECTIONS.iter().copied().flatten();
    entries.find(|(name, _)| *name == operation).map(|(_, handler)| *handler)
}

/// The names of the operations with such a function.
pub fn names() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().copied().flatten().map(|(name, _)| *name)
}

/// Whether an answer of an operation depends on what happened before.
pub fn is_stateful(operation: &str) -> bool {
    operation == GET_TOKEN || (names().any(|name| name == operation) && !FIXED.contains(&operation))
}

/// Carries out a call.
///
/// # Errors
/// Fails as the operation does.
pub fn answer(books: &mut Books, call: &Call<'_>) -> Answer {
    match handler(&call.operation.name) {
        Some(handler) => handler(books, call),
        None => Ok(by_the_schema(call)),
    }
}

/// A payment as it stands.
fn payment(books: &Books, imp_uid: &str) -> Answer {
    Ok(Success::new(books.payments.get(imp_uid)?.answer(books.contract)))
}

/// For what nobody has written code for yet: what an answer can look like, with the values of the
/// request where both have the same name.
fn by_the_schema(call: &Call<'_>) -> Success {
    let mut response = call.operation.example.clone();
    if let Some(record) = response.as_object_mut() {
        for (name, value) in record.iter_mut() {
            if let Some(sent) = call.get(name) {
                *value = sent.clone();
            }
        }
    }
    Success::new(response)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{by_the_schema, names};
    use crate::call::Call;
    use crate::channels::Channel;
    use crate::contract::Contract;

    #[test]
    fn every_function_is_for_an_operation_that_is_there() {
        let contract = Contract::embedded().unwrap();
        for name in names() {
            assert!(contract.operation(name).is_some(), "{name}");
            assert_eq!(names().filter(|other| *other == name).count(), 1, "{name}");
        }
    }

    #[test]
    fn the_schema_s_example_takes_the_values_of_the_request() {
        let contract = Contract::embedded().unwrap();
        let operation = contract.operation("vbanks.issue").unwrap();
        let channel = Channel { gateway: "nice".to_owned(), sandbox: false };
        let values = json!({ "merchant_uid": "order-7", "amount": 500, "vbank_key": "unanswered" });
        let values = values.as_object().unwrap().clone();
        let answer = by_the_schema(&Call { contract, operation, channel, values }).response;
        assert_eq!((&answer["merchant_uid"], &answer["amount"]), (&json!("order-7"), &json!(500)));
        assert_eq!((&answer["currency"], answer.get("vbank_key")), (&json!("KRW"), None));
    }
}
