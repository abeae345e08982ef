//! prettyplease measures bytes, rustfmt measures columns, and a Korean letter has three of the
//! one and two of the other. So that both break lines alike, every string that is not ASCII is
//! printed as a stand-in of its width in columns, and put back afterwards.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use syn::visit_mut::{self, VisitMut};
use unicode_width::UnicodeWidthStr;

/// Stands for one column. No other literal has it: elsewhere it is written as an escape.
const COLUMN: char = '\u{7f}';

/// The strings that stand-ins took the place of, in the order of the text.
#[derive(Default)]
pub struct Withheld(Vec<String>);

impl Withheld {
    /// Puts stand-ins in the place of an item's strings that are not ASCII. Documentation stays as
    /// it is: nobody breaks its lines.
    pub fn of(item: &mut syn::Item) -> Self {
        let mut withheld = Self::default();
        withheld.visit_item_mut(item);
        withheld
    }

    /// Puts the strings back.
    pub fn restore(self, text: String) -> String {
        if self.0.is_empty() {
            return text;
        }
        let mut restored = String::with_capacity(text.len() * 2);
        let mut rest = text.as_str();
        for string in &self.0 {
            let Some((before, from)) = rest.split_once("\"\u{7f}") else { break };
            restored.push_str(before);
            restored.push_str(string);
            rest = from.trim_start_matches(COLUMN).strip_prefix('"').unwrap_or(from);
        }
        restored.push_str(rest);
        restored
    }

    fn stand_in(&mut self, literal: &Literal) -> Option<Literal> {
        let text = literal.to_string();
        if text.is_ascii() {
            return None;
        }
        let columns = text.width().saturating_sub(2).max(1);
        self.0.push(text);
        Some(of_width(columns))
    }

    /// Arguments of attributes and macros, which nobody has parsed.
    fn tokens(&mut self, tokens: TokenStream) -> TokenStream {
        tokens.into_iter().map(|token| self.token(token)).collect()
    }

    fn token(&mut self, token: TokenTree) -> TokenTree {
        match token {
            TokenTree::Group(group) => {
                let inside = self.tokens(group.stream());
                TokenTree::Group(Group::new(group.delimiter(), inside))
            }
            TokenTree::Literal(literal) => {
                TokenTree::Literal(self.stand_in(&literal).unwrap_or(literal))
            }
            other => other,
        }
    }
}

impl VisitMut for Withheld {
    fn visit_meta_name_value_mut(&mut self, meta: &mut syn::MetaNameValue) {
        if !meta.path.is_ident("doc") {
            visit_mut::visit_meta_name_value_mut(self, meta);
        }
    }

    fn visit_meta_list_mut(&mut self, meta: &mut syn::MetaList) {
        meta.tokens = self.tokens(std::mem::take(&mut meta.tokens));
    }

    fn visit_macro_mut(&mut self, called: &mut syn::Macro) {
        called.tokens = self.tokens(std::mem::take(&mut called.tokens));
    }

    fn visit_lit_mut(&mut self, literal: &mut syn::Lit) {
        let token = match literal {
            syn::Lit::Str(text) => text.token(),
            syn::Lit::Char(letter) => letter.token(),
            _ => return,
        };
        if let Some(stand_in) = self.stand_in(&token) {
            *literal = syn::Lit::new(stand_in);
        }
    }
}

/// Parsed, because `Literal::string` would write the column as an escape.
fn of_width(columns: usize) -> Literal {
    let inside: String = std::iter::repeat_n(COLUMN, columns).collect();
    format!("\"{inside}\"").parse().unwrap_or_else(|_| Literal::string(&inside))
}
