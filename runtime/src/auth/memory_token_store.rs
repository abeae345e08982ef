//! A token store in memory.

use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::stored_token::StoredToken;
use super::token_store::{StoreFuture, TokenStore};

/// A token store in memory, for clients of one process that are not clones of each other. Clones share
/// the token.
#[derive(Clone, Debug, Default)]
pub struct MemoryTokenStore(Arc<Mutex<Option<StoredToken>>>);

impl MemoryTokenStore {
    /// Creates an empty store.
    pub fn new() -> Self {
        Self::default()
    }

    fn token(&self) -> MutexGuard<'_, Option<StoredToken>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TokenStore for MemoryTokenStore {
    fn load(&self) -> StoreFuture<'_, Option<StoredToken>> {
        Box::pin(ready(self.token().clone()))
    }

    fn save(&self, token: StoredToken) -> StoreFuture<'_, ()> {
        *self.token() = Some(token);
        Box::pin(ready(()))
    }
}
