//! Waiting for a call on the thread that makes it.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::task::coop;

use crate::error::{ConfigError, Error};

/// More than tokio lets a task do before it has to yield.
const MAX_BUDGET: usize = 1000;

/// Blocks until a call has a result. The call may borrow from this thread; its connections and timers are
/// those of the driver.
///
/// # Errors
///
/// Those of the call, and [`Error::Config`] within an async task, which must not block.
pub fn wait<T, E: From<Error>>(call: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    if is_async_task() {
        return Err(Error::from(async_context_error()).into());
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let (mut call, mut context) = (pin!(call), Context::from_waker(&waker));
    loop {
        if let Poll::Ready(result) = call.as_mut().poll(&mut context) {
            return result;
        }
        thread::park();
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// True within a future that tokio polls, and false within `spawn_blocking` and `block_in_place`. Both
/// have a runtime, but only the former has a budget after which it must yield.
fn is_async_task() -> bool {
    let mut context = Context::from_waker(Waker::noop());
    (0..MAX_BUDGET).any(|_| match coop::poll_proceed(&mut context) {
        Poll::Ready(budget) => {
            budget.made_progress();
            false
        }
        Poll::Pending => true,
    })
}

fn async_context_error() -> ConfigError {
    ConfigError::wrong_context(
        "nothing was sent: this is an async task, which a blocking client would block; use the async \
         client here, or `tokio::task::spawn_blocking`",
    )
}
