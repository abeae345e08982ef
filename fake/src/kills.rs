//! Kills of a process that uses the server.

mod kill;
mod plan;
mod switch;

pub use self::kill::{Kill, KillMoment};
pub use self::plan::Kills;
pub use self::switch::{KillSwitch, Trip, Tripped};
