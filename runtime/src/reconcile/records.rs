//! The records that reads have brought.

use std::fmt;

use crate::error::Error;
use crate::http_client::Received;
use crate::json::{Document, FromJson};
use crate::response::{self, Answer};

/// What was found: the records as they arrived. They may hold personal data, so that `Debug` shows
/// their number alone.
#[derive(Clone, Default)]
pub struct Found(Vec<Record>);

/// An answer that holds a record.
#[derive(Clone)]
pub(crate) struct Record {
    pub(super) operation: &'static str,
    pub(super) received: Received,
}

impl Found {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first record, as the type that the read returns: a `Payment`, a `Schedule`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] when it is of another type.
    pub fn decode<T: FromJson>(&self) -> Result<Option<T>, Error> {
        self.0.first().map(Record::decode).transpose()
    }

    /// Every record, as the type that the reads return.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] when one of them is of another type.
    pub fn decode_all<T: FromJson>(&self) -> Result<Vec<T>, Error> {
        self.0.iter().map(Record::decode).collect()
    }

    /// Adds the record in an answer, and returns it; none if the answer says that there is none.
    pub(crate) fn add(&mut self, answer: Answer) -> Result<Option<&Record>, Error> {
        let record = Record { operation: answer.operation(), received: answer.received().clone() };
        match response::read(record.operation, &record.received, |json| json.is_empty_result()) {
            Ok(true) => return Ok(None),
            Err(error) if is_missing(&error, &record.received) => return Ok(None),
            Ok(false) => self.0.push(record),
            Err(error) => return Err(error),
        }
        Ok(self.0.last())
    }
}

impl Record {
    fn decode<T: FromJson>(&self) -> Result<T, Error> {
        response::read(self.operation, &self.received, T::from_json)
    }
}

/// Whether the server says that there is no such record: 404, or 200 with a code and nothing else.
/// A 404 without an envelope is not the server's word: a proxy or a wrong base URL says that too.
fn is_missing(error: &Error, received: &Received) -> bool {
    const NOT_FOUND: u16 = 404;
    let refused = matches!(error, Error::Api(_)) || received.status == NOT_FOUND;
    refused && error.code().is_some() && holds_nothing(&received.body)
}

fn holds_nothing(body: &[u8]) -> bool {
    Document::read(body, |json| !json.object().has("response")).unwrap_or(false)
}

impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} records>", self.len())
    }
}
