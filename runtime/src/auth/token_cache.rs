//! The token cache: one token for all tasks, and single-flight refreshes.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::get_token::GET_TOKEN;
use super::token::Token;
use crate::driver::Driver;
use crate::error::{ConnectionError, Error, HttpError};

/// The result of a refresh.
pub(super) type TokenResult = Result<Token, Error>;

/// A refresh in progress; empty until it has a result.
type PendingRefresh = watch::Receiver<Option<TokenResult>>;

/// The number of refreshes that a call waits for if they end without a result, because the HTTP client
/// panics or the runtime has ended.
const MAX_REFRESHES: usize = 3;

/// The token cache. A refresh is a task of the driver, so that the cancellation or the deadline of one
/// call, or the end of its runtime, does not end it for the others. The lock is never held while waiting.
#[derive(Clone, Default)]
pub(crate) struct TokenCache(Arc<Mutex<CacheState>>);

#[derive(Default)]
struct CacheState {
    token: Option<Token>,
    /// The token that the server rejected last, until there is another.
    rejected: Option<Token>,
    pending: Option<PendingRefresh>,
}

enum CacheLookup {
    Token(Token),
    Pending(PendingRefresh),
}

impl TokenCache {
    /// The cached token, if it needs no refresh.
    pub(crate) fn fresh(&self) -> Option<Token> {
        self.state().fresh().cloned()
    }

    /// The cached token, or that of `refresh`, which receives the rejected one.
    pub(crate) async fn get<F>(
        &self,
        driver: &Driver,
        refresh: impl Fn(Option<Token>) -> F,
    ) -> TokenResult
    where
        F: Future<Output = TokenResult> + Send + 'static,
    {
        for _ in 0..MAX_REFRESHES {
            let mut pending = match self.look_up(driver, &refresh) {
                CacheLookup::Token(token) => return Ok(token),
                CacheLookup::Pending(pending) => pending,
            };
            if let Some(result) = wait(&mut pending).await {
                return result;
            }
        }
        let error = HttpError::from(driver.lost_task());
        Err(ConnectionError::new(GET_TOKEN.name, None, error).into())
    }

    /// Drops the token that the server has rejected, unless another one has replaced it.
    pub(crate) fn reject(&self, token: &Token) {
        let mut state = self.state();
        if state.token.as_ref().is_some_and(|cached| cached.is_same(token)) {
            state.rejected = state.token.take();
        }
    }

    /// Calls use a token in its last minute while it is refreshed.
    fn look_up<F>(&self, driver: &Driver, refresh: &impl Fn(Option<Token>) -> F) -> CacheLookup
    where
        F: Future<Output = TokenResult> + Send + 'static,
    {
        let mut state = self.state();
        if let Some(token) = state.fresh() {
            return CacheLookup::Token(token.clone());
        }
        let pending = match state.pending() {
            Some(pending) => pending,
            None => self.start(driver, &mut state, refresh),
        };
        let usable = state.token.as_ref().filter(|token| token.is_usable());
        usable.map_or(CacheLookup::Pending(pending), |token| CacheLookup::Token(token.clone()))
    }

    fn start<F>(
        &self,
        driver: &Driver,
        state: &mut CacheState,
        refresh: &impl Fn(Option<Token>) -> F,
    ) -> PendingRefresh
    where
        F: Future<Output = TokenResult> + Send + 'static,
    {
        let (sender, pending) = watch::channel(None);
        let (cache, refreshing) = (self.clone(), refresh(state.rejected.clone()));
        driver.spawn(async move {
            let result = refreshing.await;
            cache.state().finish(&result);
            sender.send_replace(Some(result));
        });
        state.pending = Some(pending.clone());
        pending
    }

    fn state(&self) -> MutexGuard<'_, CacheState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CacheState {
    fn fresh(&self) -> Option<&Token> {
        self.token.as_ref().filter(|token| token.is_fresh())
    }

    /// The refresh in progress, unless its task ended without a result.
    fn pending(&self) -> Option<PendingRefresh> {
        self.pending.clone().filter(|pending| pending.has_changed().is_ok())
    }

    /// Stores the token. Waiting tasks receive an error too; later calls refresh again.
    fn finish(&mut self, result: &TokenResult) {
        self.pending = None;
        if let Ok(token) = result {
            self.token = Some(token.clone());
            self.rejected = None;
        }
    }
}

/// The result of a refresh; none if its task ended without one.
async fn wait(pending: &mut PendingRefresh) -> Option<TokenResult> {
    let result = pending.wait_for(Option::is_some).await.ok()?;
    result.clone()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::auth::token_response::TokenResponse;
    use crate::json::{Document, FromJson};

    const TASKS: usize = 1000;
    const TIMES: usize = 1000;

    fn token() -> Token {
        let json = br#"{"access_token":"t1","now":0,"expired_at":1800}"#;
        let response = Document::read(json, TokenResponse::from_json).unwrap();
        Token::new(&response, Instant::now(), Duration::from_secs(1800))
    }

    /// 2026, two cores, without optimisation: less than a microsecond each.
    #[tokio::test(flavor = "multi_thread")]
    #[ignore = "prints the time to get a cached token"]
    async fn a_thousand_tasks_do_not_contend_for_a_cached_token() {
        let cache = TokenCache::default();
        let refresh = |_| async { Ok(token()) };
        let driver = Arc::new(Driver::new(None).unwrap());
        cache.get(&driver, refresh).await.unwrap();
        let begun = Instant::now();
        let tasks: Vec<_> = (0..TASKS)
            .map(|_| {
                let (cache, driver) = (cache.clone(), Arc::clone(&driver));
                tokio::spawn(async move {
                    for _ in 0..TIMES {
                        cache.get(&driver, refresh).await.unwrap();
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        println!("{:?} each", begun.elapsed() / (TASKS * TIMES) as u32);
    }
}
