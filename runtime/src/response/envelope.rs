//! The envelope of a response: `{code, message, response}`.

use crate::json::{Document, Mismatch, Object};

/// An envelope without a readable `response`.
#[derive(Debug)]
pub(crate) enum EnvelopeError {
    /// The server rejected the request.
    Rejected {
        /// The code, if there is one.
        code: Option<i64>,
        /// The message, if there is one.
        message: Option<String>,
    },
    /// The envelope has another shape than documented.
    Unreadable(Mismatch),
}

impl From<Mismatch> for EnvelopeError {
    fn from(mismatch: Mismatch) -> Self {
        Self::Unreadable(mismatch)
    }
}

/// The status of a request that failed in part.
pub(super) const MULTI_STATUS: u16 = 207;

/// The check of the code in an envelope whose status is 2xx.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum CodeCheck {
    /// Another code than 0 is a rejection.
    Zero,
    /// The code is ignored: it must not hide the part that succeeded.
    Ignored,
}

/// Reads the envelope of a success, by its status and its code: the value, and the mismatches that were
/// tolerated.
pub(super) fn read<T>(
    status: u16,
    body: &[u8],
    check: CodeCheck,
    reader: impl FnOnce(&mut Object<'_>) -> T,
) -> Result<(T, Vec<Mismatch>), EnvelopeError> {
    if !(200..300).contains(&status) {
        return Err(rejection(body));
    }
    let document = Document::parse(body);
    let mut envelope = document.root().object();
    let code = if check == CodeCheck::Zero { read_code(&mut envelope) } else { 0 };
    if code != 0 && !document.is_unreadable() {
        let message = envelope.get("message").try_read();
        return Err(EnvelopeError::Rejected { code: Some(code), message });
    }
    let value = reader(&mut envelope);
    Ok((value, document.end()?))
}

/// The code. An envelope that lacks it but has a response is that of a success.
fn read_code(envelope: &mut Object<'_>) -> i64 {
    if envelope.has("code") || !envelope.has("response") {
        return envelope.required("code");
    }
    envelope.within("code", |code| code.repair("an integer"));
    0
}

/// The code and the message of a rejection, as far as they can be read.
fn rejection(body: &[u8]) -> EnvelopeError {
    let parts = Document::read(body, |json| {
        let envelope = json.object();
        (envelope.get("code").try_read(), envelope.get("message").try_read())
    });
    let (code, message) = parts.unwrap_or_default();
    EnvelopeError::Rejected { code, message }
}
