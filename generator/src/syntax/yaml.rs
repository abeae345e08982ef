//! YAML text → a tree of nodes with their locations.

mod excluded;
mod library;
mod node;
mod tree;

pub use library::{json, typed, write};
pub use node::{Content, Key, Node};

use crate::diagnostics::Log;
use crate::source::Source;
use crate::syntax::{encoding, invisible};

/// Parses one file. What is not YAML, or more of YAML than the schema language takes, is reported,
/// and `None` returned. What YAML silently leaves out is reported, too, but reading goes on.
pub fn parse(source: &Source, file: usize, log: &mut Log) -> Option<Node> {
    if let Some(problem) = encoding::problem(source, file) {
        log.push(problem);
        return None;
    }
    let mut errors = Log::default();
    invisible::report(source, file, &mut errors);
    let text = invisible::with_plain_spaces(&source.text);
    let root = tree::parse(&text, file, &mut errors, log).filter(|_| errors.is_empty());
    log.extend(errors);
    root
}
