//! Where the compared schemas come from, as far as it is known.

use std::fmt::Write;

use crate::source::SourceLocation;

/// The branches of the compared schemas, and the address of the later one.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The branch or the commit of the later schema: `refunds (1a2b3c4)`.
    pub head: Option<String>,
    /// The branch or the commit of the earlier schema.
    pub base: Option<String>,
    /// The address below which the files of the later schema are: `https://github.com/a/b/blob/1a2b3c4`.
    pub files: Option<String>,
}

impl Origin {
    /// The address of a line.
    pub fn address(&self, location: &SourceLocation) -> Option<String> {
        let files = self.files.as_ref()?;
        Some(format!("{files}/{}#L{}", encoded(&location.file), location.line))
    }
}

/// A path in an address.
fn encoded(path: &str) -> String {
    let mut address = String::new();
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            byte => {
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}
