//! The YAML crate: the one file that names it. It is why texts are written here, too.

use std::io;

use serde::Serialize;
pub use serde_yaml::granit_parser as parser;

/// Any value as YAML text.
///
/// # Errors
/// Fails when YAML cannot hold the value.
pub fn write(value: &impl Serialize) -> io::Result<String> {
    serde_yaml::to_string(value).map_err(io::Error::other)
}

/// Any YAML or JSON text as a JSON value: documents that others wrote.
///
/// # Errors
/// The message contains the error and its location.
pub fn json(text: &str) -> Result<serde_json::Value, String> {
    typed(text)
}

/// A small YAML file of ours that needs no spans.
///
/// # Errors
/// The message contains the error and its location.
pub fn typed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    // The crate's own limits stay: they hold off documents that are made to exhaust a reader.
    let options =
        serde_yaml::options! { with_snippet: false, leading_zero_numbers_as_strings: true };
    serde_yaml::from_str_with_options(text, options).map_err(|error| error.to_string())
}
