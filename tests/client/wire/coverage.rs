//! Every operation of the schema has a wire test.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

use crate::schema::operations;

/// The sections' tests in this very binary: `vbanks.issue` for `wire::vbanks::issue`.
fn tested() -> BTreeSet<String> {
    let list = Command::new(env::current_exe().unwrap())
        .args(["wire::", "--list", "--format", "terse"])
        .output()
        .unwrap();
    let list = String::from_utf8(list.stdout).unwrap();
    let tests = list.lines().filter_map(|line| line.strip_prefix("wire::")?.strip_suffix(": test"));
    tests.map(|test| test.replace("::", ".")).collect()
}

#[test]
fn every_operation_has_a_wire_test() {
    let tested = tested();
    let names = operations().map(|operation| operation.0);
    let untested: Vec<_> = names.filter(|name| !tested.contains(name)).collect();
    assert!(untested.is_empty(), "add tests of these names below `wire`: {untested:?}");
}
