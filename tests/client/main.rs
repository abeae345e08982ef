//! The generated crate against real HTTP servers on loopback.

mod answers;
mod blocking;
mod checks;
mod codes;
mod errors;
mod explicit_omissions;
mod fixture;
mod flaky_network;
mod pages;
mod partial;
mod paths;
mod raw_json;
mod reconcile;
mod refund_lifecycle;
mod schedule_lifecycle;
mod schema;
mod secrecy;
mod setup;
mod test_payments;
mod testing;
mod token_lifecycle;
mod tolerance;
mod vbank_lifecycle;
mod verification;
mod wire;
