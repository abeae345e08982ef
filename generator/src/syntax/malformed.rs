//! Mistakes in a text that is not valid YAML.
//!
//! A parser stops at the first token that fits nowhere, which is often behind the mistake. So the lines of such
//! a text are looked at once more, for the mistakes that people make: all of them are reported where they were
//! made, with the repair.

mod block;
mod bracket;
mod entry;
mod flow;
mod levels;
mod lines;
mod lookalike;
mod mistakes;
mod plain;
mod quoted;

pub use lookalike::report_quotes as report_lookalike_quotes;

use crate::diagnostics::{Diagnostic, Log};
use mistakes::Mistakes;

/// Reports the mistakes in a text, and the error of the parser unless one of them explains it: the parser
/// stops at a mistake, in the line below it, or later. Comments that cut a text off are reported already.
pub fn report(text: &str, file: usize, parser_error: Diagnostic, comments: &Log, log: &mut Log) {
    let mut mistakes = Mistakes::new(text, file, comments.starts());
    block::find(&mut mistakes);
    let stop = parser_error.labels.first().map_or(0, |label| label.span.start);
    if mistakes.are_far_behind(stop) {
        log.push(parser_error);
    }
    mistakes.report(log);
}
