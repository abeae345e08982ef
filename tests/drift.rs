//! `drift`: the schema compared with what upstream publishes.

mod bytes;
mod documents;
mod fixtures;
mod reports;
mod suppressions;
