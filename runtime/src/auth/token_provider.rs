//! Where a client's token comes from: its memory, a store, the server.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::time::timeout;

use super::account::fingerprint;
use super::credentials::Keys;
use super::stored_token::{self, StoredToken};
use super::token::Token;
use super::token_cache::{Outcome, TokenCache};
use super::token_response::Grant;
use super::token_store::TokenStore;
use crate::error::Error;
use crate::http_client::BaseUrl;

/// How long a store may take. The server is there in any case.
const PATIENCE: Duration = Duration::from_secs(2);

/// The token of one merchant.
pub(crate) struct Tokens {
    cache: TokenCache,
    shelf: Shelf,
}

/// The merchant's place in the store, if there is a store.
#[derive(Clone)]
struct Shelf {
    account: Arc<str>,
    store: Option<Arc<dyn TokenStore>>,
}

impl Tokens {
    pub(crate) fn new(keys: &Keys, base_url: &BaseUrl, store: Option<Arc<dyn TokenStore>>) -> Self {
        let account = Arc::from(fingerprint(keys, base_url));
        Self { cache: TokenCache::default(), shelf: Shelf { account, store } }
    }

    /// A token to call with, if nothing has to be asked for it.
    pub(crate) fn at_hand(&self) -> Option<Token> {
        self.cache.fresh()
    }

    /// A token to call with; `ask` asks the server for one.
    pub(crate) async fn get<F>(&self, ask: impl Fn() -> F) -> Outcome
    where
        F: Future<Output = Result<Grant, Error>> + Send + 'static,
    {
        self.cache.get(|rejected| self.shelf.clone().fetch(rejected, ask())).await
    }

    /// Never uses this token again, which the server has refused.
    pub(crate) fn reject(&self, token: &Token) {
        self.cache.reject(token);
    }
}

impl Shelf {
    async fn fetch(
        self,
        rejected: Option<Token>,
        ask: impl Future<Output = Result<Grant, Error>>,
    ) -> Outcome {
        if let Some(token) = self.load(rejected.as_ref()).await {
            return Ok(token);
        }
        let (since, asked_at) = (Instant::now(), stored_token::now());
        let grant = ask.await?;
        let token = Token::new(&grant, since, grant.lifetime());
        self.save(StoredToken::new(&self.account, grant, asked_at)).await;
        Ok(token)
    }

    /// The stored token, unless the server would give a better one.
    async fn load(&self, rejected: Option<&Token>) -> Option<Token> {
        let store = Arc::clone(self.store.as_ref()?);
        let stored = patiently(async move { store.load().await }).await??;
        let token = Token::new(stored.grant(), Instant::now(), stored.remaining());
        let is_refused = rejected.is_some_and(|rejected| rejected.reads_like(&token));
        let is_good = stored.belongs_to(&self.account) && token.is_fresh() && !is_refused;
        is_good.then_some(token)
    }

    async fn save(&self, token: StoredToken) {
        if let Some(store) = self.store.clone() {
            patiently(async move { store.save(token).await }).await;
        }
    }
}

/// In a task of its own, so that a panic of the caller's code stays there.
async fn patiently<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> Option<T> {
    tokio::spawn(timeout(PATIENCE, work)).await.ok()?.ok()
}
