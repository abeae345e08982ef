//! The paths in the source of a module: those of its `use` items, and those within its other items.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, Path, UseTree, Visibility};

use super::module_tree::is_test;

/// The name that a `use` item brings into its module, and the path that it stands for.
pub struct UsePath {
    /// `*` for all names of a module.
    pub name: String,
    pub segments: Vec<String>,
    pub is_public: bool,
}

/// Collects the paths of a module's items.
#[derive(Default)]
pub struct Paths {
    pub uses: Vec<UsePath>,
    pub inline: Vec<Vec<String>>,
}

impl Paths {
    /// The paths of items, without those of tests and of inner modules.
    pub fn of(items: &[Item]) -> Self {
        let mut paths = Self::default();
        items.iter().for_each(|item| paths.visit_item(item));
        paths
    }

    fn add_use(&mut self, tree: &UseTree, prefix: &[String], is_public: bool) {
        let joined = |name: &dyn ToString| [prefix, &[name.to_string()]].concat();
        let mut add = |name: String, segments: Vec<String>| {
            self.uses.push(UsePath { name, segments, is_public });
        };
        match tree {
            UseTree::Path(path) => self.add_use(&path.tree, &joined(&path.ident), is_public),
            UseTree::Name(name) if name.ident == "self" => {
                add(prefix.last().cloned().unwrap_or_default(), prefix.to_vec());
            }
            UseTree::Name(name) => add(name.ident.to_string(), joined(&name.ident)),
            UseTree::Rename(rename) => add(rename.rename.to_string(), joined(&rename.ident)),
            UseTree::Glob(_) => add("*".to_owned(), prefix.to_vec()),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_use(tree, prefix, is_public));
            }
        }
    }

    /// Adds the paths among the arguments of a macro, except those of code that is generated.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut colons, mut is_quoted) = (Vec::<String>::new(), 0, false);
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end(&mut path);
                    }
                    path.push(name.to_string());
                    (colons, is_quoted) = (0, false);
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
                TokenTree::Punct(sign) => {
                    is_quoted =
                        sign.as_char() == '!' && path.last().is_some_and(|name| quotes(name));
                    self.end(&mut path);
                }
                TokenTree::Group(_) if is_quoted => is_quoted = false,
                TokenTree::Group(group) => {
                    self.end(&mut path);
                    self.add_tokens(group.stream());
                }
                TokenTree::Literal(_) => {}
            }
        }
        self.end(&mut path);
    }

    /// Adds a path of a macro's arguments. One segment is a name, or the `super` of `pub(super)`.
    fn end(&mut self, path: &mut Vec<String>) {
        if path.len() > 1 {
            self.inline.push(std::mem::take(path));
        }
        path.clear();
    }
}

/// True if a macro's arguments are code that is generated.
fn quotes(name: &str) -> bool {
    name.ends_with("quote")
}

impl Visit<'_> for Paths {
    fn visit_item(&mut self, item: &Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, _: &ItemMod) {}

    fn visit_item_use(&mut self, item: &ItemUse) {
        let is_public = !matches!(item.vis, Visibility::Inherited);
        self.add_use(&item.tree, &[], is_public);
    }

    fn visit_visibility(&mut self, _: &Visibility) {}

    fn visit_attribute(&mut self, _: &Attribute) {}

    fn visit_path(&mut self, path: &Path) {
        self.inline.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &Macro) {
        visit::visit_macro(self, called);
        let name = called.path.segments.last().map(|segment| segment.ident.to_string());
        if !name.is_some_and(|name| quotes(&name)) {
            self.add_tokens(called.tokens.clone());
        }
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
