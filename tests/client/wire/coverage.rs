//! The operations that need a wire test by hand have one.

use std::collections::BTreeSet;
use std::env;
use std::path::Path;
use std::process::Command;

use portone_v1_tests::snapshot;

use crate::schema::{api, operations};

/// They move money, or make or end something that does.
const VITAL: &[&str] = &[
    "benepia.pay",
    "billing_keys.delete",
    "billing_keys.issue",
    "cvs.issue",
    "cvs.revoke",
    "kcp_quick.change",
    "kcp_quick.pay_with_autopay_key",
    "kcp_quick.pay_with_money",
    "kcp_quick.prepare",
    "naver.approve_return",
    "naver.cancel",
    "payments.cancel",
    "prepare.change",
    "prepare.register",
    "receipts.issue",
    "receipts.issue_external",
    "schedules.cancel",
    "schedules.change",
    "schedules.create",
    "schedules.reschedule",
    "schedules.retry",
    "subscribe.pay_again",
    "subscribe.pay_once",
    "vbanks.issue",
    "vbanks.revoke",
];

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
fn every_vital_operation_has_a_test_by_hand() {
    let tested = tested();
    let untested: Vec<_> = VITAL.iter().filter(|name| !tested.contains(**name)).collect();
    assert!(untested.is_empty(), "add tests of these names below `wire`: {untested:?}");
}

#[test]
fn the_vital_operations_are_in_the_schema() {
    let known: BTreeSet<_> = operations().map(|(name, _)| name).collect();
    let unknown: Vec<_> = VITAL.iter().filter(|name| !known.contains(**name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// The snapshot lists the sections without a test by hand. A new section can wait there; add a test of
/// its first operation below `wire`.
#[test]
fn every_section_has_a_test_by_hand() {
    let tested = tested();
    let operations = operations().map(|(name, _)| name).filter(|name| tested.contains(name));
    let sections: BTreeSet<_> =
        operations.filter_map(|name| Some(name.split_once('.')?.0.to_owned())).collect();
    let names = api().sections.iter().map(|section| section.name.as_str());
    let untested: Vec<_> = names.filter(|name| !sections.contains(*name)).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("client/wire");
    snapshot::assert(&folder, "sections_without_test", &untested.join("\n"));
}
