//! Generated crates, compiled and packaged by cargo.

mod accepted_schemas;
mod end_to_end;
mod naming_obstacles;
mod neighbours;
mod semver_callers;

use std::sync::OnceLock;

use portone_v1_tests::rustc::Rustc;

/// The compiler, with the runtime that this binary is linked with.
fn rustc() -> &'static Rustc {
    static RUSTC: OnceLock<Rustc> = OnceLock::new();
    RUSTC.get_or_init(|| Rustc::of("compiled", env!("CARGO_TARGET_TMPDIR")))
}
