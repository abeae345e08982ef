//! A documentation comment, built from paragraphs.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::markdown::first_sentence;

/// Paragraphs that become one documentation comment.
#[derive(Default)]
pub struct Docs {
    lines: Vec<String>,
    aliases: Vec<String>,
}

impl Docs {
    /// Begins with a paragraph.
    pub fn new(first: &str) -> Self {
        Self::default().paragraph(first)
    }

    /// Begins with the first sentence as the summary, which lists of items show, and goes on with the others.
    pub fn summary(text: &str) -> Self {
        match first_sentence(text) {
            (summary, "") => Self::new(summary),
            (summary, rest) => Self::new(summary).paragraph(rest),
        }
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn paragraph(self, text: &str) -> Self {
        self.block(vec![text.to_owned()])
    }

    /// Adds lines that belong together; nothing when there are none.
    #[must_use]
    pub fn block(mut self, lines: Vec<String>) -> Self {
        if lines.is_empty() {
            return self;
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines.iter().flat_map(|line| line.split('\n')).map(spaced));
        self
    }

    /// Adds `#[doc(alias)]` for the names in the official docs, which users may search for.
    #[must_use]
    pub fn aliases(mut self, names: impl IntoIterator<Item = impl AsRef<str>>, rust: &str) -> Self {
        for name in names {
            let name = name.as_ref();
            let name = name.strip_suffix(" API").unwrap_or(name);
            if can_be_alias(name) && name != rust && !self.aliases.iter().any(|other| other == name)
            {
                self.aliases.push(name.to_owned());
            }
        }
        self
    }

    /// The attributes of an item: one for each line, which prints with `///`, and one for each alias.
    pub fn tokens(&self) -> TokenStream {
        let (lines, aliases) = (&self.lines, &self.aliases);
        quote!(#(#[doc = #lines])* #(#[doc(alias = #aliases)])*)
    }

    /// The attributes of a module in its own file: one for each line, which prints with `//!`.
    pub fn inner(&self) -> TokenStream {
        let lines = &self.lines;
        quote!(#(#![doc = #lines])*)
    }
}

fn spaced(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}

/// rustdoc refuses quotes and surrounding spaces in an alias.
fn can_be_alias(name: &str) -> bool {
    let odd = |letter: char| matches!(letter, '"' | '\'' | '\\') || letter.is_control();
    !name.is_empty() && !name.contains(odd) && name.trim() == name
}
