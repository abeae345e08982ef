//! The `{code, message, response}` around every answer.

use crate::json::{Json, Mismatch};

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

/// The `response`, when the status and the code both say success.
pub(crate) fn open(status: u16, body: &[u8]) -> Result<Json<'_>, Problem> {
    if !(200..300).contains(&status) {
        return Err(refusal(body).unwrap_or(Problem::Rejected { code: None, message: None }));
    }
    let envelope = Json::parse(body)?.object()?;
    match envelope.required::<i64>("code")? {
        0 => Ok(envelope.get("response")),
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
