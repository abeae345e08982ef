//! `--fix` at every operation, parameter and field of the real schema: the difference that is asked for
//! is made, and no other.
//!
//! One item of six is changed, several distant ones at once. `DRIFT_FIX_EVERY=1` changes all, and
//! `DRIFT_FIX_GROUPS=1000` each by itself.

mod changes;
mod real_schema;

use portone_v1_generator::upstream::Facts;
use portone_v1_tests::drift_fixture::DATE;
use real_schema::{Item, RealSchema};

/// The most findings that may be left to a person, of a hundred changes: those that break a reference, for example.
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
    assert!(changed > 10, "{changed}");
    assert!(100 * left.len() <= most * changed, "{left:#?}");
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
    check(changes::require, 20);
}

#[test]
fn lengths() {
    check(changes::length, 0);
}

#[test]
fn renamed_fields() {
    check(changes::rename, 3);
}

#[test]
fn moved_operations() {
    check(changes::move_operation, 0);
}

/// A read that proves the absence of a record takes the key by the record's own name.
#[test]
fn renamed_path_variables() {
    check(changes::rename_variables, 15);
}

#[test]
fn other_types() {
    check(changes::retype, 100);
}

#[test]
fn gateway_rules() {
    check(changes::rule, 5);
}

#[test]
fn gateway_lists() {
    check(changes::list, 5);
}

#[test]
fn new_fields() {
    check(changes::insert, 0);
}
