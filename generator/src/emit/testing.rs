//! Responses for the tests of programs that use the crate: a function for each record.

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs::Docs;
use super::file::{Content, File, Job, job};
use super::ident::ident;
use super::{debug, features, types};
use crate::model::{Api, Field, Item, Shape, TypeId, TypeRef};

/// `mod testing;`
pub fn module() -> TokenStream {
    let gate = features::gate("testing");
    quote!(#gate pub mod testing;)
}

/// The types of one module of the crate, behind the feature that they need.
#[derive(Clone)]
struct Group<'a> {
    module: &'a str,
    feature: String,
    source: &'a str,
    records: Vec<TypeId>,
}

/// The file above, and one for each module with records of responses.
pub fn jobs(api: &Api) -> Vec<Job<'_>> {
    let groups = groups(api);
    let files = groups.clone().into_iter().map(|group| job(move || file(api, &group)));
    std::iter::once(job(move || above(api, &groups))).chain(files).collect()
}

fn groups(api: &Api) -> Vec<Group<'_>> {
    let answered = api.answered();
    let records = |types: &[TypeId]| {
        let made = types.iter().copied().filter(|id| answered.contains(id) && is_made(api, *id));
        made.collect::<Vec<_>>()
    };
    let sections = api.sections.iter().map(|section| Group {
        module: &section.name,
        feature: section.name.clone(),
        source: &section.source,
        records: records(&section.types),
    });
    let shared_modules = api.shared_modules.iter().map(|library| Group {
        module: &library.name,
        feature: library.feature(),
        source: &library.source,
        records: records(&library.types),
    });
    let groups = sections.chain(shared_modules);
    let mut groups: Vec<_> = groups.filter(|group| !group.records.is_empty()).collect();
    groups.sort_by_key(|group| module_name(group).to_string());
    groups
}

/// Codes are easy to make without help.
fn is_made(api: &Api, id: TypeId) -> bool {
    !matches!(api.ty(id).shape, Shape::Enumeration(_) | Shape::GatewayCodes(_))
}

/// That of the feature: a section and a file of shared types can have one name.
fn module_name(group: &Group<'_>) -> Ident {
    ident(&group.feature)
}

