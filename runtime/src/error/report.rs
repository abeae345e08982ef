//! `Debug` of errors: the text that a program prints whose `main` returns one.

use std::error::Error;
use std::fmt::{Formatter, Result};

/// Writes an error and its sources as sentences, each once.
pub(crate) fn report(error: &dyn Error, f: &mut Formatter<'_>) -> Result {
    let sentence = error.to_string();
    f.write_str(&sentence)?;
    let mut heading = "\n\nCaused by:";
    let mut source = error.source();
    while let Some(error) = source {
        let cause = error.to_string();
        if !sentence.contains(&cause) {
            write!(f, "{heading}\n    {cause}")?;
            heading = "";
        }
        source = error.source();
    }
    Ok(())
}
