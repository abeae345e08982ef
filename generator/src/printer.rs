//! Syntax trees as text. The only file that names prettyplease.

use proc_macro2::TokenStream;

/// Items, each of which begins a line.
pub fn items(items: Vec<syn::Item>) -> String {
    print(Vec::new(), items)
}

/// Inner attributes.
pub fn attributes(attributes: Vec<syn::Attribute>) -> String {
    print(attributes, Vec::new())
}

/// Items as tokens. Those that are not valid Rust, which is a defect of the generator, stay on one line for the
/// compiler to report.
pub fn tokens(tokens: TokenStream) -> String {
    match syn::parse2(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(_) => tokens.to_string(),
    }
}

fn print(attrs: Vec<syn::Attribute>, items: Vec<syn::Item>) -> String {
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs, items })
}
