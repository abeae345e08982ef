//! The public API of the generated crate and the verdicts of `diff`, over random changes of the project's schema:
//! no item goes away without a major change, and none comes without a minor one.

use std::collections::BTreeSet;
use std::env;

use fastrand::Rng;
use portone_v1_generator::diff::{self, Level};
use portone_v1_generator::model::Api;
use portone_v1_tests::schema_mutations::Schema;

use super::public_api;
use super::schema::{api, files};

/// The changes that are tried unless `SCHEMA_MUTATIONS` says how many; the gate tries more.
const FEW: u64 = 1;

#[test]
fn no_public_item_comes_or_goes_unnoticed() {
    let number = |name: &str| env::var(name).ok().and_then(|value| value.parse().ok());
    let first = number("SCHEMA_SEED").unwrap_or(1);
    let schema = Schema::of_the_project();
    let before = public_api::items(files());
    let (mut accepted, mut wrong) = (0, Vec::new());
    for seed in first..first + number("SCHEMA_MUTATIONS").unwrap_or(FEW) {
        let mut changed = schema.clone();
        let done = changed.mutate(&mut Rng::with_seed(seed));
        let Ok(after) = portone_v1_generator::read(&changed.sources()) else { continue };
        accepted += 1;
        let why = unnoticed(&before, &after);
        wrong.extend(why.map(|why| format!("SCHEMA_SEED={seed} {done}: {why}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(accepted > 0, "no change was accepted");
    println!("{accepted} schemas were compared");
}

/// The items that come or go without a verdict.
fn unnoticed(before: &BTreeSet<String>, after: &Api) -> Option<String> {
    let files = portone_v1_generator::generate(after).expect("the generator writes Rust");
    let items = public_api::items(&files);
    let (gone, new) = (difference(before, &items), difference(&items, before));
    let expected = match (gone.is_empty(), new.is_empty()) {
        (true, true) => return None,
        (true, false) => Level::Minor,
        _ => Level::Major,
    };
    let changes = diff::compare(api(), after);
    let verdict = changes.iter().map(|change| change.rule.rust).max().unwrap_or(Level::None);
    let rules: BTreeSet<_> = changes.iter().map(|change| change.rule.id).collect();
    (verdict < expected).then(|| {
        format!("{} in Rust ({rules:?}), but gone: {gone:?}, new: {new:?}", verdict.word())
    })
}

fn difference(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Vec<String> {
    one.difference(other).cloned().collect()
}
