//! The background thread that drives connections, timers and token requests.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError, Weak, mpsc};
use std::time::Duration;
use std::{io, thread};

use tokio::runtime::{self, Handle};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{Sleep, Timeout, sleep, timeout};

use crate::error::ConfigError;
use crate::per_process::PerProcess;

/// A tokio runtime on a thread of its own, shared by all clients of a process. The thread ends with the
/// last of them.
///
/// Connections and tasks belong to the runtime that made them and stop with it. The runtime of a caller
/// may end, stand still, lack timers, or not exist; this one lives as long as the client.
pub(crate) struct Driver {
    handle: Handle,
    /// Nothing is sent: the thread ends when this is dropped.
    _alive: oneshot::Sender<Infallible>,
}

static SHARED: PerProcess<Mutex<Weak<Driver>>> = PerProcess::new();

impl Driver {
    /// The thread of this process; it is started if there is none.
    pub(crate) fn shared() -> Result<Arc<Self>, ConfigError> {
        let shared = SHARED.get(Mutex::default);
        let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start().map_err(ConfigError::no_thread)?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    fn start() -> io::Result<Self> {
        let (alive, dropped) = oneshot::channel();
        let (sender, receiver) = mpsc::channel();
        thread::Builder::new()
            .name("portone-v1".to_owned())
            .spawn(move || drive(&sender, dropped))?;
        let handle = receiver.recv().map_err(io::Error::other)??;
        Ok(Self { handle, _alive: alive })
    }

    /// Runs a task on the thread; none if it panicked. It is cancelled if the future is dropped.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        task: impl Future<Output = T> + Send + 'static,
    ) -> Option<T> {
        let mut task = AbortOnDrop(self.handle.spawn(in_context(task)));
        (&mut task.0).await.ok()
    }

    /// Runs a task on the thread to its end.
    pub(crate) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.handle.spawn(in_context(task));
    }

    /// Runs work on a thread that it may block, to its end. A panic is an error of its handle.
    pub(crate) fn spawn_blocking<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<T> {
        let (driver, work) = (Arc::clone(self), in_context(work));
        self.handle.spawn_blocking(move || driver.handle.block_on(work))
    }

    /// Limits the time of work that is done anywhere.
    pub(crate) fn timeout<F: Future>(&self, limit: Duration, work: F) -> Timeout<F> {
        let _context = self.handle.enter();
        timeout(limit, work)
    }

    /// Waits anywhere.
    pub(crate) fn sleep(&self, duration: Duration) -> Sleep {
        let _context = self.handle.enter();
        sleep(duration)
    }
}

/// The task, with the span and the subscriber of this thread.
#[cfg(feature = "tracing")]
fn in_context<F: Future>(task: F) -> impl Future<Output = F::Output> + use<F> {
    use tracing::instrument::{Instrument, WithSubscriber};
    task.in_current_span().with_current_subscriber()
}

#[cfg(not(feature = "tracing"))]
fn in_context<F: Future>(task: F) -> F {
    task
}

struct AbortOnDrop<T>(JoinHandle<T>);

impl<T> Drop for AbortOnDrop<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The runtime is created and dropped on its own thread: on a thread of another runtime, dropping it
/// panics.
fn drive(ready: &mpsc::Sender<io::Result<Handle>>, dropped: oneshot::Receiver<Infallible>) {
    match runtime::Builder::new_current_thread().enable_all().build() {
        Err(error) => drop(ready.send(Err(error))),
        Ok(runtime) => {
            let _ = ready.send(Ok(runtime.handle().clone()));
            let _ = runtime.block_on(dropped);
            // DNS lookups cannot be cancelled, so they are not waited for.
            runtime.shutdown_background();
        }
    }
}
