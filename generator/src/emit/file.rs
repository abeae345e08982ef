//! A file of the generated crate before formatting, and the job that makes it.

use proc_macro2::TokenStream;

/// One file of the generated crate.
#[derive(Clone, Debug)]
pub struct File {
    /// The path below the crate's folder: `src/vbanks.rs`.
    pub path: String,
    /// The schema file it comes from.
    pub source: String,
    /// The content of the file.
    pub content: Content,
}

/// The content of a file before formatting.
#[derive(Clone, Debug)]
pub enum Content {
    /// Rust code, in pieces that can be read one by one.
    Rust(Vec<TokenStream>),
    /// A program of the project, as it is.
    Program(String),
    /// A TOML file.
    Toml(String),
    /// A Markdown file.
    Markdown(String),
    /// A text that is to stay as it is, without a header.
    Verbatim(String),
}

/// A file that is still to be made. No file needs another, so they can be made side by side.
pub type Job<'a> = Box<dyn Fn() -> File + Send + Sync + 'a>;

/// A job of this function.
pub fn job<'a>(make: impl Fn() -> File + Send + Sync + 'a) -> Job<'a> {
    Box::new(make)
}
