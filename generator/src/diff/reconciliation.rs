//! Reconciliation: the reads that determine the outcome of a request whose response was lost.

use super::change_site::ChangeSite;
use super::{Change, rules};
use crate::model::{Api, NotFound, Reconcile, ReconcileKey};

/// The reads of an operation, in the order in which they are tried.
pub struct ReconcileEntries<'a> {
    /// The model that they belong to.
    pub api: &'a Api,
    /// The reads.
    pub entries: &'a [Reconcile],
}

/// The change of an operation's reads.
pub fn compare(
    site: &ChangeSite,
    before: &ReconcileEntries<'_>,
    after: &ReconcileEntries<'_>,
    renamed: &dyn Fn(&Reconcile) -> Reconcile,
) -> Option<Change> {
    let same = before.entries.len() == after.entries.len()
        && before.entries.iter().map(renamed).zip(after.entries).all(|(b, a)| same(&b, a));
    let rule = match (before.entries.is_empty(), after.entries.is_empty()) {
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
    *route == after.route
        && keys.len() == after.keys.len()
        && keys.iter().zip(&after.keys).all(|(old, new)| same_key(old, new))
        && *expect == after.expect
}

/// The Rust names are those of the request's fields, which are compared by themselves.
fn same_key(before: &ReconcileKey, after: &ReconcileKey) -> bool {
    let ReconcileKey { parameter, location, from: _, wire } = before;
    *parameter == after.parameter && *location == after.location && *wire == after.wire
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

impl ReconcileEntries<'_> {
    /// The names of the reads and of their keys, which intents hold.
    fn names(&self) -> Vec<(String, Vec<&str>)> {
        let names = self.entries.iter().map(|entry| {
            let keys = entry.keys.iter().map(|key| key.parameter.as_str());
            (self.api.operation_name(entry.read), keys.collect())
        });
        names.collect()
    }

    fn words(&self) -> Option<String> {
        let entries =
            self.entries.iter().map(|entry| words(entry, &self.api.operation_name(entry.read)));
        let entries = entries.collect::<Vec<_>>();
        (!entries.is_empty()).then(|| entries.join(", then "))
    }
}

/// `payments.get` by `imp_uid`, expecting balance
fn words(entry: &Reconcile, read: &str) -> String {
    let Reconcile { read: _, route: _, keys, expect } = entry;
    let keys = keys.iter().map(key).collect::<Vec<_>>().join(" and ");
    format!("`{read}` by {keys}, expecting {}", expect.word())
}

fn key(key: &ReconcileKey) -> String {
    let ReconcileKey { parameter, location, from: _, wire } = key;
    format!("`{}.{parameter}` from `{wire}`", location.word())
}
