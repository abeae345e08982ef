//! `drift`: the schema compared with what upstream publishes.

mod accepted;
mod bytes;
mod documents;
mod fixtures;
mod reports;
