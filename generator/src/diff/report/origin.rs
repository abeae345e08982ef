//! The origin of the compared schemas, as far as it is known.

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
    /// The address below which the files of the earlier schema are.
    pub base_files: Option<String>,
}

impl Origin {
    /// The address of a line of the later schema.
    pub fn address(&self, location: &SourceLocation) -> Option<String> {
        Some(address(self.files.as_ref()?, location))
    }

    /// The address of a line of the earlier schema.
    pub fn old_address(&self, location: &SourceLocation) -> Option<String> {
        Some(address(self.base_files.as_ref()?, location))
    }
}

fn address(files: &str, location: &SourceLocation) -> String {
    format!("{files}/{}#L{}", encoded(&location.file), location.line)
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
