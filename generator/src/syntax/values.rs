//! The small values of the language: texts, numbers, dates, maps.

mod date;
mod entries;
mod number;
mod sentence;
mod statuses;
mod text;

pub use date::Date;
pub use entries::{Entries, Entry};
pub use number::{Integer, Number};
pub use sentence::Sentence;
pub use statuses::Statuses;
pub use text::{OneOrMore, Text};
