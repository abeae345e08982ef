//! Generated crates, compiled and packaged by cargo.

mod end_to_end;
mod naming_obstacles;
mod neighbours;
mod semver_callers;
