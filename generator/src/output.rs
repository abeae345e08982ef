//! Texts → files: a plan first, then either written or compared. The one room that changes a disk.

mod apply;
mod check;
mod plan;

pub use plan::{Change, Kind, Plan, Target};
