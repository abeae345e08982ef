//! Hostile requests.

mod bodies;
mod connections;
mod texts;
mod values;
