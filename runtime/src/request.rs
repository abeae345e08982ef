//! Requests: validation of a call's values, and their layout on the wire.

pub(crate) mod header;
mod path;
mod prepared_request;
mod query;
mod validation;

pub(crate) use prepared_request::PreparedRequest;
