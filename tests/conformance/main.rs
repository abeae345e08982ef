//! Conformance: every operation of the schema, called on a server on loopback. Requests match the
//! schema, and every response that the schema allows is read and can be stored.

mod answers;
mod blocking;
mod calls;
mod codes;
mod count;
#[cfg(feature = "json-schema")]
mod documented_bodies;
mod echo;
mod expected;
mod journal;
mod json;
mod log_capture;
mod logs;
mod operations;
mod privacy;
mod requests;
mod samples;
mod secrecy;
mod tables;
mod understood;
