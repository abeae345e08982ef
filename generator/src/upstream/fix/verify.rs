//! Verification of a change: the schema is read again, and its facts are compared with those before.

use std::collections::{BTreeMap, BTreeSet};

use super::expect::{expect, expect_left_behind};
use super::routes;
use crate::diagnostics::{Diagnostic, codes};
use crate::schema_reader;
use crate::upstream::facts::Facts;
use crate::upstream::finding::Finding;
use crate::upstream::schema_facts;
use crate::yaml_index::YamlIndex;

/// The reason why a result is not accepted.
pub struct Rejection {
    /// The reason, as a clause.
    pub reason: String,
    /// The operations and types that it is about.
    pub subjects: BTreeSet<String>,
}

/// The facts of a schema in which texts may be missing, and in which types may be unused, because
/// their users come later.
pub fn facts(index: &YamlIndex) -> Result<Facts, Rejection> {
    match schema_reader::read_indexed(index, &[&codes::E030, &codes::E024]) {
        Ok(api) => Ok(schema_facts::facts(&api)),
        Err(found) => Err(invalid(&found, index)),
    }
}

fn invalid(found: &[Diagnostic], index: &YamlIndex) -> Rejection {
    let spans = found.iter().flat_map(|diagnostic| &diagnostic.labels).map(|label| label.span);
    Rejection {
        reason: found.first().map(reason).unwrap_or_default(),
        subjects: spans.filter_map(|span| index.subject_at(span)).map(str::to_owned).collect(),
    }
}

/// The facts after findings were applied, if they are those that the findings ask for.
pub fn result(
    before: &Facts,
    applied: &[&Finding],
    date: Option<&str>,
    index: &YamlIndex,
) -> Result<Facts, Rejection> {
    let after = facts(index)?;
    let subjects = || applied.iter().map(|finding| finding.subject.clone()).collect();
    let compared = routes::back(&after, applied).ok_or_else(|| unexpected(subjects()))?;
    let mut expected = before.clone();
    for finding in applied {
        expect(&mut expected, finding, &compared, date)
            .ok_or_else(|| unexpected([finding.subject.clone()].into()))?;
    }
    applied.iter().for_each(|finding| expect_left_behind(&mut expected, finding));
    let subjects = different(without_places(expected), without_places(compared));
    if subjects.is_empty() { Ok(after) } else { Err(unexpected(subjects)) }
}

fn unexpected(subjects: BTreeSet<String>) -> Rejection {
    let reason = "the schema would say something else than the finding".to_owned();
    Rejection { reason, subjects }
}

/// The operations and types whose facts differ.
fn different(expected: Facts, after: Facts) -> BTreeSet<String> {
    let operations = keys_that_differ(expected.operations, after.operations);
    operations.chain(keys_that_differ(expected.types, after.types)).collect()
}

fn keys_that_differ<T: PartialEq>(
    left: BTreeMap<String, T>,
    right: BTreeMap<String, T>,
) -> impl Iterator<Item = String> {
    let all: BTreeSet<String> = left.keys().chain(right.keys()).cloned().collect();
    all.into_iter().filter(move |key| left.get(key) != right.get(key))
}

fn reason(diagnostic: &Diagnostic) -> String {
    format!("`check` would report {}: {}", diagnostic.code.id, diagnostic.message)
}

/// An insertion moves what follows; the order is verified in the tree.
fn without_places(mut facts: Facts) -> Facts {
    let parameters = facts.operations.values_mut().map(|operation| &mut operation.parameters);
    for fields in parameters.chain(facts.types.values_mut()) {
        for field in fields.values_mut() {
            field.place = 0;
        }
    }
    facts
}
