//! Syntax trees as text. The only file that names prettyplease.

/// Items, each of which begins a line.
pub fn items(items: Vec<syn::Item>) -> String {
    print(Vec::new(), items)
}

/// Inner attributes.
pub fn attributes(attributes: Vec<syn::Attribute>) -> String {
    print(attributes, Vec::new())
}

fn print(attrs: Vec<syn::Attribute>, items: Vec<syn::Item>) -> String {
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs, items })
}
