//! The lines that a reviewer reads in generated documents.

use portone_v1_generator::model::{Api, Field, Shape};
use portone_v1_generator::{contract, openapi};

use crate::openapi::schemas;

/// The greatest number of lines of both documents together.
const MOST_LINES: usize = 20;

/// Types that many operations return, or that such a type holds.
const SHARED: [&str; 4] = ["Payment", "PaymentCancel", "Schedule", "NaverProductOrder"];

#[test]
fn an_optional_member_changes_few_lines() {
    let api = &schemas::real().api;
    let before = lines(api);
    for name in SHARED {
        let added = lines(&with_member(api, name)) - before;
        assert!((12..=MOST_LINES).contains(&added), "{name}: {added} lines");
    }
}

/// The schema with an optional text more in a record, before the last member.
fn with_member(api: &Api, name: &str) -> Api {
    let mut api = api.clone();
    let text = member(&api);
    let ty = api.types.iter_mut().find(|ty| ty.name == name).expect("a type");
    let Shape::Record(fields) = &mut ty.shape else { panic!("a record") };
    fields.insert(fields.len() - 1, Field { wire: "memo".to_owned(), ..text });
    api
}

/// An optional text without rules.
fn member(api: &Api) -> Field {
    let payment = api.types.iter().find(|ty| ty.name == "Payment").expect("the payment");
    let Shape::Record(fields) = &payment.shape else { panic!("a record") };
    fields.iter().find(|field| field.wire == "pg_tid").expect("an optional text").clone()
}

fn lines(api: &Api) -> usize {
    openapi::json(api).lines().count() + contract::json(api).lines().count()
}
