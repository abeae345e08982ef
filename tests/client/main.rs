//! The generated crate against real HTTP servers on loopback.

mod answers;
mod codes;
mod errors;
mod example;
mod fixture;
mod life_of_an_account;
mod paths;
mod raw_json;
mod schema;
mod secrecy;
mod setup;
mod tolerance;
mod wire;
