//! The records that reads have returned.

use std::fmt;

use rust_decimal::Decimal;

use crate::error::Error;
use crate::http_client::RawResponse;
use crate::json::{FromJson, Json};
use crate::operation::Operation;
use crate::response;

/// The records that reads have returned. They may hold personal data, so `Debug` shows only their
/// number.
#[derive(Clone, Default)]
pub struct ReconciledRecords(Vec<Record>);

/// A response that holds a record.
#[derive(Clone)]
pub(crate) struct Record {
    pub(super) operation: &'static Operation,
    pub(super) raw: RawResponse,
}

impl ReconciledRecords {
    /// The number of records.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True if there are no records.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Decodes the first record as the type that the read returns, such as `Payment` or `Schedule`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if it is of another type.
    pub fn decode<T: FromJson>(&self) -> Result<Option<T>, Error> {
        self.0.first().map(Record::decode).transpose()
    }

    /// Decodes all records as the type that the reads return.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if one of them is of another type.
    pub fn decode_all<T: FromJson>(&self) -> Result<Vec<T>, Error> {
        self.0.iter().map(Record::decode).collect()
    }

    /// The text of a field of the first record.
    pub(crate) fn text(&self, name: &'static str) -> Option<String> {
        self.first(|json| json.object().optional(name))
    }

    /// The amount that is left of the payment in the first record.
    pub(crate) fn balance(&self) -> Option<Decimal> {
        self.first(|json| Some(balance(json)))
    }

    fn first<T>(&self, read: impl FnOnce(Json<'_>) -> Option<T>) -> Option<T> {
        let Record { operation, raw } = self.0.first()?;
        response::decode(operation, raw, read).ok()?
    }

    pub(super) fn add(&mut self, record: Record) {
        self.0.push(record);
    }
}

impl Record {
    fn decode<T: FromJson>(&self) -> Result<T, Error> {
        response::decode(self.operation, &self.raw, T::from_json)
    }
}

impl fmt::Debug for ReconciledRecords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} records>", self.len())
    }
}

/// The amount that is left of a payment.
pub(super) fn balance(json: Json<'_>) -> Decimal {
    let mut payment = json.object();
    let amount: Decimal = payment.required("amount");
    let cancelled: Decimal = payment.required("cancel_amount");
    json.expect("amounts of the usual size", amount.checked_sub(cancelled))
}
