//! The public items of a generated crate, found in its source.

use std::collections::BTreeSet;

use portone_v1_generator::output::Target;
use syn::punctuated::Punctuated;
use syn::{Fields, ImplItem, Item, Token, Visibility};

/// Traits of the runtime that programs cannot name.
const HIDDEN_TRAITS: &[&str] = &["FromJson", "ToJson", "Pageable"];

/// The paths of all items: `shop::CreateOrder::check`.
pub fn items(files: &[Target]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in files {
        if file.path == "Cargo.toml" {
            found.extend(features(&file.text));
        } else if file.path.ends_with(".rs") {
            let module = module(file);
            for item in &syn::parse_file(&file.text).expect("it is Rust").items {
                add(item, &module, &mut found);
            }
        }
    }
    found
}

/// The module that users import from: shared types and `testing` are re-exported by their parent.
fn module(file: &Target) -> String {
    let path = file.path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::");
    match path.split_once("::") {
        Some((parent @ ("types" | "codes" | "testing"), _)) => parent.to_owned(),
        _ => path,
    }
}

/// The features that users name.
fn features(manifest: &str) -> impl Iterator<Item = String> {
    let features = manifest.lines().skip_while(|line| *line != "[features]");
    let names = features.filter_map(|line| Some(line.split_once(" = [")?.0));
    names.filter(|name| !name.starts_with('_')).map(|name| format!("feature {name}"))
}

fn add(item: &Item, module: &str, found: &mut BTreeSet<String>) {
    match item {
        Item::Fn(item) if is_public(&item.vis) => {
            found.insert(format!("{module}::{}", item.sig.ident));
        }
        Item::Mod(item) if is_public(&item.vis) => {
            found.insert(format!("{module}::{}", item.ident));
        }
        Item::Struct(item) if is_public(&item.vis) => {
            let path = format!("{module}::{}", item.ident);
            derived(&item.attrs, &path, found);
            if let Fields::Named(fields) = &item.fields {
                let fields = fields.named.iter().filter(|field| is_public(&field.vis));
                let names = fields.filter_map(|field| field.ident.as_ref());
                found.extend(names.map(|name| format!("{path}.{name}")));
            }
            found.insert(path);
        }
        Item::Enum(item) if is_public(&item.vis) => {
            let path = format!("{module}::{}", item.ident);
            derived(&item.attrs, &path, found);
            found.extend(item.variants.iter().map(|variant| format!("{path}::{}", variant.ident)));
            found.insert(path);
        }
        Item::Impl(item) => implementation(item, found),
        _ => {}
    }
}

fn implementation(item: &syn::ItemImpl, found: &mut BTreeSet<String>) {
    let ty = &item.self_ty;
    let ty = quote::quote!(#ty).to_string();
    if let Some((path, _)) = &item.trait_ {
        if !HIDDEN_TRAITS.iter().any(|name| path.is_ident(name)) {
            found.insert(format!("impl {} for {ty}", quote::quote!(#path)));
        }
        return;
    }
    for inner in &item.items {
        let (vis, name) = match inner {
            ImplItem::Fn(method) => (&method.vis, &method.sig.ident),
            ImplItem::Const(constant) => (&constant.vis, &constant.ident),
            _ => continue,
        };
        if is_public(vis) {
            found.insert(format!("{ty}::{name}"));
        }
    }
}

fn derived(attributes: &[syn::Attribute], path: &str, found: &mut BTreeSet<String>) {
    let name = path.rsplit("::").next().unwrap_or_default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        let traits =
            attribute.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated);
        for path in traits.expect("a list of traits") {
            // Written out, it has the path `fmt::Debug`.
            let path = if path.is_ident("Debug") {
                quote::quote!(fmt::Debug)
            } else {
                quote::quote!(#path)
            };
            found.insert(format!("impl {path} for {name}"));
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}
