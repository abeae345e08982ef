//! The `{code, message, response}` around every answer.

use crate::json::{Document, Mismatch, Object};

/// Why there is no `response` to read.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The server says no.
    Rejected {
        /// The code, where the answer had one.
        code: Option<i64>,
        /// The message, where the answer had one.
        message: Option<String>,
    },
    /// The answer has another shape than documented.
    Unreadable(Mismatch),
}

impl From<Mismatch> for Problem {
    fn from(mismatch: Mismatch) -> Self {
        Self::Unreadable(mismatch)
    }
}

/// The status that says that some of what was asked for failed.
pub(crate) const MULTI_STATUS: u16 = 207;

/// What the reader makes of the envelope, when the status and the code both say success.
pub(crate) fn read<T>(
    status: u16,
    body: &[u8],
    reader: impl FnOnce(&mut Object<'_>) -> T,
) -> Result<T, Problem> {
    if !(200..300).contains(&status) {
        return Err(refusal(body));
    }
    let document = Document::parse(body);
    let mut envelope = document.root().object();
    // Of an answer that is a success in part, the code says nothing: it must not hide what succeeded.
    if status != MULTI_STATUS {
        let code = envelope.required("code");
        document.end()?;
        accept(code, &mut envelope)?;
    }
    let value = reader(&mut envelope);
    document.end()?;
    Ok(value)
}

fn accept(code: i64, envelope: &mut Object<'_>) -> Result<(), Problem> {
    match code {
        0 => Ok(()),
        code => {
            let message = envelope.get("message").try_read();
            Err(Problem::Rejected { code: Some(code), message })
        }
    }
}

/// The envelope of a refusal, as much of it as there is.
fn refusal(body: &[u8]) -> Problem {
    let parts = Document::read(body, |json| {
        let envelope = json.object();
        (envelope.get("code").try_read(), envelope.get("message").try_read())
    });
    let (code, message) = parts.unwrap_or_default();
    Problem::Rejected { code, message }
}
