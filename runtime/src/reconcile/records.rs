//! The records that reads have returned.

use std::fmt;

use crate::error::Error;
use crate::http_client::RawResponse;
use crate::json::FromJson;
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
