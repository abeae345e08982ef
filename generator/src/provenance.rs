//! The provenance of a crate, so that a published version can be traced to its schema.

use crate::hashing::sha256;
use crate::source::Sources;
use crate::upstream;

/// The hashes of the schema and of the description that it was compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The SHA-256 of the schema's files, one after the other.
    pub schema: String,
    /// The pinned description, where there is one.
    pub upstream: Option<Upstream>,
}

/// A pinned description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upstream {
    /// When upstream published it.
    pub date: String,
    /// The SHA-256 of the document itself.
    pub document: String,
    /// The SHA-256 of `schema/upstream.lock`.
    pub lock: String,
}

impl Provenance {
    /// Of a schema and the text of its `upstream.lock`.
    ///
    /// # Errors
    /// Fails if the text is not a valid lock; the message contains the location.
    pub fn of(sources: &Sources, lock: Option<&str>) -> Result<Self, serde_json::Error> {
        let schema: String = sources.files.iter().map(|file| file.text.as_str()).collect();
        let schema = sha256(schema.as_bytes());
        Ok(Self { schema, upstream: lock.map(pinned).transpose()? })
    }
}

fn pinned(lock: &str) -> Result<Upstream, serde_json::Error> {
    let head = upstream::lock_head(lock)?;
    let lock = sha256(lock.as_bytes());
    Ok(Upstream { date: head.date, document: head.sha256, lock })
}
