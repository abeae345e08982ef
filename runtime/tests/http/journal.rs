//! The journal of requests that must not be sent twice.

mod drops;
mod failing;
mod outcomes;
mod recording;
mod support;
