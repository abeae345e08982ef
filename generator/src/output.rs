//! Texts → files: a plan first, then either written or compared. The one module that changes the disk.

mod apply;
mod check;
mod faults;
mod journal;
mod plan;
mod stages;
mod temporary_folder;

pub use plan::{Change, Kind, Plan, Target};
pub use temporary_folder::TemporaryFolder;
