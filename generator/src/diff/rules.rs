//! The table of rules: every kind of change, with its verdicts.

mod api;
mod codes;
mod operation;
mod request;
mod response;
mod types;

pub use api::*;
pub use codes::*;
pub use operation::*;
pub use request::*;
pub use response::*;
pub use types::*;

use super::Rule;

/// Every rule, in the order of subjects.
pub static RULES: &[&Rule] = &flatten::<{ count(TABLES) }>(TABLES);

const TABLES: &[&[&Rule]] =
    &[api::TABLE, operation::TABLE, request::TABLE, response::TABLE, types::TABLE, codes::TABLE];

/// Finds a rule by its id, whatever its case.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

/// Declares rules, and the table of them.
macro_rules! rules {
    ($($name:ident = $id:literal {
        $what:literal, $direction:ident,
        wire: $wire:ident, rust: $rust:ident, behaviour: $behaviour:ident,
        why: $why:literal,
        example: $example:literal,
        migration: $migration:literal,
    })*) => {
        $(
            #[doc = $what]
            pub static $name: $crate::diff::Rule = $crate::diff::Rule {
                id: $id,
                what: $what,
                direction: $crate::diff::Direction::$direction,
                wire: $crate::diff::Level::$wire,
                rust: $crate::diff::Level::$rust,
                behaviour: $crate::diff::Level::$behaviour,
                why: $why,
                example: $example,
                migration: $migration,
            };
        )*

        pub(super) const TABLE: &[&$crate::diff::Rule] = &[$(&$name),*];
    };
}
use rules;

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
