//! `drift`: the schema compared with upstream's description.

mod bytes;
mod documents;
mod fixtures;
mod pages;
mod reports;
mod suppressions;
