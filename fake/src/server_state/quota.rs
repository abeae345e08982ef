//! Quota of stored request bytes, which bounds the memory of the state.

use crate::api_error::ApiError;

/// Default limit in bytes: about a million payments.
pub const DEFAULT_LIMIT: usize = 256 * 1024 * 1024;

/// Used and allowed bytes of requests.
#[derive(Debug)]
pub struct Quota {
    used: usize,
    limit: usize,
}

impl Quota {
    /// Creates an unused quota.
    pub fn new(limit: usize) -> Self {
        Self { used: 0, limit }
    }

    /// Fails when the quota is exhausted.
    ///
    /// # Errors
    /// 500 when it is.
    pub fn check(&self) -> Result<(), ApiError> {
        match self.used < self.limit {
            true => Ok(()),
            false => Err(ApiError::new(500, "the state quota is exhausted: POST /_fake/reset")),
        }
    }

    /// Adds to the used bytes.
    pub fn consume(&mut self, bytes: usize) {
        self.used = self.used.saturating_add(bytes);
    }

    /// Sets the used bytes to 0.
    pub fn reset(&mut self) {
        self.used = 0;
    }
}
