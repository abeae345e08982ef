//! Standard output.

use std::io::{self, Write};

/// Prints a text; colours are removed if the output is not a terminal.
pub fn print(text: &str) -> io::Result<()> {
    match anstream::stdout().write_all(text.as_bytes()) {
        // A reader such as `head` may close the pipe early, which is not an error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
