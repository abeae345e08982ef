//! The records that reads have returned.

use std::fmt;

use crate::error::Error;
use crate::http_client::RawResponse;
use crate::json::{Document, FromJson};
use crate::response::{self, Response};

/// The records that reads have returned. They may hold personal data, so `Debug` shows only their
/// number.
#[derive(Clone, Default)]
pub struct ReconciledRecords(Vec<Record>);

/// A response that holds a record.
#[derive(Clone)]
pub(crate) struct Record {
    pub(super) operation: &'static str,
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

    /// Adds the record in a response and returns it; none if the record is absent.
    pub(crate) fn add(&mut self, response: Response) -> Result<Option<&Record>, Error> {
        let record = Record { operation: response.operation(), raw: response.raw().clone() };
        match response::decode(record.operation, &record.raw, |json| json.is_empty_result()) {
            Ok(true) => return Ok(None),
            Err(error) if is_absent(&error, &record.raw) => return Ok(None),
            Ok(false) => self.0.push(record),
            Err(error) => return Err(error),
        }
        Ok(self.0.last())
    }
}

impl Record {
    fn decode<T: FromJson>(&self) -> Result<T, Error> {
        response::decode(self.operation, &self.raw, T::from_json)
    }
}

/// True if the server reports that there is no such record: 404, or 200 with a code and no `response`.
/// A 404 without an envelope does not count: a proxy or a wrong base URL returns it too.
fn is_absent(error: &Error, raw: &RawResponse) -> bool {
    const NOT_FOUND: u16 = 404;
    let is_rejection = matches!(error, Error::Api(_)) || raw.status == NOT_FOUND;
    is_rejection && error.code().is_some() && has_no_response(&raw.body)
}

fn has_no_response(body: &[u8]) -> bool {
    Document::read(body, |json| !json.object().has("response")).unwrap_or(false)
}

impl fmt::Debug for ReconciledRecords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} records>", self.len())
    }
}
