//! The calls that the build script generated from the schema.

use std::fmt::Debug;
use std::pin::Pin;

use portone_v1::{Client, Decimal, Error, Timestamp, blocking};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::samples::Breadth;

include!(concat!(env!("OUT_DIR"), "/calls.rs"));

/// One operation.
pub(crate) struct GeneratedCall {
    /// `section.operation`
    pub(crate) operation: &'static str,
    /// Makes a request of this breadth and sends it.
    pub(crate) send: fn(Client, Breadth) -> Sending,
    /// The same without async.
    pub(crate) wait: fn(&blocking::Client, Breadth) -> CallResult,
}

type Sending = Pin<Box<dyn Future<Output = CallResult>>>;

/// The result of a call.
pub(crate) struct CallResult {
    /// The request as `Debug` shows it.
    pub(crate) request: String,
    pub(crate) answer: Result<Read, Error>,
}

/// An answer that was read.
#[derive(Debug)]
pub(crate) struct Read {
    /// As `Debug` shows it.
    pub(crate) shown: String,
    /// As serde stores it.
    pub(crate) stored: Value,
}

fn outcome<T>(request: &dyn Debug, result: Result<T, Error>) -> CallResult
where
    T: Debug + PartialEq + Serialize + DeserializeOwned,
{
    let request = format!("{request:?} {request:#?}");
    CallResult { request, answer: result.map(read) }
}

/// The value as `Debug` shows it and as serde stores it; the stored value deserializes to an equal one.
fn read<T>(answer: T) -> Read
where
    T: Debug + PartialEq + Serialize + DeserializeOwned,
{
    let stored = serde_json::to_value(&answer).unwrap();
    assert_eq!(serde_json::from_value::<T>(stored.clone()).unwrap(), answer);
    Read { shown: format!("{answer:?} {answer:#?}"), stored }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}
