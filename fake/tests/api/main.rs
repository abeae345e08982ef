//! The server as a program of any language meets it: over HTTP, in JSON.

mod commands;
mod faults;
mod inbox;
mod log;
mod payments;
mod requests;
mod shop;
mod tokens;
mod vbanks;
mod webhooks;
