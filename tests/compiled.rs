//! Generated crates, compiled and packaged by cargo.

mod end_to_end;
mod naming_obstacles;
mod semver_callers;
