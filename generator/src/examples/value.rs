//! Samples as Rust expressions.

use heck::ToSnakeCase;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use serde_json::Value;
use syn::LitInt;

use super::imports::{Imports, ident};
use super::sample::{GatewayCode, Sample};
use crate::model::{Api, Field, Item, Section, Shape, TypeId};
use crate::samples::MOMENT;

const HOUR: i64 = 60 * 60;

/// Expressions of one program, and the statements that they need before them.
pub struct Values<'p> {
    api: &'p Api,
    section: &'p Section,
    imports: &'p mut Imports,
    before: TokenStream,
}

impl<'p> Values<'p> {
    /// Values in a program of a section.
    pub fn new(api: &'p Api, section: &'p Section, imports: &'p mut Imports) -> Self {
        Self { api, section, imports, before: TokenStream::new() }
    }

    /// The statements before those with the expressions.
    pub fn before(self) -> TokenStream {
        self.before
    }

    /// An expression that a constructor or a setter takes.
    pub fn expression(&mut self, sample: &Sample<'_>) -> TokenStream {
        match sample {
            Sample::Scalar(item, value) => self.scalar(*item, value),
            Sample::GatewayCode(code) => self.gateway_code(code),
            Sample::Record(id, members) => {
                let name = self.ty(*id);
                let (required, optional): (Vec<_>, Vec<_>) =
                    members.iter().partition(|(field, _)| field.required);
                let arguments: Vec<_> =
                    required.iter().map(|(_, sample)| self.expression(sample)).collect();
                let setters: Vec<_> =
                    optional.iter().map(|(field, sample)| self.setter(field, sample)).collect();
                quote!(#name::new(#(#arguments),*)#(#setters)*)
            }
            Sample::List(item) => {
                let item = self.expression(item);
                quote!([#item])
            }
        }
    }

    /// The call of a setter.
    pub fn setter(&mut self, field: &Field, sample: &Sample<'_>) -> TokenStream {
        let (name, value) = (ident(&field.name), self.expression(sample));
        quote!(.#name(#value))
    }

    /// The variant of an explicit omission that sends a value: by its constructor, if that converts.
    pub fn explicit(&mut self, field: &Field, sample: &Sample<'_>) -> Option<TokenStream> {
        let omission = field.explicit_omission()?;
        let name = self.imports.name(&self.section.name, &omission.name);
        let variant = match field.ty.is_converted() {
            true => ident(&omission.value.to_snake_case()),
            false => ident(&omission.value),
        };
        let value = self.expression(sample);
        Some(quote!(#name::#variant(#value)))
    }

    fn scalar(&mut self, item: Item, value: &Value) -> TokenStream {
        match (item, value) {
            (Item::Named(id), value) => self.code(id, value),
            (Item::Timestamp, Value::Number(second)) => {
                self.time(second.as_i64().unwrap_or(MOMENT) - MOMENT)
            }
            (_, Value::Number(number)) => self.number(&number.to_string()),
            (_, Value::Bool(value)) => quote!(#value),
            (_, value) => {
                let text = value.as_str().unwrap_or_default();
                quote!(#text)
            }
        }
    }

    /// A number with a fraction is a decimal: the digits, and how many of them are behind the point.
    fn number(&mut self, text: &str) -> TokenStream {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = grouped(&format!("{whole}{fraction}"));
        if fraction.is_empty() {
            return quote!(#digits);
        }
        let (decimal, scale) =
            (self.imports.of_root("Decimal"), Literal::usize_unsuffixed(fraction.len()));
        quote!(#decimal::new(#digits, #scale))
    }

    /// A time before or after now.
    fn time(&mut self, seconds: i64) -> TokenStream {
        let timestamp = self.imports.of_root("Timestamp");
        if seconds == 0 {
            return quote!(#timestamp::now());
        }
        self.imports.spans_of_time();
        let sign = if seconds < 0 { quote!(-) } else { quote!(+) };
        let (number, unit) = match (seconds / HOUR, seconds % HOUR) {
            (hours, 0) => (hours.abs(), ident("hours")),
            _ => (seconds.abs(), ident("seconds")),
        };
        let number = Literal::i64_unsuffixed(number);
        quote!(#timestamp::now() #sign #number.#unit())
    }

    /// A variant; the text if there is none.
    fn code(&mut self, id: TypeId, value: &Value) -> TokenStream {
        let code = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.variant(id, &code).unwrap_or_else(|| quote!(#code))
    }

    fn variant(&mut self, id: TypeId, code: &str) -> Option<TokenStream> {
        let Shape::Enumeration(codes) = &self.api.ty(id).shape else { return None };
        let value = codes.values.iter().find(|value| value.code == code)?;
        let (name, variant) = (self.ty(id), ident(&value.name));
        Some(quote!(#name::#variant))
    }

    /// The code of a gateway, in a variable of its own.
    fn gateway_code(&mut self, code: &GatewayCode<'_>) -> TokenStream {
        let GatewayCode { ty, codes, gateway, standard, own } = code;
        let variants = self.variant(codes.of, standard).zip(self.variant(codes.gateways, gateway));
        let Some((standard, gateway)) = variants else {
            let name = self.ty(*ty);
            return quote!(#name::unlisted(#own));
        };
        let variable = ident(&self.api.ty(*ty).name.to_snake_case());
        self.before.extend(quote! {
            let #variable = #standard.at(&#gateway).ok_or("the gateway has no code for it")?;
        });
        quote!(#variable)
    }

    fn ty(&mut self, id: TypeId) -> Ident {
        let ty = self.api.ty(id);
        self.imports.name(&ty.module, &ty.name)
    }
}

/// A whole number as a literal with its thousands apart: `10_000`.
fn grouped(digits: &str) -> LitInt {
    let (sign, digits) = digits.split_at(usize::from(digits.starts_with('-')));
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push('_');
        }
        text.push(digit);
    }
    LitInt::new(&format!("{sign}{text}"), Span::call_site())
}
