//! Signal for tasks and threads that wait until the server is idle.

use std::sync::{Condvar, Mutex, PoisonError};

use tokio::sync::Notify;

/// Notification of waiting tasks, on any runtime, and of waiting threads.
#[derive(Debug, Default)]
pub struct IdleSignal {
    tasks: Notify,
    notifications: Mutex<u64>,
    threads: Condvar,
}

impl IdleSignal {
    /// Wakes all that wait, to check again.
    pub fn notify(&self) {
        *self.notifications.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.threads.notify_all();
        self.tasks.notify_waiters();
    }

    /// Waits until `is_idle` returns `true`.
    pub async fn wait(&self, is_idle: impl Fn() -> bool) {
        loop {
            // Registers before the check, so that no notification is lost in between.
            let notified = self.tasks.notified();
            if is_idle() {
                return;
            }
            notified.await;
        }
    }

    /// Blocks the thread until `is_idle` returns `true`.
    pub fn wait_blocking(&self, is_idle: impl Fn() -> bool) {
        let mut seen = self.notifications();
        while !is_idle() {
            let count = self.notifications.lock().unwrap_or_else(PoisonError::into_inner);
            let next = self.threads.wait_while(count, |count| *count == seen);
            seen = *next.unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn notifications(&self) -> u64 {
        *self.notifications.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
