//! The table of rules: every kind of change, with its verdicts.

#[macro_use]
mod declaration;

mod api;
mod codes;
mod constraints;
mod omission;
mod operation;
mod reconciliation;
mod request;
mod response;
mod returns;
mod types;

pub use api::*;
pub use codes::*;
pub use constraints::*;
pub use omission::*;
pub use operation::*;
pub use reconciliation::*;
pub use request::*;
pub use response::*;
pub use returns::*;
pub use types::*;

use super::rule::Rule;

/// Every rule, in the order of subjects.
pub static RULES: &[&Rule] = &flatten::<{ count(TABLES) }>(TABLES);

const TABLES: &[&[&Rule]] = &[
    api::TABLE,
    operation::TABLE,
    returns::TABLE,
    reconciliation::TABLE,
    request::TABLE,
    omission::TABLE,
    constraints::TABLE,
    response::TABLE,
    types::TABLE,
    codes::TABLE,
];

/// Finds a rule by its id, ignoring case.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

const fn count(tables: &[&[&Rule]]) -> usize {
    let (mut sum, mut table) = (0, 0);
    while table < tables.len() {
        sum += tables[table].len();
        table += 1;
    }
    sum
}

const fn flatten<const N: usize>(tables: &[&[&'static Rule]]) -> [&'static Rule; N] {
    let mut flat = [tables[0][0]; N];
    let (mut next, mut table) = (0, 0);
    while table < tables.len() {
        let mut row = 0;
        while row < tables[table].len() {
            flat[next] = tables[table][row];
            (next, row) = (next + 1, row + 1);
        }
        table += 1;
    }
    flat
}
