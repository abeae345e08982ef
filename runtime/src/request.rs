//! Requests: validation of a call's values, and their layout on the wire.

pub(crate) mod header;
mod path;
mod prepared_call;
mod query;
mod validation;

pub(crate) use prepared_call::PreparedCall;
