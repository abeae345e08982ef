//! Clients, servers and tables for the benchmarks of calls.

pub mod bodies;
pub mod by_hand;
pub mod canned;
pub mod clients;
pub mod host;
pub mod paired_times;
pub mod server;
pub mod table;
