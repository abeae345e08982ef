//! Names that the generated code uses for itself: no schema may take one of them.

use std::collections::BTreeSet;

use portone_v1_generator::model::Api;
use portone_v1_generator::output::Target;
use portone_v1_tests::fixture;
use syn::visit::{self, Visit};
use syn::{ImplItem, Item, ItemImpl, Visibility};

use crate::diff::schema::{self, api};

/// A schema with a section, a parameter and a type of these names.
fn schema(section: &str, parameter: &str, ty: &str) -> String {
    format!(
        "#@ sections/{section}.yaml
title: 상점 API
doc: A shop.
page: shop
noun: Order
operations:
  read:
    route: GET /orders
    title: 주문 조회 API
    doc: Reads orders.
    idempotent: true
    query:
      {parameter}?: {{ type: string, title: 값, doc: A value. }}
    returns: {ty}
types:
  {ty}:
    title: 값
    doc: A value.
    fields:
      id?: {{ type: string, title: 값, doc: A value. }}
"
    )
}

fn is_refused(text: &str) -> bool {
    let found = portone_v1_generator::read(&fixture::sources(text)).err().unwrap_or_default();
    found.iter().any(|diagnostic| diagnostic.code.id == "E019")
}

/// Files of the project's crate, by their paths.
fn files(is_read: impl Fn(&Target) -> bool) -> impl Iterator<Item = (&'static str, syn::File)> {
    let files = schema::files().iter().filter(|file| file.path.ends_with(".rs"));
    files
        .filter(move |file| is_read(file))
        .map(|file| (&*file.path, syn::parse_file(&file.text).expect("it is Rust")))
}

/// The structs and enums that the schema names.
fn own_types(api: &Api) -> BTreeSet<&str> {
    let types = api.types.iter().map(|ty| ty.name.as_str());
    let handles = api.sections.iter().map(|section| section.handle.as_str());
    let requests = api.operations().map(|operation| operation.request.as_str());
    let parameters = api.operations().flat_map(|operation| &operation.parameters);
    let omissions = parameters.filter_map(|each| each.field.explicit_omission());
    let omissions = omissions.map(|omission| omission.name.as_str());
    types.chain(handles).chain(requests).chain(omissions).collect()
}

/// The first words of paths.
#[derive(Default)]
struct FirstWords(BTreeSet<String>);

impl<'ast> Visit<'ast> for FirstWords {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.extend(path.segments.first().map(|segment| segment.ident.to_string()));
        visit::visit_path(self, path);
    }

    // The names of attributes and derives are not those of types.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

#[test]
fn no_type_takes_a_name_that_the_generated_code_uses() {
    let mut words = FirstWords::default();
    for (_, file) in files(|file| file.path.starts_with("src/")) {
        words.visit_file(&file);
    }
    let own = own_types(api());
    let is_type = |word: &&String| word.starts_with(|first: char| first.is_ascii_uppercase());
    // The last are constants and parameters of types.
    let is_foreign =
        |word: &&String| !own.contains(word.as_str()) && word.contains(char::is_lowercase);
    let used: Vec<_> = words.0.iter().filter(is_type).filter(is_foreign).collect();
    assert!(used.len() > 20, "{used:?}");
    let free: Vec<_> =
        used.iter().filter(|name| !is_refused(&schema("shop", "id", name))).collect();
    assert!(free.is_empty(), "types may take the names {free:?}");
}

#[test]
fn no_section_takes_a_name_of_a_module_or_a_method() {
    let mut used = BTreeSet::from(["lib".to_owned(), "main".to_owned()]);
    for (path, file) in files(|file| file.path == "src/lib.rs" || file.text.contains("impl Client"))
    {
        for item in file.items.iter().filter(|_| path == "src/lib.rs") {
            used.extend(match item {
                Item::Mod(module) => Some(module.ident.to_string()),
                _ => None,
            });
        }
        used.extend(methods(&file, "Client").into_iter().map(|(name, _)| name));
    }
    for section in &api().sections {
        used.remove(&section.name);
    }
    assert!(used.len() > 15, "{used:?}");
    let free: Vec<_> =
        used.iter().filter(|name| !is_refused(&schema(name, "id", "Order"))).collect();
    assert!(free.is_empty(), "sections may take the names {free:?}");
}

#[test]
fn no_parameter_takes_a_name_of_a_method() {
    let request = &api().sections[0].operations[0].request;
    let setters = &api().sections[0].operations[0].parameters;
    let files = files(|file| file.text.contains(&format!("impl {request}")));
    let methods: Vec<_> = files.flat_map(|(_, file)| methods(&file, request)).collect();
    let own: Vec<_> = methods
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| setters.iter().all(|parameter| parameter.field.name != *name))
        .collect();
    assert_eq!(own, ["new", "check", "call"]);
    for name in own {
        assert!(is_refused(&schema("shop", &name, "Order")), "a parameter may be named {name}");
    }
}

/// The methods of a type.
fn methods(file: &syn::File, ty: &str) -> Vec<(String, Visibility)> {
    let is_of = |item: &&ItemImpl| {
        let this = &item.self_ty;
        item.trait_.is_none() && quote::quote!(#this).to_string() == ty
    };
    let implementations = file.items.iter().filter_map(|item| match item {
        Item::Impl(item) => Some(item),
        _ => None,
    });
    let items = implementations.filter(is_of).flat_map(|item| &item.items);
    let methods = items.filter_map(|item| match item {
        ImplItem::Fn(method) => Some((method.sig.ident.to_string(), method.vis.clone())),
        _ => None,
    });
    methods.collect()
}

#[test]
fn files_that_no_system_or_crate_can_have_are_refused() {
    for name in
        ["mod", "self", "super", "crate", "core", "std", "portone_v1_runtime", "con", "lpt1"]
    {
        assert!(is_refused(&schema(name, "id", "Order")), "a section may be named {name}");
        let ty = "types:\n  Order:\n    title: 값\n    doc: A value.\n    fields:\n      id?: { type: string, title: 값, doc: A. }\n";
        let (shop, _) = schema("shop", "id", "Order")
            .split_once("types:")
            .map(|(shop, _)| (shop.to_owned(), ()))
            .unwrap();
        let text = format!("{shop}#@ types/{name}.yaml\ntitle: 값\ndoc: Values.\n{ty}");
        assert!(is_refused(&text), "a file of types may be named {name}");
    }
}
