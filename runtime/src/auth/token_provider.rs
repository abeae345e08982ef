//! The token provider: cache, then store, then server.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::runtime::Handle;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::account::fingerprint;
use super::credentials::Credentials;
use super::stored_token::{self, StoredToken};
use super::token::Token;
use super::token_cache::{TokenCache, TokenResult};
use super::token_response::TokenResponse;
use super::token_store::TokenStore;
use crate::driver::Driver;
use crate::error::Error;
use crate::http_client::BaseUrl;

/// The timeout of a store. After it, the token comes from the server.
const STORE_TIMEOUT: Duration = Duration::from_secs(2);

/// The provider of one merchant's token.
pub(crate) struct TokenProvider {
    cache: TokenCache,
    store: StoreHandle,
}

/// The store, if there is one, with the fingerprint of the account.
#[derive(Clone)]
struct StoreHandle {
    account: Arc<str>,
    store: Option<Arc<dyn TokenStore>>,
}

impl TokenProvider {
    pub(crate) fn new(
        credentials: &Credentials,
        base_url: &BaseUrl,
        store: Option<Arc<dyn TokenStore>>,
    ) -> Self {
        let account = Arc::from(fingerprint(credentials, base_url));
        Self { cache: TokenCache::default(), store: StoreHandle { account, store } }
    }

    /// The cached token, if it is fresh.
    pub(crate) fn cached(&self) -> Option<Token> {
        self.cache.fresh()
    }

    /// A token; `request` requests one from the server.
    pub(crate) async fn get<F>(&self, driver: &Driver, request: impl Fn() -> F) -> TokenResult
    where
        F: Future<Output = Result<TokenResponse, Error>> + Send + 'static,
    {
        let refresh = |rejected| self.store.clone().load_or_request(rejected, request());
        self.cache.get(driver, refresh).await
    }

    /// Drops a token that the server has rejected.
    pub(crate) fn reject(&self, token: &Token) {
        self.cache.reject(token);
    }
}

impl StoreHandle {
    async fn load_or_request(
        self,
        rejected: Option<Token>,
        request: impl Future<Output = Result<TokenResponse, Error>>,
    ) -> TokenResult {
        if let Some(token) = self.load(rejected.as_ref()).await {
            return Ok(token);
        }
        let (since, requested_at) = (Instant::now(), stored_token::now());
        let response = request.await?;
        let token = Token::new(&response, since, response.lifetime());
        self.save(StoredToken::new(&self.account, response, requested_at)).await;
        Ok(token)
    }

    /// The stored token, if it belongs to the account, is fresh and was not rejected.
    async fn load(&self, rejected: Option<&Token>) -> Option<Token> {
        let store = Arc::clone(self.store.as_ref()?);
        let stored = with_timeout(async move { store.load().await }).await??;
        let token = Token::new(stored.response(), Instant::now(), stored.remaining());
        let is_rejected = rejected.is_some_and(|rejected| rejected.has_same_value(&token));
        let is_valid = stored.belongs_to(&self.account) && token.is_fresh() && !is_rejected;
        is_valid.then_some(token)
    }

    async fn save(&self, token: StoredToken) {
        if let Some(store) = self.store.clone() {
            with_timeout(async move { store.save(token).await }).await;
        }
    }
}

/// Runs the work of a store on a thread that it may block, and contains its panics.
async fn with_timeout<T: Send + 'static>(
    work: impl Future<Output = T> + Send + 'static,
) -> Option<T> {
    let runtime = Handle::current();
    let work = spawn_blocking(move || runtime.block_on(work));
    timeout(STORE_TIMEOUT, work).await.ok()?.ok()
}
