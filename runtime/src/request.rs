//! Requests: validation of a call's values, and their layout on the wire.

pub(crate) mod header;
mod non_blank;
mod path;
mod prepared_request;
mod query;
mod validation;

pub use non_blank::non_blank;
pub(crate) use prepared_request::PreparedRequest;
