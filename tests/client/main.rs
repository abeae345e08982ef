//! The generated crate against real HTTP servers on loopback.

mod answers;
mod blocking;
mod checks;
mod codes;
mod decisions;
mod errors;
mod fixture;
mod life_in_bad_weather;
mod life_of_a_refund;
mod life_of_a_schedule;
mod life_of_a_token;
mod life_of_an_account;
mod pages;
mod partial;
mod paths;
mod raw_json;
mod reconcile;
mod schema;
mod secrecy;
mod setup;
mod testing;
mod tolerance;
mod webhooks;
mod wire;
