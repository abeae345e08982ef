//! The `{code, message, response}` around every answer.

use crate::json::{Json, Mismatch, Object};

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

/// The `response`, when the status and the code both say success.
pub(crate) fn open(status: u16, body: &[u8]) -> Result<Json<'_>, Problem> {
    let envelope = successful(status, body)?;
    accept(&envelope)?;
    Ok(envelope.get("response"))
}

/// The whole envelope, when the status and the code say success. Of an answer that is a success in part,
/// the code says nothing: it must not hide what succeeded.
pub(crate) fn open_partial(status: u16, body: &[u8]) -> Result<Object<'_>, Problem> {
    let envelope = successful(status, body)?;
    if status != MULTI_STATUS {
        accept(&envelope)?;
    }
    Ok(envelope)
}

fn successful(status: u16, body: &[u8]) -> Result<Object<'_>, Problem> {
    if !(200..300).contains(&status) {
        return Err(refusal(body).unwrap_or(Problem::Rejected { code: None, message: None }));
    }
    Ok(Json::parse(body)?.object()?)
}

fn accept(envelope: &Object<'_>) -> Result<(), Problem> {
    match envelope.required::<i64>("code")? {
        0 => Ok(()),
        code => Err(Problem::Rejected {
            code: Some(code),
            message: envelope.optional("message").unwrap_or(None),
        }),
    }
}

/// The envelope of a refusal, as much of it as there is.
fn refusal(body: &[u8]) -> Result<Problem, Mismatch> {
    let envelope = Json::parse(body)?.object()?;
    Ok(Problem::Rejected {
        code: envelope.optional("code").unwrap_or(None),
        message: envelope.optional("message").unwrap_or(None),
    })
}
