//! What tokens look like when they are printed, apart from the page that they are on.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::visit::Visit;

use super::columns::Withheld;
use super::imports::Used;
use super::print;

/// Some items as text, and what a page has to know of them. It follows from their tokens alone.
#[derive(Default)]
pub struct Printed {
    /// What belongs at the beginning of the page.
    pub head: String,
    /// The items.
    pub items: Vec<Item>,
    /// The names in them.
    pub used: Used,
}

/// An item.
pub struct Item {
    /// Lines of Rust.
    pub text: String,
    /// What it stands together with.
    pub kind: Option<Kind>,
}

/// Items of one kind stand together; all others are set apart by a blank line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `use a::b;`
    Use,
    /// `mod a;`
    Mod,
}

impl Printed {
    /// Of tokens; item by item, so that little is held at a time.
    pub fn of(tokens: TokenStream) -> syn::Result<Self> {
        let mut printed = Self::default();
        let read = |input: ParseStream<'_>| printed.read(input);
        read.parse2(tokens)?;
        Ok(printed)
    }

    fn read(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let attrs = input.call(syn::Attribute::parse_inner)?;
        self.head = print(attrs, Vec::new());
        while !input.is_empty() {
            self.add(input.parse()?);
        }
        Ok(())
    }

    fn add(&mut self, mut item: syn::Item) {
        self.used.visit_item(&item);
        let withheld = Withheld::of(&mut item);
        let kind = kind(&item);
        let text = withheld.restore(print(Vec::new(), vec![item]));
        self.items.push(Item { text, kind });
    }
}

fn kind(item: &syn::Item) -> Option<Kind> {
    match item {
        syn::Item::Use(item) if item.attrs.is_empty() => Some(Kind::Use),
        syn::Item::Mod(_) => Some(Kind::Mod),
        _ => None,
    }
}
