//! Samples as JSON text, written without a serializer so that no digit of an amount is lost.

use portone_v1_generator::model::{Field, Shape, TypeId};
use serde_json::{Number, Value};

use crate::operations::api;
use crate::samples::Sample;

/// A sample as it goes over the wire.
pub(crate) fn text(sample: &Sample<'_>) -> String {
    write(sample, &|_, fields| fields.iter().map(member).collect())
}

/// The same, and the fields that it leaves out are null.
pub(crate) fn with_nulls(sample: &Sample<'_>) -> String {
    write(sample, &|ty, said| {
        let Shape::Record(fields) = &api().ty(ty).shape else { panic!("no record") };
        let said_of = |field: &Field| said.iter().find(|(wire, _)| *wire == field.wire);
        let members = fields.iter().map(|field| match said_of(field) {
            Some(said) => member(said),
            None => format!("{:?}:null", field.wire),
        });
        members.collect()
    })
}

/// An object of these fields.
pub(crate) fn object<'a>(fields: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let members: Vec<_> = fields.into_iter().map(|field| member(&field)).collect();
    format!("{{{}}}", members.join(","))
}

/// JSON as serde stores it: amounts with a fraction are texts there.
pub(crate) fn stored(json: &str) -> Value {
    exact(serde_json::from_str(json).unwrap())
}

/// The members of a record's JSON, of the fields that the sample has.
type Members = dyn Fn(TypeId, &[(&str, String)]) -> Vec<String>;

fn write(sample: &Sample<'_>, members: &Members) -> String {
    match sample {
        Sample::Text(text) => Value::from(text.as_str()).to_string(),
        Sample::Integer(number) | Sample::Time(number) => number.to_string(),
        Sample::Boolean(value) => value.to_string(),
        Sample::Amount(text) => text.clone(),
        Sample::Code(ty, code) if is_integer(*ty) => code.clone(),
        Sample::Code(_, code) => format!("{code:?}"),
        Sample::Record(ty, fields) => {
            let said = fields.iter().map(|(field, value)| (&*field.wire, write(value, members)));
            format!("{{{}}}", members(*ty, &said.collect::<Vec<_>>()).join(","))
        }
        Sample::List(samples) => {
            let values: Vec<_> = samples.iter().map(|sample| write(sample, members)).collect();
            format!("[{}]", values.join(","))
        }
    }
}

fn is_integer(ty: TypeId) -> bool {
    matches!(&api().ty(ty).shape, Shape::Enumeration(codes) if codes.integer)
}

fn member((wire, value): &(&str, String)) -> String {
    format!("{wire:?}:{value}")
}

fn exact(value: Value) -> Value {
    match value {
        Value::Number(number) if !is_whole(&number) => Value::String(number.to_string()),
        Value::Array(values) => values.into_iter().map(exact).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, exact(value))).collect()
        }
        other => other,
    }
}

fn is_whole(number: &Number) -> bool {
    number.is_i64() || number.is_u64()
}
