//! The provenance of a crate: the description that its schema was compared with. The commit of the
//! schema is in every package, as `.cargo_vcs_info.json`.

use crate::hashing::sha256;
use crate::upstream;

/// The pinned description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// When upstream published it.
    pub date: String,
    /// The SHA-256 of the document itself.
    pub document: String,
    /// The SHA-256 of `schema/upstream.lock`.
    pub lock: String,
}

impl Provenance {
    /// From the text of `upstream.lock`.
    ///
    /// # Errors
    /// Fails if the text is not a valid lock; the message contains the location.
    pub fn of(lock: &str) -> Result<Self, serde_json::Error> {
        let head = upstream::lock_head(lock)?;
        Ok(Self { date: head.date, document: head.sha256, lock: sha256(lock.as_bytes()) })
    }
}
