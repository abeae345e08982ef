//! Token streams → text, with `use` lines and the header. The one file that names prettyplease.

mod columns;
mod imports;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

use crate::emit::{Content, File};
use columns::Withheld;

/// The word that marks a file as ours to overwrite and delete.
pub const MARK: &str = "@generated";

/// The text of a file, header included.
///
/// # Errors
/// Fails when the tokens are no Rust file, which is a mistake of the generator.
pub fn text(file: &File, importable: &BTreeMap<String, String>) -> syn::Result<String> {
    let header =
        format!("{MARK} by `cargo xtask generate` from {}. Do not edit by hand.", file.source);
    Ok(match &file.content {
        Content::Rust(tokens) => format!("// {header}\n\n{}", rust(tokens, importable)?),
        Content::Toml(text) => format!("# {header}\n\n{text}"),
        Content::Markdown(text) => format!("<!-- {header} -->\n\n{text}"),
    })
}

fn rust(tokens: &TokenStream, importable: &BTreeMap<String, String>) -> syn::Result<String> {
    let mut withheld = Withheld::default();
    let file: syn::File = syn::parse2(columns::withhold(tokens.clone(), &mut withheld))?;
    let imports: syn::File = syn::parse2(imports::of(&file, importable))?;
    let bare = syn::File { items: Vec::new(), ..file.clone() };
    let head = print(bare.clone());
    let mut blocks = vec![head];
    let mut previous = None;
    for item in imports.items.into_iter().chain(file.items) {
        let kind = kind(&item);
        let text = print(syn::File { attrs: Vec::new(), items: vec![item], ..bare.clone() });
        match blocks.last_mut() {
            Some(block) if kind.is_some() && kind == previous => block.push_str(&text),
            _ => blocks.push(text),
        }
        previous = kind;
    }
    blocks.retain(|block| !block.is_empty());
    Ok(columns::restore(&blocks.join("\n"), &withheld))
}

/// Items of these kinds stand together; all others are set apart by a blank line.
fn kind(item: &syn::Item) -> Option<&'static str> {
    match item {
        syn::Item::Use(_) => Some("use"),
        syn::Item::Mod(_) => Some("mod"),
        _ => None,
    }
}

/// prettyplease leaves no blank line between the methods of an `impl`: one is added after each.
fn print(file: syn::File) -> String {
    let text = prettyplease::unparse(&file);
    let mut spaced = String::with_capacity(text.len());
    let mut after_method = false;
    for line in text.lines() {
        if after_method && line != "}" {
            spaced.push('\n');
        }
        after_method = line == "    }";
        spaced.push_str(line);
        spaced.push('\n');
    }
    spaced
}
