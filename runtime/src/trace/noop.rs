//! The no-op trace.

use std::fmt::Display;
use std::time::Duration;

use crate::error::Error;
use crate::http_client::{BaseUrl, RawResponse};
use crate::json::Mismatch;
use crate::operation::Operation;

/// A trace that records nothing.
pub(crate) struct Trace;

impl Trace {
    pub(crate) fn begin(_: &Operation, _: &BaseUrl) -> Self {
        Self
    }

    pub(crate) fn instrument<F: Future>(&self, part: F) -> F {
        part
    }

    pub(crate) fn retry(&self, _: u32, _: Duration, _: &Result<RawResponse, Error>) {}

    pub(crate) fn finished(&self, _: Option<u16>, _: u32) {}

    pub(crate) fn mismatch(&self, _: &Mismatch) {}

    pub(crate) fn success(&self) {}

    pub(crate) fn error(&self, _: &'static str) {}
}

pub(crate) fn outcome_not_recorded(_: &dyn Display, _: &dyn Display) {}
