//! The page of results, `bench/README.md`.

pub mod goal;
pub mod machine;
pub mod markdown;
pub mod results;
