//! Answers to the requests that were made: with the identifiers and the amount of the request.

use portone_v1_generator::model::Operation;

use crate::operations::api;
use crate::samples::{Breadth, Sample, Sampler};

/// The field with the records of a page.
const LIST: &str = "list";

/// The answer, about the record that the shortest request of the operation asks for.
pub(crate) fn echo(operation: &'static Operation, answer: Sample<'static>) -> Sample<'static> {
    let request = Sampler::new(api(), 0).request(operation, Breadth::Required);
    let mut sent = Vec::new();
    for (parameter, sample) in request {
        collect(&parameter.field.wire, sample, &mut sent);
    }
    sent.retain(|(name, _)| operation.identity.contains(name));
    replaced(answer, &sent)
}

/// The values of a parameter; of a list, those of its first item.
fn collect(name: &str, sample: Sample<'static>, sent: &mut Vec<(String, Sample<'static>)>) {
    match sample {
        Sample::List(samples) => {
            for sample in samples.into_iter().take(1) {
                collect(name, sample, sent);
            }
        }
        Sample::Record(_, fields) => {
            sent.extend(fields.into_iter().map(|(field, value)| (field.wire.clone(), value)));
        }
        sample => sent.push((name.to_owned(), sample)),
    }
}

fn replaced(answer: Sample<'static>, sent: &[(String, Sample<'static>)]) -> Sample<'static> {
    match answer {
        Sample::List(samples) => {
            Sample::List(samples.into_iter().map(|sample| replaced(sample, sent)).collect())
        }
        Sample::Record(ty, fields) => {
            let fields = fields.into_iter().map(|(field, value)| {
                let same = sent.iter().find(|(name, _)| *name == field.wire);
                match (same, value) {
                    (Some((_, same)), _) => (field, same.clone()),
                    (None, value @ Sample::List(_)) if field.wire == LIST => {
                        (field, replaced(value, sent))
                    }
                    (None, value) => (field, value),
                }
            });
            Sample::Record(ty, fields.collect())
        }
        other => other,
    }
}
