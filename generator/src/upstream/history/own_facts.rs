//! Statements of our schema about the subject of a change of upstream.

use std::collections::BTreeMap;

use crate::upstream::compare::shown_response;
use crate::upstream::facts::{Facts, FieldFacts, FieldMap, OperationFacts, SUCCESS};
use crate::upstream::finding::{Finding, Kind, WHOLE_API};
use crate::upstream::prose::Prose;

/// The facts of ours that a change can be about.
#[derive(Default)]
pub struct OwnFacts {
    /// Our sentence.
    pub doc: String,
    /// The type, or the response in words.
    pub ty: String,
    /// The codes.
    pub values: Vec<String>,
    /// The rules of gateways.
    pub gateways: BTreeMap<String, String>,
    /// True if it is marked as no longer documented.
    pub is_undocumented: bool,
    /// The record and the field, where they are inside another field.
    pub record: Option<(String, String)>,
}

/// None if the schema does not have the subject, which is a finding of its own.
pub fn own_facts(ours: &Facts, change: &Finding) -> Option<OwnFacts> {
    if change.subject == WHOLE_API {
        return Some(OwnFacts::default());
    }
    let locations = [Some(&change.location), change.was.as_ref()];
    let mut locations = locations.into_iter().flatten();
    if let Some(operation) = ours.operations.get(&change.subject) {
        return locations.find_map(|location| in_operation(ours, operation, location, change.kind));
    }
    let members = ours.types.get(&change.subject)?;
    if change.location.is_empty() {
        return Some(OwnFacts::default());
    }
    locations.find_map(|location| in_fields(ours, members, location))
}

fn in_operation(
    ours: &Facts,
    operation: &OperationFacts,
    location: &str,
    kind: Kind,
) -> Option<OwnFacts> {
    if let Some(place) = location.strip_prefix("response.") {
        return in_response(ours, operation, place);
    }
    if location.is_empty() {
        let ty = match kind {
            Kind::ReturnsChanged => operation.responses.get(SUCCESS).map(shown_response),
            _ => None,
        };
        let doc = sentence(&operation.prose);
        return Some(OwnFacts { doc, ty: ty.unwrap_or_default(), ..OwnFacts::default() });
    }
    in_fields(ours, &operation.parameters, location)
}

/// `404`, `200.error` or `200.response.member_id`
fn in_response(ours: &Facts, operation: &OperationFacts, place: &str) -> Option<OwnFacts> {
    let (status, inside) = place.split_once('.').unwrap_or((place, ""));
    let response = operation.responses.get(status)?;
    if let Some(name) = inside.strip_prefix("response.") {
        let record = response.returns.first()?;
        return in_record(ours, record, name);
    }
    let doc = sentence(if status == SUCCESS { &operation.prose } else { &response.prose });
    Some(OwnFacts { doc, ty: shown_response(response), ..OwnFacts::default() })
}

/// A field, or one of the record that is its type.
fn in_fields(ours: &Facts, fields: &FieldMap, location: &str) -> Option<OwnFacts> {
    if let Some(field) = fields.get(location) {
        return Some(of_field(field));
    }
    let dots = location.match_indices('.');
    dots.filter_map(|(at, _)| Some((fields.get(&location[..at])?, &location[at + 1..])))
        .find_map(|(field, inside)| in_record(ours, &field.ty, inside))
}

fn in_record(ours: &Facts, ty: &str, location: &str) -> Option<OwnFacts> {
    let record = ty.trim_matches(['[', ']']);
    let found = in_fields(ours, ours.types.get(record)?, location)?;
    let own_field = Some((record.to_owned(), location.to_owned()));
    Some(OwnFacts { record: found.record.clone().or(own_field), ..found })
}

fn of_field(field: &FieldFacts) -> OwnFacts {
    OwnFacts {
        doc: sentence(&field.prose),
        ty: field.ty.clone(),
        values: field.values.clone(),
        gateways: field.gateways.clone(),
        is_undocumented: field.undocumented_since.is_some(),
        record: None,
    }
}

fn sentence(prose: &Prose) -> String {
    prose.sentences.concat()
}