fn above(api: &Api, groups: &[Group<'_>]) -> File {
    let documentation = documentation(api).inner();
    let modules = groups.iter().map(|group| {
        let (gate, name) = (features::gate(&group.feature), module_name(group));
        quote!(#gate mod #name;)
    });
    let exports = groups.iter().map(|group| {
        let (gate, name) = (features::gate(&group.feature), module_name(group));
        quote!(#gate pub use #name::*;)
    });
    File {
        path: "src/testing.rs".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Rust(vec![quote! {
            #documentation
            #(#modules)*
            pub use portone_v1_runtime::testing::from_json;
            #(#exports)*
        }]),
    }
}

fn documentation(api: &Api) -> Docs {
    let docs = Docs::new("Responses for the tests of programs that use this crate.")
        .paragraph("The types of responses are `#[non_exhaustive]`, so that new fields are not breaking changes; other crates cannot construct them. Each has a function here that returns default values, for a test to change: texts and lists are empty, numbers are 0, codes are the first documented one, timestamps are the beginning of 1970, and optional values are absent.");
    match api.payment_lookup {
        Some(lookup) => {
            let (section, _) = api.operation(lookup.operation);
            docs.block(example(api, lookup.payment, &section.name))
        }
        None => docs,
    }
}

fn example(api: &Api, payment: TypeId, feature: &str) -> Vec<String> {
    let (name, function) = (&api.ty(payment).name, function_name(&api.ty(payment).name));
    let module = &api.ty(payment).module;
    let text = format!(
        r##"```
# #[cfg(feature = "{feature}")]
# fn main() -> Result<(), Box<dyn std::error::Error>> {{
use portone_v1::{module}::{name};
use portone_v1::testing;

let mut payment = testing::{function}();
payment.merchant_uid = "order-1".to_owned();
payment.amount = 1_000.into();
assert_eq!(payment.cancel_amount, 0.into());

// Or all of it, as the server would send it:
let payment: {name} = testing::from_json(
    r#"{{"imp_uid": "imp_1", "merchant_uid": "order-1", "amount": 1000,
        "cancel_amount": 0, "currency": "KRW", "status": "paid"}}"#,
)?;
# assert_eq!(payment.merchant_uid, "order-1");
# Ok(())
# }}
# #[cfg(not(feature = "{feature}"))]
# fn main() {{}}
```"##
    );
    text.lines().map(str::to_owned).collect()
}

fn file(api: &Api, group: &Group<'_>) -> File {
    let title = format!("Responses of `{}`.", group.module);
    let documentation = Docs::new(&title).inner();
    let functions = group.records.iter().map(|id| function(api, *id));
    File {
        path: format!("src/testing/{}.rs", module_name(group)),
        source: group.source.to_owned(),
        content: Content::Rust(std::iter::once(documentation).chain(functions).collect()),
    }
}

fn function(api: &Api, id: TypeId) -> TokenStream {
    let ty = api.ty(id);
    let name = ident(&ty.name);
    let function = function_name(&ty.name);
    let documentation =
        Docs::new(&format!("The emptiest [`type@{name}`]; see [`testing`](crate::testing)."))
            .tokens();
    let (deprecated, body) = match &ty.shape {
        Shape::Record(fields) => (
            debug::allow_deprecated(&fields.iter().collect::<Vec<_>>()),
            record(api, &name, ty.sent, fields),
        ),
        Shape::Choice(choices) => match choices.first() {
            Some(choice) => {
                let (variant, made) = (ident(&choice.name), neutral(api, choice.ty));
                (TokenStream::new(), quote!(#name::#variant(Box::new(#made))))
            }
            None => return TokenStream::new(),
        },
        Shape::Enumeration(_) | Shape::GatewayCodes(_) => return TokenStream::new(),
    };
    quote! {
        #documentation
        #deprecated
        pub fn #function() -> #name {
            #body
        }
    }
}

/// A type can have the name of a keyword, in lower case.
fn function_name(ty: &str) -> Ident {
    let name = ty.to_snake_case();
    match syn::parse_str::<Ident>(&name) {
        Ok(_) if name != "gen" && name != "from_json" => ident(&name),
        _ => ident(&format!("{name}_")),
    }
}

fn record(api: &Api, name: &Ident, sent: bool, fields: &[Field]) -> TokenStream {
    let members = fields.iter().map(|field| {
        let member = ident(&field.name);
        let is_plain = if sent { field.required } else { field.always_read() || field.ty.list };
        let value = match is_plain {
            false => quote!(None),
            true => neutral(api, field.ty),
        };
        quote!(#member: #value)
    });
    quote!(#name { #(#members),* })
}

fn neutral(api: &Api, ty: TypeRef) -> TokenStream {
    if ty.list {
        return quote!(Vec::new());
    }
    match ty.item {
        Item::String => quote!(String::new()),
        Item::Integer => quote!(0),
        Item::Boolean => quote!(false),
        Item::Amount => quote!(Decimal::ZERO),
        Item::Timestamp => quote!(Timestamp::UNIX_EPOCH),
        Item::Named(id) => named(api, id),
    }
}

fn named(api: &Api, id: TypeId) -> TokenStream {
    let ty = api.ty(id);
    let name = types::item(api, Item::Named(id));
    let first = match &ty.shape {
        Shape::Enumeration(codes) => codes.values.first(),
        Shape::GatewayCodes(_) => return quote!(#name::unlisted("")),
        _ => {
            let function = function_name(&ty.name);
            return quote!(super::#function());
        }
    };
    match first.map(|value| ident(&value.name)) {
        Some(variant) => quote!(#name::#variant),
        None => quote!(#name::from("")),
    }
}
