//! The result of a call, as a program shows it.

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::imports::{Imports, ident};
use super::print;
use crate::model::{Api, Item, Operation};

/// The result of a call, and the variable of one record of it.
pub struct Shown {
    kind: ResultKind,
    variable: Ident,
}

enum ResultKind {
    Nothing,
    Record(Item),
    List(Item),
    Partial(Item),
    /// A page, and its field with the list.
    Page(Item, Ident),
}

impl Shown {
    /// The result of an operation.
    pub fn new(api: &Api, operation: &Operation) -> Self {
        let returned = operation.returns;
        let kind = match (&operation.pagination, &operation.partial, returned) {
            (Some(pagination), ..) => ResultKind::Page(pagination.item, ident(&pagination.list)),
            (_, Some(partial), _) => ResultKind::Partial(partial.item),
            (.., Some(returned)) if returned.list => ResultKind::List(returned.item),
            (.., Some(returned)) => ResultKind::Record(returned.item),
            (.., None) => ResultKind::Nothing,
        };
        let variable = variable(api, kind.item());
        Self { kind, variable }
    }

    /// True if the result is one record.
    pub fn is_record(&self) -> bool {
        matches!(self.kind, ResultKind::Record(_))
    }

    /// The variable of the record.
    pub fn variable(&self) -> &Ident {
        &self.variable
    }

    /// The statement that prints the record.
    pub fn print(&self, api: &Api, imports: &mut Imports) -> TokenStream {
        let item = self.kind.item();
        item.map(|item| print::statement(api, item, &self.variable, imports)).unwrap_or_default()
    }

    /// The statements that print the result of a call.
    pub fn statements(&self, api: &Api, call: &TokenStream, imports: &mut Imports) -> TokenStream {
        let (record, print) = (&self.variable, self.print(api, imports));
        match &self.kind {
            ResultKind::Nothing => quote!(#call;),
            ResultKind::Record(_) => quote!(let #record = #call; #print),
            ResultKind::List(_) => quote!(for #record in #call { #print }),
            ResultKind::Page(_, list) => {
                quote!(let page = #call; for #record in &page.#list { #print })
            }
            ResultKind::Partial(_) => quote! {
                let found = #call;
                for #record in &found.items { #print }
                if !found.complete { println!("{} failed", found.failed.len()); }
            },
        }
    }

    /// The arms of a match that say what a call has done.
    pub fn arms(&self) -> TokenStream {
        match &self.kind {
            ResultKind::Nothing => quote!(Ok(()) => println!("done"),),
            ResultKind::Record(_) => quote!(Ok(_) => println!("done"),),
            ResultKind::List(_) => quote!(Ok(done) => println!("{} done", done.len()),),
            ResultKind::Page(_, list) => quote!(Ok(page) => println!("{} done", page.#list.len()),),
            ResultKind::Partial(_) => quote! {
                Ok(done) if done.complete => println!("{} done", done.len()),
                Ok(some) => println!("{} done, {} failed", some.len(), some.failed.len()),
            },
        }
    }
}

impl ResultKind {
    /// The type of one record.
    fn item(&self) -> Option<Item> {
        match self {
            Self::Nothing => None,
            Self::Record(item) | Self::List(item) | Self::Partial(item) | Self::Page(item, _) => {
                Some(*item)
            }
        }
    }
}

/// A variable with the last word of a type's name, `order` of `NaverProductOrder`, unless that is a keyword.
fn variable(api: &Api, item: Option<Item>) -> Ident {
    let name =
        item.and_then(Item::named).map(|id| api.ty(id).name.to_snake_case()).unwrap_or_default();
    let word = name.rsplit('_').next().unwrap_or_default();
    match syn::parse_str::<Ident>(word) {
        Ok(_) if word != "gen" => ident(word),
        _ => ident("response"),
    }
}
