//! Nobody observes.

use std::time::Duration;

use crate::error::Error;
use crate::operation::Operation;
use crate::received::Received;
use crate::recorder::Recorded;

pub(crate) struct Trace;

impl Trace {
    pub(crate) fn begin(_: &Operation) -> Self {
        Self
    }

    pub(crate) fn retry(&self, _: u32, _: Duration, _: &Result<Received, Error>) {}

    pub(crate) fn finished(&self, _: &Recorded) {}

    pub(crate) fn outcome(&self, _: &'static str) {}
}
