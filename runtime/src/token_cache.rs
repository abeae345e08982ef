//! One token for all tasks, and one request for it at a time.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;

use crate::Error;
use crate::token::Token;

/// What the last finished request for a token brought.
type Outcome = Result<Token, Error>;

/// The lock is held while a token is fetched: who waits for the lock waits for the token. A task
/// that is cancelled while fetching lets go of the lock, and the next in line fetches instead.
#[derive(Default)]
pub(crate) struct TokenCache {
    finished: AtomicU64,
    last: Mutex<Option<Outcome>>,
}

impl TokenCache {
    /// The cached token, or what `fetch` brings.
    pub(crate) async fn get(&self, fetch: impl Future<Output = Outcome>) -> Outcome {
        let finished_on_arrival = self.finished.load(Ordering::Acquire);
        let mut last = self.last.lock().await;
        // Whoever waited for a request takes what it brought, be it an error: otherwise each of
        // them would ask a failing server in turn.
        let waited = self.finished.load(Ordering::Acquire) != finished_on_arrival;
        match &*last {
            Some(outcome) if waited || is_fresh(outcome) => outcome.clone(),
            _ => {
                let outcome = fetch.await;
                *last = Some(outcome.clone());
                self.finished.fetch_add(1, Ordering::Release);
                outcome
            }
        }
    }

    /// Drops the token, unless another one has taken its place.
    pub(crate) async fn forget(&self, token: &Token) {
        let mut last = self.last.lock().await;
        if matches!(&*last, Some(Ok(cached)) if cached == token) {
            *last = None;
        }
    }
}

fn is_fresh(outcome: &Outcome) -> bool {
    outcome.as_ref().is_ok_and(Token::is_fresh)
}
