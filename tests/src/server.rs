//! A scripted server that records the requests.

mod answer;
mod received;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::{Request, State};

pub use self::answer::Answer;
pub use self::received::Received;
use crate::loopback::Loopback;

/// Answers every call in one way, and requests for a token in another.
pub struct Server {
    loopback: Loopback,
    script: Arc<Mutex<Script>>,
}

struct Script {
    answer: Answer,
    token: Answer,
    received: Vec<Received>,
}

impl Server {
    /// Starts a server that gives out a token for 1,800 seconds and answers all else with `answer`.
    ///
    /// # Errors
    /// Fails when the machine has no port to give.
    pub async fn start(answer: Answer) -> io::Result<Self> {
        let script = Script { answer, token: Answer::token(), received: Vec::new() };
        let script = Arc::new(Mutex::new(script));
        let router = Router::new().fallback(serve).with_state(Arc::clone(&script));
        Ok(Self { loopback: Loopback::serve(router).await?, script })
    }

    /// The base URL.
    pub fn url(&self) -> &str {
        self.loopback.url()
    }

    /// Answers calls like this from now on.
    pub fn answer(&self, answer: Answer) {
        lock(&self.script).answer = answer;
    }

    /// Answers requests for a token like this from now on.
    pub fn answer_for_token(&self, answer: Answer) {
        lock(&self.script).token = answer;
    }

    /// All received requests, in order.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.script).received.clone()
    }

    /// The received requests, except those for tokens.
    pub fn calls(&self) -> Vec<Received> {
        let mut received = self.received();
        received.retain(|request| !request.is_for_token());
        received
    }
}

async fn serve(State(script): State<Arc<Mutex<Script>>>, request: Request) -> Answer {
    let received = Received::read(request).await;
    let mut script = lock(&script);
    let answer = if received.is_for_token() { &script.token } else { &script.answer }.clone();
    script.received.push(received);
    answer
}

/// A test that panicked elsewhere leaves nothing half-written in here.
fn lock(script: &Mutex<Script>) -> MutexGuard<'_, Script> {
    script.lock().unwrap_or_else(PoisonError::into_inner)
}
