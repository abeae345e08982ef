//! Statements that print a record.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::imports::{Imports, ident};
use crate::model::{Api, Choice, Field, Item, Shape, TypeId};

/// Prints a value that a variable holds.
pub fn statement(api: &Api, item: Item, variable: &Ident, imports: &mut Imports) -> TokenStream {
    match item.named().map(|id| (id, &api.ty(id).shape)) {
        Some((_, Shape::Record(fields))) => printed(api, fields, variable),
        Some((id, Shape::Choice(choices))) => chosen(api, id, choices, variable, imports),
        _ => whole(&format!("{{{variable}}}")),
    }
}

/// The first and the last of the essential fields that everybody may read: that which identifies the record, and
/// its status or amount. Of a record without them, the first and the last of all such fields.
fn printed(api: &Api, fields: &[Field], variable: &Ident) -> TokenStream {
    let readable =
        fields.iter().filter(|field| !field.privacy.hidden() && is_displayed(api, field));
    let (essential, others): (Vec<_>, Vec<_>) = readable.partition(|field| field.essential);
    let fields = if essential.is_empty() { others } else { essential };
    let ends = match fields.as_slice() {
        [] => return whole(&format!("{{{variable}:?}}")),
        [only] => vec![*only],
        [first, .., last] => vec![*first, *last],
    };
    let formats: Vec<_> = ends.iter().map(|field| format_of(field)).collect();
    let (formats, names) = (formats.join(" "), ends.iter().map(|field| ident(&field.name)));
    quote!(println!(#formats, #(#variable.#names),*);)
}

fn whole(format: &str) -> TokenStream {
    quote!(println!(#format);)
}

/// A field that can be absent is an `Option`.
fn format_of(field: &Field) -> &'static str {
    if field.always_read() { "{}" } else { "{:?}" }
}

/// True if the type of a field implements `Display`.
fn is_displayed(api: &Api, field: &Field) -> bool {
    let is_code = |id| matches!(api.ty(id).shape, Shape::Enumeration(_) | Shape::GatewayCodes(_));
    !field.ty.list && !field.is_deprecated() && field.ty.item.named().is_none_or(is_code)
}

/// A match with an arm for each variant.
fn chosen(
    api: &Api,
    id: TypeId,
    choices: &[Choice],
    variable: &Ident,
    imports: &mut Imports,
) -> TokenStream {
    let ty = api.ty(id);
    let name = imports.name(&ty.module, &ty.name);
    let arms: Vec<_> = choices
        .iter()
        .map(|choice| {
            let (variant, record) = (ident(&choice.name), ident("record"));
            let print = statement(api, choice.ty.item, &record, imports);
            quote!(#name::#variant(#record) => { #print })
        })
        .collect();
    quote!(match #variable { #(#arms)* other => println!("{other:?}"), })
}
