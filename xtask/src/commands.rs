//! One file for each command.

pub mod api;
pub mod check;
pub mod completions;
pub mod diff;
pub mod drift;
pub mod explain;
pub mod fake;
pub mod generate;
pub mod openapi;
pub mod package;
pub mod publish;
pub mod release;
pub mod upstream;
