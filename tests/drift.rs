//! `drift`: the schema compared with upstream's description.

mod bytes;
mod documents;
mod every_item;
mod fixtures;
mod label;
mod pages;
mod prose;
mod reports;
mod suppressions;
