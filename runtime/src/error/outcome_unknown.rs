//! Nobody knows yet whether the server has acted.

use std::fmt;
use std::sync::Arc;

use super::Error;
use crate::inquiry::Subject;
use crate::reconcile::{self, Reconciled};
use crate::redacted::Redacted;
use crate::transport::Transport;

/// Keys that name a payment and say nothing about a person.
const SHOWN: [&str; 2] = ["imp_uid", "merchant_uid"];

/// A request that must not be sent twice, and whose answer was lost, cut off, unreadable, or a
/// failure of the server's own. The server may have acted.
///
/// Do not send it again before [`reconcile`](Self::reconcile), or looking it up in another way, has
/// shown that nothing happened.
#[derive(Clone)]
#[non_exhaustive]
pub struct OutcomeUnknownError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// What went wrong: [`Error::Transport`], [`Error::Timeout`], [`Error::Status`] or
    /// [`Error::Decode`].
    pub cause: Error,
    subject: Arc<Subject>,
}

impl OutcomeUnknownError {
    pub(crate) fn new(cause: Error, subject: Arc<Subject>) -> Self {
        Self { operation: subject.operation, cause, subject }
    }

    /// The HTTP status, if an answer began to arrive.
    pub fn status(&self) -> Option<u16> {
        self.cause.status()
    }

    /// The answer as it arrived, if one did. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> Option<&[u8]> {
        self.cause.raw_body()
    }

    /// What the request can be looked up by: names on the wire, with their values.
    pub fn keys(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.subject.reads.iter().flat_map(|read| {
            let fields = [&read.call.path, &read.call.query, &read.call.body].into_iter();
            fields
                .flat_map(|fields| fields.iter())
                .filter_map(|(name, value)| value.scalar_text().map(|text| (name, text)))
        })
    }

    /// Looks up what became of the request, with reads that change nothing.
    ///
    /// What they show is what is so now. A request may still be on its way when the read is made
    /// right after it: before taking [`Reconciled::NotDone`] as leave to send again, wait longer than
    /// the server could take, and look once more.
    ///
    /// # Errors
    ///
    /// [`Error::Irreconcilable`] when there is no read for the operation, or the request lacked the
    /// keys for it; else whatever a read can fail with.
    pub async fn reconcile(&self, client: &impl AsRef<Transport>) -> Result<Reconciled, Error> {
        reconcile::look_up(&self.subject, client.as_ref()).await
    }
}

impl fmt::Display for OutcomeUnknownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the outcome is unknown, do not just send this again: {}", self.cause)
    }
}

impl fmt::Debug for OutcomeUnknownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutcomeUnknownError")
            .field("operation", &self.operation)
            .field("keys", &Keys(self))
            .field("cause", &self.cause)
            .finish()
    }
}

struct Keys<'a>(&'a OutcomeUnknownError);

impl fmt::Debug for Keys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (name, value) in self.0.keys() {
            match SHOWN.contains(&name) {
                true => map.entry(&name, &value),
                false => map.entry(&name, &Redacted::Value),
            };
        }
        map.finish()
    }
}

impl std::error::Error for OutcomeUnknownError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.source()
    }
}
