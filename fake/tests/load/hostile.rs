//! What no client should send.

mod bodies;
mod connections;
mod texts;
mod values;
