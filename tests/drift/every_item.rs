//! `--fix` at every operation, parameter and field of the real schema: the difference that is asked for
//! is made, and no other.
//!
//! Several distant items change at once. `DRIFT_FIX_GROUPS=1000` changes each by itself.

mod changes;
mod real_schema;

use portone_v1_generator::upstream::Facts;
use portone_v1_tests::drift_fixture::DATE;
use real_schema::{Item, RealSchema};

/// The most findings that may be left to a person, of those of all items.
type Most = usize;

fn check(change: impl Fn(&mut Facts, &Item) -> bool, most: Most) {
    check_with(&change, |_, _| {}, most);
}

/// `then` turns the facts of upstream into those of the schema after the fix.
fn check_with(
    change: impl Fn(&mut Facts, &Item) -> bool,
    then: impl Fn(&mut Facts, &Item),
    most: Most,
) {
    let schema = RealSchema::read();
    let (mut changed, mut left) = (0, Vec::new());
    for group in schema.groups() {
        let mut theirs = schema.upstream();
        let items: Vec<&Item> =
            group.into_iter().filter(|item| change(&mut theirs, item)).collect();
        changed += items.len();
        left.extend(schema.assert_fixed(&theirs, &items, &change, &then));
    }
    println!("{changed} changes, {} left: {left:#?}", left.len());
    assert!(changed > 50, "{changed}");
    assert!(left.len() <= most, "{left:#?}");
}

#[test]
fn hidden_fields() {
    let date = |facts: &mut Facts, item: &Item| changes::hide(facts, item, DATE);
    check_with(changes::remove, date, 0);
}

#[test]
fn hidden_operations() {
    let date = |facts: &mut Facts, item: &Item| changes::hide_operation(facts, item, DATE);
    check_with(changes::remove_operation, date, 0);
}

#[test]
fn required_and_optional_fields() {
    check(changes::require, 400);
}

#[test]
fn lengths() {
    check(changes::length, 0);
}

#[test]
fn renamed_fields() {
    check(changes::rename, 40);
}

#[test]
fn other_types() {
    check(changes::retype, 1000);
}

#[test]
fn gateway_rules() {
    check(changes::rule, 10);
}

#[test]
fn gateway_lists() {
    check(changes::list, 10);
}

#[test]
fn new_fields() {
    check(changes::insert, 0);
}
