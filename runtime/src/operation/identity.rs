//! The values of a request that its response repeats, and their comparison with a response.

use rust_decimal::Decimal;

use super::call::Call;
use crate::json::{Fields, Json, RecordView, Value};

/// The identifier of a payment. No two payments share one, so it outweighs the other identifiers.
const PAYMENT: &str = "imp_uid";
/// The value that is money: compared as a number, and never enough to identify a record.
const AMOUNT: &str = "amount";
/// With a promotion, less than the requested amount may be charged.
const PROMOTION: &str = "promotion_id";

/// The identifiers and amounts of a request, to compare the records of a response with.
///
/// One alternative for each item that the request names in a list: a record belongs to the response if
/// it agrees with one of them.
pub(crate) struct Identity {
    /// The names that requests and records of the operation share.
    names: &'static [&'static str],
    alternatives: Vec<Values>,
}

type Values = Vec<(&'static str, String)>;

/// The relation of a response to the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agreement {
    /// Every record has an identifier of the request, and no other one.
    Same,
    /// No identifier of the request is in the response.
    Unidentified,
    /// A record has another value than the request in this field.
    Other(&'static str),
}

impl Identity {
    pub(crate) fn of(call: &Call) -> Self {
        let names = call.operation.identity;
        let parts = [&call.path, &call.query, &call.body];
        let fields = || parts.into_iter().flat_map(Fields::iter);
        let shared = selected(names, &fields().collect::<Vec<_>>());
        let items: Vec<Values> = fields()
            .filter_map(|(name, value)| match value {
                Value::List(values) => Some((name, values)),
                _ => None,
            })
            .flat_map(|(name, values)| values.iter().map(move |value| item(names, name, value)))
            .filter(|item| !item.is_empty())
            .map(|item| shared.iter().cloned().chain(item).collect())
            .collect();
        Self { names, alternatives: if items.is_empty() { vec![shared] } else { items } }
    }

    /// The values of an intent: the names are those of this version.
    pub(crate) fn of_intent(alternatives: Vec<Values>) -> Self {
        Self { names: &[], alternatives }
    }

    pub(crate) fn alternatives(&self) -> &[Vec<(&'static str, String)>] {
        &self.alternatives
    }

    /// True if no record of a response has a value of these names: it is no record of the operation.
    pub(crate) fn is_missing_in(&self, response: Json<'_>) -> bool {
        let has_one =
            |record: RecordView<'_>| self.names.iter().any(|name| !record.get(name).is_nullish());
        !self.names.is_empty() && !response.records().into_iter().any(has_one)
    }

    /// Compares the records of a response: a record, a list of them, or a page of a list.
    pub(crate) fn compare(&self, response: Json<'_>) -> Agreement {
        if self.alternatives.iter().all(Vec::is_empty) {
            return Agreement::Unidentified;
        }
        let mut agreement = Agreement::Unidentified;
        for record in response.records() {
            match self.compare_record(record) {
                Agreement::Unidentified => {}
                Agreement::Same => agreement = Agreement::Same,
                other => return other,
            }
        }
        agreement
    }

    fn compare_record(&self, record: RecordView<'_>) -> Agreement {
        let mut first = None;
        for values in &self.alternatives {
            match compare(values, record) {
                Agreement::Same => return Agreement::Same,
                agreement => first = first.or(Some(agreement)),
            }
        }
        first.unwrap_or(Agreement::Unidentified)
    }
}

/// The values of these names; blank ones count as omitted.
fn selected(names: &[&'static str], fields: &[(&'static str, &Value)]) -> Values {
    let has_promotion = fields.iter().any(|(name, _)| *name == PROMOTION);
    fields
        .iter()
        .filter(|(name, _)| names.contains(name) && !(has_promotion && *name == AMOUNT))
        .filter_map(|(name, value)| Some((*name, value.scalar_text()?.to_owned())))
        .filter(|(_, text)| !text.trim().is_empty())
        .collect()
}

/// The values of one item of a list: the item itself, or the fields of a record.
fn item(names: &[&'static str], name: &'static str, value: &Value) -> Values {
    match value {
        Value::Object(fields) => selected(names, &fields.iter().collect::<Vec<_>>()),
        value => selected(names, &[(name, value)]),
    }
}

/// Compares the values with the fields that the record has. Without the identifier of the payment, all of
/// them must agree.
fn compare(values: &Values, record: RecordView<'_>) -> Agreement {
    let compared = |name: &'static str| {
        let value = values.iter().find(|value| value.0 == name)?;
        differs(name, &value.1, record.get(name))
    };
    let payment = compared(PAYMENT);
    let mut agreement = Agreement::Unidentified;
    for (name, _) in values {
        let is_outweighed = payment == Some(false) && *name != PAYMENT && *name != AMOUNT;
        match compared(name) {
            Some(true) if !is_outweighed => return Agreement::Other(name),
            Some(false) if *name != AMOUNT => agreement = Agreement::Same,
            _ => {}
        }
    }
    agreement
}

/// True if the field has another value, or one that cannot be read; none if it has no value.
fn differs(name: &str, expected: &str, field: Json<'_>) -> Option<bool> {
    if field.is_nullish() {
        return None;
    }
    if name == AMOUNT {
        let expected = decimal(expected)?;
        return Some(field.try_read() != Some(expected));
    }
    // Databases often ignore case and spaces around a text: such a difference is not another record.
    let is_same = |found: &str| found.trim().eq_ignore_ascii_case(expected.trim());
    Some(!field.scalar_text().is_some_and(|found| is_same(&found)))
}

fn decimal(text: &str) -> Option<Decimal> {
    text.trim().parse().ok()
}
