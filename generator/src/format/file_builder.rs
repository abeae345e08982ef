//! The text of a Rust file, built item by item.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::visit::Visit;

use super::imports::UsedNames;
use crate::printer;

/// A file under construction. Items are printed one by one, so that few are held parsed at a time.
#[derive(Default)]
pub struct FileBuilder {
    attributes: String,
    blocks: Vec<String>,
    used: UsedNames,
    last: Option<Group>,
}

/// Items of one group follow each other without a blank line between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Use,
    Mod,
}

impl FileBuilder {
    /// Adds inner attributes and items.
    ///
    /// # Errors
    /// Fails when the tokens are not Rust items.
    pub fn add(&mut self, tokens: TokenStream) -> syn::Result<()> {
        let parse = |input: ParseStream<'_>| self.parse(input);
        parse.parse2(tokens)
    }

    /// The whole text, with a `use` declaration for each importable name.
    ///
    /// # Errors
    /// Fails when an importable name is not a path.
    pub fn text(self, importable: &BTreeMap<String, String>) -> syn::Result<String> {
        let mut blocks = vec![self.attributes, printer::items(self.used.imports(importable)?)];
        blocks.extend(self.blocks);
        blocks.retain(|block| !block.is_empty());
        Ok(blocks.join("\n"))
    }

    fn parse(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let attributes = input.call(syn::Attribute::parse_inner)?;
        self.attributes.push_str(&printer::attributes(attributes));
        while !input.is_empty() {
            self.add_item(input.parse()?);
        }
        Ok(())
    }

    fn add_item(&mut self, item: syn::Item) {
        self.used.visit_item(&item);
        let group = group(&item);
        let text = printer::items(vec![item]);
        match self.blocks.last_mut() {
            Some(block) if group.is_some() && group == self.last => block.push_str(&text),
            _ => self.blocks.push(text),
        }
        self.last = group;
    }
}

fn group(item: &syn::Item) -> Option<Group> {
    match item {
        syn::Item::Use(item) if item.attrs.is_empty() => Some(Group::Use),
        syn::Item::Mod(_) => Some(Group::Mod),
        _ => None,
    }
}
