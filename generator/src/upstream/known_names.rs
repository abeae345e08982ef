//! The privacy and the number types of new fields, derived from fields of the schema with the same name,
//! or with the same last word.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use super::facts::{FieldFacts, FieldMap};
use super::finding::{Finding, New};
use crate::model::{Api, Field, Item, Privacy, Shape};
use crate::yaml_index::field_name;

/// Adds to every new field what its name says.
pub fn complete(findings: &mut [Finding], api: &Api) {
    let known = KnownNames::of(api);
    for finding in findings {
        match &mut finding.new {
            Some(New::Field { fact, .. }) => known.complete(&finding.location, fact),
            Some(New::Operation(operation)) => known.complete_all(&mut operation.parameters),
            Some(New::Type { members, .. }) => known.complete_all(members),
            None => {}
        }
    }
}

/// The fields of the schema.
struct KnownNames<'a> {
    by_name: BTreeMap<String, Vec<&'a Field>>,
    /// Those with a single value that is not a truth value: `send_email` says nothing about `email`.
    by_last_word: BTreeMap<String, Vec<&'a Field>>,
}

impl<'a> KnownNames<'a> {
    fn of(api: &'a Api) -> Self {
        let mut known = Self { by_name: BTreeMap::new(), by_last_word: BTreeMap::new() };
        for field in fields(api) {
            let name = field.wire.to_snake_case();
            if is_single(api, field) {
                let last = last_word(&name).to_owned();
                known.by_last_word.entry(last).or_default().push(field);
            }
            known.by_name.entry(name).or_default().push(field);
        }
        known
    }

    fn complete_all(&self, fields: &mut FieldMap) {
        fields.iter_mut().for_each(|(location, fact)| self.complete(location, fact));
    }

    fn complete(&self, location: &str, fact: &mut FieldFacts) {
        let name = field_name(location).to_snake_case();
        let item = fact.ty.trim_matches(['[', ']']).to_owned();
        let is_number = matches!(item.as_str(), "integer" | "number");
        let has_single_value = is_number || item == "string";
        fact.privacy = self.privacy(&name, has_single_value);
        if let Some(word) = self.number(&name).filter(|_| is_number) {
            fact.ty = fact.ty.replace(&item, word);
        }
    }

    /// Of fields with the same name, the strictest; of others, only what all of them have.
    fn privacy(&self, name: &str, has_single_value: bool) -> Privacy {
        if let Some(same) = self.by_name.get(name) {
            return same.iter().map(|field| field.privacy).max().unwrap_or_default();
        }
        let alike = self.by_last_word.get(last_word(name)).filter(|_| has_single_value);
        let mut found = alike.into_iter().flatten().map(|field| field.privacy);
        let strictest = found.clone().max().unwrap_or_default();
        if found.all(Privacy::hidden) { strictest } else { Privacy::Open }
    }

    /// An amount or a time. A name that has been an amount once is money, even if it is written as an
    /// integer elsewhere.
    fn number(&self, name: &str) -> Option<&'static str> {
        if let Some(same) = self.by_name.get(name) {
            let words = same.iter().filter_map(|field| number_word(field));
            return agreed(words.map(Some));
        }
        agreed(self.by_last_word.get(last_word(name))?.iter().map(|field| number_word(field)))
    }
}

fn fields(api: &Api) -> impl Iterator<Item = &Field> {
    let operations = api.sections.iter().flat_map(|section| &section.operations);
    let parameters = operations.flat_map(|operation| &operation.parameters);
    let members = api.types.iter().flat_map(|ty| match &ty.shape {
        Shape::Record(fields) => fields.as_slice(),
        _ => &[],
    });
    parameters.map(|parameter| &parameter.field).chain(members)
}

fn is_single(api: &Api, field: &Field) -> bool {
    match field.ty.item {
        Item::Boolean => false,
        Item::Named(id) => !matches!(api.ty(id).shape, Shape::Record(_) | Shape::Choice(_)),
        Item::String | Item::Integer | Item::Amount | Item::Timestamp => true,
    }
}

fn number_word(field: &Field) -> Option<&'static str> {
    match field.ty.item {
        Item::Amount => Some("amount"),
        Item::Timestamp => Some("timestamp"),
        _ => None,
    }
}

/// The word that all have.
fn agreed(mut words: impl Iterator<Item = Option<&'static str>>) -> Option<&'static str> {
    let first = words.next()??;
    words.all(|word| word == Some(first)).then_some(first)
}

fn last_word(name: &str) -> &str {
    name.rsplit('_').next().unwrap_or(name)
}
