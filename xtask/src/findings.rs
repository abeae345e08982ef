//! Differences on standard output.

use anstyle::Style;
use anyhow::Context;
use clap::ValueEnum;
use portone_v1_generator::upstream::{Finding, report};

use crate::print;

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
    print::print(&text).context("the findings could not be printed")
}

/// `1 finding`, `2 findings`
pub fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
