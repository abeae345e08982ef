//! Token streams → text, with `use` lines and the header. The one file that names prettyplease.

mod columns;
mod imports;
mod printed;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

use crate::emit::{Content, File, LINE};
use imports::Used;
use printed::{Item, Kind, Printed};

/// Where prettyplease breaks lines, and rustfmt by the generated crate's `rustfmt.toml`.
pub const MARGIN: usize = 89;

/// The word that marks a file as ours to overwrite and delete.
pub const MARK: &str = "@generated";

/// The text of a file, header included.
///
/// # Errors
/// Fails when the tokens are no Rust file, which is a mistake of the generator.
pub fn text(file: File, importable: &BTreeMap<String, String>) -> syn::Result<String> {
    let header =
        format!("{MARK} by `cargo xtask generate` from {}. Do not edit by hand.", file.source);
    Ok(match file.content {
        Content::Rust(pieces) => format!("// {header}\n\n{}", rust(pieces, importable)?),
        Content::Toml(text) => format!("# {header}\n\n{text}"),
        Content::Markdown(text) => format!("<!-- {header} -->\n\n{text}"),
        Content::Verbatim(text) => text,
    })
}

fn rust(pieces: Vec<TokenStream>, importable: &BTreeMap<String, String>) -> syn::Result<String> {
    let mut page = Page::default();
    for tokens in pieces {
        page.add(Printed::of(tokens)?);
    }
    Ok(page.text(importable))
}

/// A file while it is put together.
#[derive(Default)]
struct Page {
    head: String,
    blocks: Vec<String>,
    used: Used,
    previous: Option<Kind>,
}

impl Page {
    fn add(&mut self, printed: Printed) {
        self.head.push_str(&printed.head);
        self.used.extend(printed.used);
        for Item { text, kind } in printed.items {
            match self.blocks.last_mut() {
                Some(block) if kind.is_some() && kind == self.previous => block.push_str(&text),
                _ => self.blocks.push(text),
            }
            self.previous = kind;
        }
    }

    fn text(self, importable: &BTreeMap<String, String>) -> String {
        let mut blocks = vec![self.head, self.used.imports(importable)];
        blocks.extend(self.blocks);
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n")
    }
}

/// prettyplease leaves no blank line between the methods of an `impl`: one is added after each.
fn print(attrs: Vec<syn::Attribute>, items: Vec<syn::Item>) -> String {
    let text = prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs, items });
    let mut spaced = String::with_capacity(text.len() + text.len() / 8);
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

fn push(line: &str, text: &mut String) {
    let indent = &line[..line.len() - line.trim_start().len()];
    if line.contains(LINE) {
        documentation(line, indent, text);
        return;
    }
    // Where prettyplease and rustfmt disagree by one column.
    match (line.len().checked_sub(MARGIN), hanging_arm(line), filled_chain(line)) {
        (Some(1), Some((pattern, body)), _) => {
            text.push_str(&format!("{pattern} => {{\n{indent}    {body}\n{indent}}}\n"));
        }
        (Some(0), _, Some((receiver, call))) => {
            text.push_str(&format!("{receiver}\n{indent}    .{call}\n"));
        }
        _ => {
            text.push_str(line);
            text.push('\n');
        }
    }
}

/// Documentation comes in one line; here it becomes what its writer sees: a comment, and attributes
/// that need not be read as code.
fn documentation(line: &str, indent: &str, text: &mut String) {
    let mark = &line[indent.len()..][.."///".len()];
    for (number, part) in line.split(LINE).enumerate() {
        if number > 0 {
            text.push_str(indent);
            text.push_str(if part.starts_with('#') { "" } else { mark });
        }
        text.push_str(part);
        text.push('\n');
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
