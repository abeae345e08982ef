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
pub(crate) const MULTI_STATUS: u16 = 207;

/// Reads the envelope of a success, by its status and its code.
pub(crate) fn read<T>(
    status: u16,
    body: &[u8],
    reader: impl FnOnce(&mut Object<'_>) -> T,
) -> Result<T, EnvelopeError> {
    if !(200..300).contains(&status) {
        return Err(rejection(body));
    }
    let document = Document::parse(body);
    let mut envelope = document.root().object();
    // The code of a partial success is not checked: it must not hide the part that succeeded.
    if status != MULTI_STATUS {
        let code = envelope.required("code");
        document.end()?;
        check_code(code, &mut envelope)?;
    }
    let value = reader(&mut envelope);
    document.end()?;
    Ok(value)
}

fn check_code(code: i64, envelope: &mut Object<'_>) -> Result<(), EnvelopeError> {
    match code {
        0 => Ok(()),
        code => {
            let message = envelope.get("message").try_read();
            Err(EnvelopeError::Rejected { code: Some(code), message })
        }
    }
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
