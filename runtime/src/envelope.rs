//! The `{code, message, response}` around every answer.

use crate::json::{Document, Mismatch};

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

/// The envelope, when the status and the code both say success.
pub(crate) fn open(status: u16, body: &[u8]) -> Result<Document<'_>, Problem> {
    if !(200..300).contains(&status) {
        return Err(refusal(body));
    }
    let document = Document::parse(body);
    // Of an answer that is a success in part, the code says nothing: it must not hide what succeeded.
    if status != MULTI_STATUS {
        accept(&document)?;
    }
    Ok(document)
}

fn accept(document: &Document<'_>) -> Result<(), Problem> {
    let mut envelope = document.root().object();
    let code = envelope.required::<i64>("code");
    document.end()?;
    match code {
        0 => Ok(()),
        code => {
            let message = envelope.get("message").attempt();
            Err(Problem::Rejected { code: Some(code), message })
        }
    }
}

/// The envelope of a refusal, as much of it as there is.
fn refusal(body: &[u8]) -> Problem {
    let parts = Document::read(body, |json| {
        let mut envelope = json.object();
        (envelope.get("code").attempt(), envelope.get("message").attempt())
    });
    let (code, message) = parts.unwrap_or_default();
    Problem::Rejected { code, message }
}
