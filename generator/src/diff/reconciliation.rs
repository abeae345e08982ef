//! How it is found out what became of a request whose answer was lost.

use super::spot::Spot;
use super::{Change, rules};
use crate::model::{Reconcile, ReconcileKey};

/// The ways of an operation, the first whose keys a request has being the one that counts.
pub fn compare(spot: &Spot, before: &[Reconcile], after: &[Reconcile]) -> Option<Change> {
    let same = before.len() == after.len() && before.iter().zip(after).all(|(b, a)| same(b, a));
    let rule = match (before.is_empty(), after.is_empty()) {
        _ if before == after => return None,
        _ if same => &rules::RECONCILIATION_READ_RENAMED,
        (true, _) => &rules::RECONCILIATION_ADDED,
        (_, true) => &rules::RECONCILIATION_REMOVED,
        _ => &rules::RECONCILIATION_CHANGED,
    };
    let words = |ways: &[Reconcile]| {
        let ways = ways.iter().map(words).collect::<Vec<_>>();
        (!ways.is_empty()).then(|| ways.join(", then "))
    };
    Some(spot.change(rule, words(before), words(after)))
}

/// The same but for the name of the read.
fn same(before: &Reconcile, after: &Reconcile) -> bool {
    let Reconcile { read: _, route, keys, expect } = before;
    *route == after.route && *keys == after.keys && *expect == after.expect
}

/// `payments.get` by `imp_uid`, expecting balance
fn words(way: &Reconcile) -> String {
    let Reconcile { read, route: _, keys, expect } = way;
    let keys = keys.iter().map(key).collect::<Vec<_>>().join(" and ");
    format!("`{read}` by {keys}, expecting {}", expect.word())
}

fn key(key: &ReconcileKey) -> String {
    let ReconcileKey { parameter, place, from: _, wire } = key;
    format!("`{}.{parameter}` from `{wire}`", place.word())
}
