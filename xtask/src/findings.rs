//! Differences on standard output.

use std::io::{self, Write};

use anstyle::Style;
use anyhow::Context;
use clap::ValueEnum;
use portone_v1_generator::upstream::{Finding, report};

/// How to say them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a terminal.
    Text,
    /// For a pull request.
    Markdown,
    /// For programs; schema/drift.md lists the keys.
    Json,
}

/// Prints them, or a sentence when there are none.
pub fn show(findings: &[Finding], format: Format, none: &str) -> anyhow::Result<()> {
    let text = match format {
        Format::Text if findings.is_empty() => format!("{none}\n"),
        Format::Text => {
            let bold = Style::new().bold();
            let text = report::text(findings, |heading| format!("{bold}{heading}{bold:#}"));
            format!("{text}{}\n", count(findings.len(), "finding"))
        }
        Format::Markdown => report::markdown(findings),
        Format::Json => format!("{:#}\n", report::json(findings)),
    };
    match anstream::stdout().write_all(text.as_bytes()) {
        // Whoever reads may have seen enough: `… | head` is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("the findings could not be printed")
        }
        _ => Ok(()),
    }
}

/// `1 finding`, `2 findings`
pub fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
