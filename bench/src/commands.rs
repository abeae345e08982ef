//! The subcommands, one in each file.

pub mod calls;
pub mod compile;
pub mod generation;
pub mod growth;
pub mod journal;
pub mod peers;
