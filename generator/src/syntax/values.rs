//! The small values of the language: texts, numbers, dates, maps.

mod date;
mod entries;
mod number;
mod text;

pub use date::{Date, is_date};
pub use entries::{Entries, Entry};
pub use number::{Integer, Number};
pub use text::{OneOrMore, Text};
