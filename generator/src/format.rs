//! Formats emitted files: header, `use` declarations and items as text.

mod file_builder;
mod imports;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

use crate::emit::{Content, File};
use crate::generated_mark::header;
use file_builder::FileBuilder;

/// The text of a file, header included.
///
/// # Errors
/// Fails when the tokens are not a valid Rust file, which is a bug of the generator.
pub fn text(file: File, importable: &BTreeMap<String, String>) -> syn::Result<String> {
    let header = header(&file.source);
    Ok(match file.content {
        Content::Rust(pieces) => format!("// {header}\n\n{}", rust(pieces, importable)?),
        Content::Program(text) => format!("// {header}\n\n{text}"),
        Content::Toml(text) => format!("# {header}\n\n{text}"),
        Content::Markdown(text) => format!("<!-- {header} -->\n\n{text}"),
        Content::Verbatim(text) => text,
    })
}

fn rust(pieces: Vec<TokenStream>, importable: &BTreeMap<String, String>) -> syn::Result<String> {
    let mut file = FileBuilder::default();
    for tokens in pieces {
        file.add(tokens)?;
    }
    file.text(importable)
}
