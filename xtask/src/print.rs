//! Standard output.

use std::io::{self, Write};

/// Prints a text, without its colours where nobody would see them.
pub fn print(text: &str) -> io::Result<()> {
    match anstream::stdout().write_all(text.as_bytes()) {
        // Whoever reads may have seen enough: `… | head` is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
