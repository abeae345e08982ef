//! Reconciliation: the reads that determine the outcome of a request whose response was lost.

use super::change_site::ChangeSite;
use super::{Change, rules};
use crate::model::{Api, NotFound, Reconcile, ReconcileKey};

/// The reads of an operation, in the order in which they are tried.
pub struct Ways<'a> {
    /// The model that they belong to.
    pub api: &'a Api,
    /// The reads.
    pub ways: &'a [Reconcile],
}

/// The change of an operation's reads.
pub fn compare(site: &ChangeSite, before: &Ways<'_>, after: &Ways<'_>) -> Option<Change> {
    let same = before.ways.len() == after.ways.len()
        && before.ways.iter().zip(after.ways).all(|(b, a)| same(b, a));
    let rule = match (before.ways.is_empty(), after.ways.is_empty()) {
        _ if same && before.names() == after.names() => return None,
        _ if same => &rules::RECONCILIATION_READ_RENAMED,
        (true, _) => &rules::RECONCILIATION_ADDED,
        (_, true) => &rules::RECONCILIATION_REMOVED,
        _ => &rules::RECONCILIATION_CHANGED,
    };
    Some(site.change(rule, before.words(), after.words()))
}

/// The same but for the name of the read.
fn same(before: &Reconcile, after: &Reconcile) -> bool {
    let Reconcile { read: _, route, keys, expect } = before;
    *route == after.route && *keys == after.keys && *expect == after.expect
}

/// The change of the responses that prove that there is no record.
pub fn not_found(site: &ChangeSite, before: &[NotFound], after: &[NotFound]) -> Option<Change> {
    let rule = match before.iter().all(|response| after.contains(response)) {
        _ if before == after => return None,
        true => &rules::NOT_FOUND_ADDED,
        false => &rules::NOT_FOUND_CHANGED,
    };
    let words = |responses: &[NotFound]| {
        let responses = responses.iter().map(response).collect::<Vec<_>>().join(", or ");
        (!responses.is_empty()).then_some(responses)
    };
    Some(site.change(rule, words(before), words(after)))
}

fn response(response: &NotFound) -> String {
    let NotFound { status, codes } = response;
    let codes = codes.iter().map(i64::to_string).collect::<Vec<_>>().join(" or ");
    format!("HTTP {status} with code {codes}")
}

impl Ways<'_> {
    fn names(&self) -> Vec<String> {
        self.ways.iter().map(|way| self.api.operation_name(way.read)).collect()
    }

    fn words(&self) -> Option<String> {
        let ways = self.ways.iter().map(|way| words(way, &self.api.operation_name(way.read)));
        let ways = ways.collect::<Vec<_>>();
        (!ways.is_empty()).then(|| ways.join(", then "))
    }
}

/// `payments.get` by `imp_uid`, expecting balance
fn words(way: &Reconcile, read: &str) -> String {
    let Reconcile { read: _, route: _, keys, expect } = way;
    let keys = keys.iter().map(key).collect::<Vec<_>>().join(" and ");
    format!("`{read}` by {keys}, expecting {}", expect.word())
}

fn key(key: &ReconcileKey) -> String {
    let ReconcileKey { parameter, place, from: _, wire } = key;
    format!("`{}.{parameter}` from `{wire}`", place.word())
}
