//! One token for all tasks, and one request for it at a time.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::token::Token;
use crate::error::Error;

/// What a request for a token brought.
pub(super) type Outcome = Result<Token, Error>;

/// A request under way; empty until it has brought something.
type Pending = watch::Receiver<Option<Outcome>>;

/// How often a request may be lost, with the async runtime that it ran in, before a task that waits
/// for it asks for itself.
const LOSSES: usize = 2;

/// A request for a token runs in a task of its own, so that nobody's cancellation or deadline ends
/// it for the others. The lock is held for moments, never while waiting.
#[derive(Clone, Default)]
pub(crate) struct TokenCache(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    token: Option<Token>,
    /// The server has refused a call with it, and no other has come since.
    rejected: Option<Token>,
    pending: Option<Pending>,
}

enum Found {
    Token(Token),
    Pending(Pending),
}

impl TokenCache {
    /// The cached token, if there is no reason to ask for another.
    pub(crate) fn fresh(&self) -> Option<Token> {
        self.state().fresh().cloned()
    }

    /// The cached token, or what `fetch` brings, which is told the token that no longer works.
    pub(crate) async fn get<F>(&self, fetch: impl Fn(Option<Token>) -> F) -> Outcome
    where
        F: Future<Output = Outcome> + Send + 'static,
    {
        for _ in 0..=LOSSES {
            let mut pending = match self.find(&fetch) {
                Found::Token(token) => return Ok(token),
                Found::Pending(pending) => pending,
            };
            if let Some(outcome) = wait(&mut pending).await {
                return outcome;
            }
        }
        let rejected = self.state().rejected.clone();
        fetch(rejected).await
    }

    /// Drops the token that the server has refused, unless another one has taken its place.
    pub(crate) fn reject(&self, token: &Token) {
        let mut state = self.state();
        if state.token.as_ref().is_some_and(|cached| cached.is(token)) {
            state.rejected = state.token.take();
        }
    }

    /// In a token's last minute, calls go on with it while it is renewed.
    fn find<F>(&self, fetch: &impl Fn(Option<Token>) -> F) -> Found
    where
        F: Future<Output = Outcome> + Send + 'static,
    {
        let mut state = self.state();
        if let Some(token) = state.fresh() {
            return Found::Token(token.clone());
        }
        let pending = match state.pending() {
            Some(pending) => pending,
            None => self.start(&mut state, fetch),
        };
        let usable = state.token.as_ref().filter(|token| token.is_usable());
        usable.map_or(Found::Pending(pending), |token| Found::Token(token.clone()))
    }

    fn start<F>(&self, state: &mut State, fetch: &impl Fn(Option<Token>) -> F) -> Pending
    where
        F: Future<Output = Outcome> + Send + 'static,
    {
        let (sender, pending) = watch::channel(None);
        let (cache, fetched) = (self.clone(), fetch(state.rejected.clone()));
        tokio::spawn(async move {
            let outcome = fetched.await;
            cache.state().finish(&outcome);
            sender.send_replace(Some(outcome));
        });
        state.pending = Some(pending.clone());
        pending
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn fresh(&self) -> Option<&Token> {
        self.token.as_ref().filter(|token| token.is_fresh())
    }

    /// The request under way, unless it was lost.
    fn pending(&self) -> Option<Pending> {
        self.pending.clone().filter(|pending| pending.has_changed().is_ok())
    }

    /// Who waits is told of an error; who comes later asks again.
    fn finish(&mut self, outcome: &Outcome) {
        self.pending = None;
        if let Ok(token) = outcome {
            self.token = Some(token.clone());
            self.rejected = None;
        }
    }
}

/// None when the request was lost.
async fn wait(pending: &mut Pending) -> Option<Outcome> {
    let outcome = pending.wait_for(Option::is_some).await.ok()?;
    outcome.clone()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::auth::token_response::Grant;
    use crate::json::{Document, FromJson};

    const TASKS: usize = 1000;
    const TIMES: usize = 1000;

    fn token() -> Token {
        let json = br#"{"access_token":"t1","now":0,"expired_at":1800}"#;
        let grant = Document::read(json, Grant::from_json).unwrap();
        Token::new(&grant, Instant::now(), Duration::from_secs(1800))
    }

    /// 2026, two cores, without optimisation: less than a microsecond each.
    #[tokio::test(flavor = "multi_thread")]
    #[ignore = "prints how long it takes to get a token that is there"]
    async fn a_thousand_tasks_do_not_queue_for_a_token_that_is_there() {
        let cache = TokenCache::default();
        let fetch = |_| async { Ok(token()) };
        cache.get(fetch).await.unwrap();
        let begun = Instant::now();
        let tasks: Vec<_> = (0..TASKS)
            .map(|_| {
                let cache = cache.clone();
                tokio::spawn(async move {
                    for _ in 0..TIMES {
                        cache.get(fetch).await.unwrap();
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
