//! A comparison as text, Markdown, JSON and annotations of GitHub.

mod content;
mod dash;
mod github;
mod json;
mod levels;
mod locations;
mod markdown;
mod rules;
mod text;

pub use content::{Entry, Report, entries};
pub use github::annotations;
pub use json::{JSON_VERSION, json};
pub use locations::Locations;
pub use markdown::{LIMIT, MARKER, markdown};
pub use rules::{rules_json, rules_markdown, rules_text};
pub use text::{Paint, text};
