//! A comparison as text, Markdown, JSON and annotations of GitHub.

mod budget;
mod content;
mod effect;
mod github;
mod groups;
mod json;
mod levels;
mod lines;
mod locations;
mod markdown;
mod origin;
mod problems;
mod prose;
mod rules;
mod text;
mod title;

pub use content::{Entry, Report, entries};
pub use github::annotations;
pub use json::{JSON_VERSION, json};
pub use locations::Locations;
pub use markdown::{LIMIT, MARKER, markdown};
pub use origin::Origin;
pub use problems::{Problems, problem_annotations, problems_json, problems_markdown};
pub use rules::{rules_json, rules_markdown, rules_text};
pub use text::{Paint, text};
