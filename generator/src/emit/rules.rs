//! The constraints that the runtime validates requests against.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::ident::ident;
use crate::model::{Api, Condition, Field, Gateway, Requirement, Shape, TypeId};

/// The parameters of an operation that have constraints, as a slice; none if there are none.
pub fn of_operation<'a>(
    api: &Api,
    fields: impl IntoIterator<Item = &'a Field>,
) -> Option<TokenStream> {
    let rows = fields.into_iter().filter_map(|field| parameter(field, nested(api, field, None)));
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| table(rows.into_iter()))
}

/// The constraints of a record in requests, as a constant of the record, which requests and other
/// records refer to.
pub fn of_record(api: &Api, id: TypeId, fields: &[&Field]) -> Option<TokenStream> {
    if !api.is_type_ruled(id) {
        return None;
    }
    let rows = fields.iter().filter_map(|field| parameter(field, nested(api, field, Some(id))));
    let table = table(rows);
    let unused = (api.ty(id).is_shared() || api.holds(id, id))
        .then(|| quote!(#[allow(dead_code, reason = "some features only read the record")]));
    Some(quote!(#unused pub(crate) const CONSTRAINTS: &'static [Parameter] = #table;))
}

fn table(rows: impl Iterator<Item = TokenStream>) -> TokenStream {
    quote!(&[#(#rows),*])
}

/// The constraints of the type of a field. The inner records of a recursive record are not
/// validated: constants cannot refer to each other in a cycle.
fn nested(api: &Api, field: &Field, holder: Option<TypeId>) -> Option<TokenStream> {
    let id = field.ty.item.named()?;
    let ring = holder.is_some_and(|holder| holder == id || api.holds(id, holder));
    let name = ident(&api.ty(id).name);
    if ring || !api.is_type_ruled(id) {
        return None;
    }
    Some(match api.ty(id).shape {
        Shape::GatewayCodes(_) => quote!(gateway_codes: #name::TABLES,),
        _ => quote!(fields: #name::CONSTRAINTS,),
    })
}

fn parameter(field: &Field, nested: Option<TokenStream>) -> Option<TokenStream> {
    if nested.is_none() && !field.is_ruled() {
        return None;
    }
    let wire = &field.wire;
    let number = Literal::u32_unsuffixed;
    let max_length = field.max_length.map(number).map(|max| quote!(max_length: Some(#max),));
    let minimum = field.minimum.map(number).map(|minimum| quote!(minimum: Some(#minimum),));
    let maximum = field.maximum.map(number).map(|maximum| quote!(maximum: Some(#maximum),));
    let explicit_omission = field.explicit_omission().map(|_| quote!(explicit_omission: true,));
    let gateways = by_gateway(field);
    let other_gateways =
        field.others.map(requirement).map(|others| quote!(other_gateways: Some(#others),));
    let conditions = conditions(&field.conditions);
    Some(quote! {
        Parameter {
            #max_length #minimum #maximum #explicit_omission #gateways #other_gateways #conditions #nested
            ..Parameter::new(#wire)
        }
    })
}

fn by_gateway(field: &Field) -> Option<TokenStream> {
    let rules = field.rules.iter().filter_map(|rule| Some((&rule.gateway, rule.requirement?)));
    let rules: Vec<_> = rules
        .map(|(gateway, asked)| {
            let (code, requirement) = (&gateway.code, requirement(asked));
            quote!((#code, #requirement))
        })
        .collect();
    (!rules.is_empty()).then(|| quote!(gateways: &[#(#rules),*],))
}

fn requirement(requirement: Requirement) -> TokenStream {
    let name = ident(match requirement {
        Requirement::Required => "Required",
        Requirement::Optional => "Optional",
        Requirement::Unsupported => "Unsupported",
    });
    quote!(Requirement::#name)
}

fn conditions(conditions: &[Condition]) -> Option<TokenStream> {
    let rows = conditions.iter().map(|condition| {
        let (other, codes) = (&condition.wire, &condition.codes);
        quote!((#other, &[#(#codes),*]))
    });
    (!conditions.is_empty()).then(|| quote!(required_when: &[#(#rows),*],))
}

/// The codes of gateways, as a slice.
pub fn gateways(gateways: &[Gateway]) -> TokenStream {
    let codes = gateways.iter().map(|gateway| &gateway.code);
    quote!(&[#(#codes),*])
}
