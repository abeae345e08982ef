//! Token streams → text, with `use` lines and the header. The one file that names prettyplease.

mod columns;
mod imports;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

use crate::emit::{Content, File};
use crate::output::Target;
use columns::Withheld;

/// Where prettyplease breaks lines, and rustfmt by the generated crate's `rustfmt.toml`.
pub const MARGIN: usize = 89;

/// The word that marks a file as ours to overwrite and delete.
pub const MARK: &str = "@generated";

/// A file as it is to lie on the disk, header included.
///
/// # Errors
/// Fails when the tokens are no Rust file, which is a mistake of the generator.
pub fn target(file: File, importable: &BTreeMap<String, String>) -> syn::Result<Target> {
    let header =
        format!("{MARK} by `cargo xtask generate` from {}. Do not edit by hand.", file.source);
    let text = match file.content {
        Content::Rust(tokens) => format!("// {header}\n\n{}", rust(tokens, importable)?),
        Content::Toml(text) => format!("# {header}\n\n{text}"),
        Content::Markdown(text) => format!("<!-- {header} -->\n\n{text}"),
        Content::Verbatim(text) => text,
    };
    Ok(Target { path: file.path, text })
}

fn rust(tokens: TokenStream, importable: &BTreeMap<String, String>) -> syn::Result<String> {
    let mut file: syn::File = syn::parse2(tokens)?;
    let withheld = Withheld::of(&mut file);
    let imports = imports::of(&file, importable);
    let items = std::mem::take(&mut file.items);
    let mut blocks = vec![print(&file), imports];
    file.attrs.clear();
    let mut previous = None;
    for item in items {
        let kind = kind(&item);
        file.items = vec![item];
        let text = print(&file);
        match blocks.last_mut() {
            Some(block) if kind.is_some() && kind == previous => block.push_str(&text),
            _ => blocks.push(text),
        }
        previous = kind;
    }
    blocks.retain(|block| !block.is_empty());
    Ok(withheld.restore(&blocks.join("\n")))
}

/// Items of these kinds stand together; all others are set apart by a blank line.
fn kind(item: &syn::Item) -> Option<&'static str> {
    match item {
        syn::Item::Use(item) if item.attrs.is_empty() => Some("use"),
        syn::Item::Mod(_) => Some("mod"),
        _ => None,
    }
}

/// prettyplease leaves no blank line between the methods of an `impl`: one is added after each.
fn print(file: &syn::File) -> String {
    let text = prettyplease::unparse(file);
    let mut spaced = String::with_capacity(text.len());
    let mut after_method = false;
    for line in text.lines() {
        if after_method && line != "}" {
            spaced.push('\n');
        }
        after_method = line == "    }";
        push(line, &mut spaced);
    }
    spaced
}

/// Where prettyplease and rustfmt disagree by one column.
fn push(line: &str, text: &mut String) {
    let indent = &line[..line.len() - line.trim_start().len()];
    match (line.len().checked_sub(MARGIN), hanging_arm(line), filled_chain(line)) {
        (Some(1), Some((pattern, body)), _) => {
            text.push_str(&format!("{pattern} => {{\n{indent}    {body}\n{indent}}}\n"));
        }
        (Some(0), _, Some((receiver, call))) => {
            text.push_str(&format!("{receiver}\n{indent}    .{call}\n"));
        }
        _ => text.push_str(&format!("{line}\n")),
    }
}

/// prettyplease lets the comma of a match arm hang over the margin, rustfmt breaks the line.
fn hanging_arm(line: &str) -> Option<(&str, &str)> {
    line.strip_suffix(',')?.split_once(" => ")
}

/// prettyplease fills the last column with the comma of a call that may fail, rustfmt does not.
fn filled_chain(line: &str) -> Option<(&str, &str)> {
    line.strip_suffix("?,")?.contains(": ").then(|| line.split_once('.'))?
}
