//! Reconciliation: the reads that show whether a request was carried out.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{privacy, reconcile_reads};
use crate::model::{Api, Evidence, Field, Operation, Reconcile, ReconcileKey, Shape};

/// The body of a request's `call`: the call, with the reads of the first entry whose keys the request
/// has.
pub fn tokens(api: &Api, operation: &Operation, call: &TokenStream) -> TokenStream {
    let entries = operation.reconcile.iter();
    let entries = entries.map(|entry| ReconcileEntry::new(api, operation, entry));
    let entries: Vec<_> = entries.collect();
    match entries.first() {
        None => call.clone(),
        Some(entry) if entry.is_always_one() => {
            let (read, reconcile) = (entry.read(), entry.reconcile());
            quote!(let read = #read; #call.#reconcile)
        }
        Some(_) => {
            let added = added(&entries);
            quote!(let mut call = #call; #added call)
        }
    }
}

/// The fields of records that reads take keys from.
pub fn keys_of_records<'a>(api: &'a Api, operation: &'a Operation) -> Vec<&'a Field> {
    let keys = operation.reconcile.iter().flat_map(|entry| &entry.keys);
    let keys = keys.filter_map(|key| Key::new(operation, key));
    let fields = keys.filter_map(|key| {
        let Shape::Record(fields) = &api.ty(key.field.ty.item.named()?).shape else { return None };
        let inner = key.inner?;
        fields.iter().find(|field| field.name == inner)
    });
    fields.collect()
}

fn added(entries: &[ReconcileEntry<'_>]) -> TokenStream {
    let Some((entry, others)) = entries.split_first() else { return TokenStream::new() };
    let reading = entry.reading();
    let Some(condition) = entry.condition() else { return reading };
    let otherwise = match others.first() {
        None => TokenStream::new(),
        Some(other) if other.condition().is_some() => {
            let others = added(others);
            quote!(else #others)
        }
        Some(other) => {
            let reading = other.reading();
            quote!(else { #reading })
        }
    };
    quote!(if #condition { #reading } #otherwise)
}

/// An entry with its keys looked up.
struct ReconcileEntry<'a> {
    /// The path of its constant.
    read: TokenStream,
    test_payments: Option<&'a str>,
    evidence: Evidence,
    is_hidden: bool,
    keys: Vec<Key<'a>>,
}

struct Key<'a> {
    key: &'a ReconcileKey,
    /// The request's field, and that of each record in it.
    field: &'a Field,
    inner: Option<&'a str>,
}

impl<'a> ReconcileEntry<'a> {
    fn new(api: &'a Api, operation: &'a Operation, entry: &'a Reconcile) -> Self {
        let (owner, read) = api.operation(entry.read);
        let test_payments = read.test_payments().map(|field| field.wire.as_str());
        let read = reconcile_reads::path(owner, read);
        let keys = entry.keys.iter().filter_map(|key| Key::new(operation, key)).collect();
        let is_hidden = privacy::has_secret_key(api, operation, entry);
        Self { read, test_payments, evidence: entry.expect, is_hidden, keys }
    }

    /// The method of the call that adds the read.
    fn reconcile(&self) -> TokenStream {
        let evidence = evidence(self.evidence);
        match self.is_hidden {
            true => quote!(reconcile_hidden(#evidence, read)),
            false => quote!(reconcile(#evidence, read)),
        }
    }

    /// The condition that the request has the keys; none if it always has them.
    fn condition(&self) -> Option<TokenStream> {
        let (patterns, values): (Vec<_>, Vec<_>) =
            self.keys.iter().filter_map(Key::presence).unzip();
        match (patterns.as_slice(), values.as_slice()) {
            ([], _) => None,
            ([pattern], [value]) => Some(quote!(let #pattern = #value)),
            _ => Some(quote!(let (#(#patterns),*) = (#(#values),*))),
        }
    }

    /// True if every request has the keys, and one of each.
    fn is_always_one(&self) -> bool {
        self.condition().is_none() && self.list().is_none()
    }

    fn list(&self) -> Option<&Key<'a>> {
        self.keys.iter().find(|key| key.field.ty.list)
    }

    /// One read, or one for each record of a list, in a variable that no parameter is named as.
    fn reading(&self) -> TokenStream {
        let (read, reconcile) = (self.read(), self.reconcile());
        let reading = quote!(let read = #read; call = call.#reconcile;);
        match self.list() {
            None => reading,
            Some(list) => {
                let list = list.all();
                quote!(for _each in #list { #reading })
            }
        }
    }

    fn read(&self) -> TokenStream {
        let read = &self.read;
        let values = self.keys.iter().map(|key| {
            let (location, parameter) = (ident(key.key.location.word()), &key.key.parameter);
            let value = key.value();
            quote!(.#location(#parameter, #value))
        });
        let test_payments = self.test_payments.map(|parameter| quote!(.test_payments(#parameter)));
        quote!(Call::new(&#read)#(#values)* #test_payments)
    }
}

impl<'a> Key<'a> {
    fn new(operation: &'a Operation, key: &'a ReconcileKey) -> Option<Self> {
        let (name, inner) = (key.from.first()?, key.from.get(1));
        let fields = operation.parameters.iter().map(|parameter| &parameter.field);
        let field = fields.into_iter().find(|field| field.name == *name)?;
        Some(Self { key, field, inner: inner.map(String::as_str) })
    }

    /// A pattern and what it has to match.
    fn presence(&self) -> Option<(TokenStream, TokenStream)> {
        let name = ident(&self.field.name);
        let pattern = match self.field.explicit_omission() {
            Some(omission) => {
                let (choice, value) = (ident(&omission.name), ident(&omission.value));
                quote!(#choice::#value(#name))
            }
            None if self.field.required => return None,
            None => quote!(Some(#name)),
        };
        Some((pattern, quote!(&self.#name)))
    }

    /// The whole value, which a condition may have bound.
    fn all(&self) -> TokenStream {
        let name = ident(&self.field.name);
        if self.presence().is_some() { quote!(#name) } else { quote!(&self.#name) }
    }

    fn value(&self) -> TokenStream {
        let name = ident(&self.field.name);
        let bound = self.presence().is_some();
        match (self.field.ty.list, self.inner.map(ident)) {
            (true, Some(inner)) => quote!(&_each.#inner),
            (true, None) => quote!(_each),
            (false, Some(inner)) if bound => quote!(&#name.#inner),
            (false, Some(inner)) => quote!(&self.#name.#inner),
            (false, None) => self.all(),
        }
    }
}

fn evidence(evidence: Evidence) -> TokenStream {
    let name = ident(match evidence {
        Evidence::Exists => "Exists",
        Evidence::Absent => "Absent",
        Evidence::Balance => "Balance",
        Evidence::State => "State",
    });
    quote!(Evidence::#name)
}
