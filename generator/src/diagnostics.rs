//! Errors in a schema: codes, locations and rendering.

pub mod codes;
mod diagnostic;
mod log;
mod render;
mod suggest;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Label};
pub use log::Log;
pub use render::{Style, render};
pub use suggest::{alternatives, did_you_mean, nearest};
