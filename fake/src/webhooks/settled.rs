//! Waiting until everything that is due has been told.

use std::sync::{Condvar, Mutex, PoisonError};

use tokio::sync::Notify;

/// Who waits, on whatever thread and whatever runtime.
#[derive(Debug, Default)]
pub struct Settled {
    sleepers: Notify,
    rounds: Mutex<u64>,
    threads: Condvar,
}

impl Settled {
    /// Says that it may be so now.
    pub fn tell(&self) {
        *self.rounds.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.threads.notify_all();
        self.sleepers.notify_waiters();
    }

    /// Waits until it is so.
    pub async fn wait(&self, is_settled: impl Fn() -> bool) {
        loop {
            // Before looking, so that nothing is told in between.
            let told = self.sleepers.notified();
            if is_settled() {
                return;
            }
            told.await;
        }
    }

    /// The same, for a thread.
    pub fn wait_blocking(&self, is_settled: impl Fn() -> bool) {
        let mut seen = self.rounds();
        while !is_settled() {
            let rounds = self.rounds.lock().unwrap_or_else(PoisonError::into_inner);
            let next = self.threads.wait_while(rounds, |rounds| *rounds == seen);
            seen = *next.unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn rounds(&self) -> u64 {
        *self.rounds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
