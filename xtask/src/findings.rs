//! Output of findings.

use anstyle::Style;
use anyhow::Context;
use clap::ValueEnum;
use portone_v1_generator::sanitize::for_json;
use portone_v1_generator::upstream::{Finding, Words, report};

use crate::print;
use crate::quantity::count;

/// The output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FindingsFormat {
    /// Text for a terminal
    Text,
    /// Markdown for a pull request
    Markdown,
    /// JSON; schema/drift.md lists the keys
    Json,
}

/// Prints findings, or a sentence if there are none.
pub fn show(findings: &[Finding], format: FindingsFormat, words: Words) -> anyhow::Result<()> {
    let text = match format {
        FindingsFormat::Text if findings.is_empty() => format!("{}\n", words.agreement()),
        FindingsFormat::Text => {
            let bold = Style::new().bold();
            let text = report::text(findings, words, |heading| format!("{bold}{heading}{bold:#}"));
            format!("{text}{}\n", count(findings.len(), "finding"))
        }
        FindingsFormat::Markdown => report::markdown(findings, words),
        FindingsFormat::Json => for_json(&format!("{:#}\n", report::json(findings, words))),
    };
    print::print(&text).context("the findings could not be printed")
}
