//! Generated crates, compiled and packaged by cargo.

mod accepted_schemas;
mod end_to_end;
mod naming_obstacles;
mod neighbours;
mod semver_callers;
