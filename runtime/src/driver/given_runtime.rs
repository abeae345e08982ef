//! A runtime of the program, which drives the connections and timers of a client.

use std::convert::Infallible;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::time::sleep;

use super::in_context::in_context;
use super::stopped::Stopped;

/// A runtime of the program. Work is polled wherever it is awaited, so that it crosses no thread; its
/// connections, timers and tasks belong to the runtime.
pub(crate) struct GivenRuntime {
    handle: Handle,
    /// Closed when the runtime drops its tasks, which it does before its timers stop.
    task: oneshot::Sender<Infallible>,
}

impl GivenRuntime {
    pub(super) fn new(handle: Handle) -> Self {
        let (task, dropped) = oneshot::channel();
        handle.spawn(async move {
            let _ = dropped.await;
        });
        Self { handle, task }
    }

    /// True if the runtime drives nothing any more: polling one of its timers would panic.
    pub(super) fn has_ended(&self) -> bool {
        self.task.is_closed()
    }

    pub(super) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.handle.spawn(in_context(task));
    }

    /// Does work within a time. A panic of it is contained.
    pub(super) async fn run<F: Future>(
        &self,
        limit: Duration,
        work: F,
    ) -> Result<F::Output, Stopped> {
        if self.has_ended() {
            return Err(Stopped::NotBegun);
        }
        let work = Some(Box::pin(self.limited(limit, work)));
        InContext { handle: &self.handle, work }.await
    }

    /// Work that ends with its result, with the runtime, or after a time.
    async fn limited<F: Future>(&self, limit: Duration, work: F) -> Result<F::Output, Stopped> {
        let (mut work, mut limit) = (pin!(work), pin!(sleep(limit)));
        poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Ok(output)),
            Poll::Pending if self.has_ended() => Poll::Ready(Err(Stopped::Ended)),
            Poll::Pending => limit.as_mut().poll(context).map(|()| Err(Stopped::Elapsed)),
        })
        .await
    }
}

/// Work that is polled and dropped in the context of a runtime.
struct InContext<'a, F> {
    handle: &'a Handle,
    work: Option<Pin<Box<F>>>,
}

impl<T, F: Future<Output = Result<T, Stopped>>> Future for InContext<'_, F> {
    type Output = Result<T, Stopped>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let _context = self.handle.enter();
        let Some(work) = self.work.as_mut() else { return Poll::Ready(Err(Stopped::Panicked)) };
        let polled = catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context)));
        polled.unwrap_or_else(|_| {
            self.work = None;
            Poll::Ready(Err(Stopped::Panicked))
        })
    }
}

impl<F> Drop for InContext<'_, F> {
    fn drop(&mut self) {
        let _context = self.handle.enter();
        self.work = None;
    }
}
