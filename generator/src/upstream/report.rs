//! Findings as text, Markdown and JSON.

mod json;
mod markdown;
mod text;
mod words;

pub use json::{JSON_VERSION, json};
pub use markdown::markdown;
pub use text::text;
pub use words::Words;
