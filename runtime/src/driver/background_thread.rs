//! The background thread that drives connections, timers and token requests, and the work of journals.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError, Weak, mpsc};
use std::time::Duration;
use std::{io, thread};

use tokio::runtime::{self, Handle};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{Timeout, timeout};

use super::in_context::in_context;
use super::stopped::Stopped;
use crate::error::ConfigError;
use crate::per_process::PerProcess;

/// A tokio runtime on a thread of its own, shared by all clients of a process. The thread ends with the
/// last of them.
///
/// Connections and tasks belong to the runtime that made them and stop with it. The runtime of a caller
/// may end, stand still, lack timers, or not exist; this one lives as long as the client.
pub(crate) struct BackgroundThread {
    handle: Handle,
    /// Nothing is sent: the thread ends when this is dropped.
    _alive: oneshot::Sender<Infallible>,
}

static SHARED: PerProcess<Mutex<Weak<BackgroundThread>>> = PerProcess::new();

impl BackgroundThread {
    /// The thread of this process; it is started if there is none.
    pub(crate) fn shared() -> Result<Arc<Self>, ConfigError> {
        let shared = SHARED.get(Mutex::default);
        let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(thread) = shared.upgrade() {
            return Ok(thread);
        }
        let thread = Arc::new(Self::start().map_err(ConfigError::no_thread)?);
        *shared = Arc::downgrade(&thread);
        Ok(thread)
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

    /// Does work in a task of the thread, within a time. It is cancelled if the future is dropped.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        limit: Duration,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Stopped> {
        let task = in_context(self.timeout(limit, work));
        let mut task = AbortOnDrop(self.handle.spawn(task));
        let result = (&mut task.0).await.map_err(|_| Stopped::Panicked)?;
        Ok(result?)
    }

    /// Runs a task on the thread to its end.
    pub(super) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.handle.spawn(in_context(task));
    }

    /// Runs work on a thread that it may block, to its end. A panic is an error of its handle.
    pub(crate) fn spawn_blocking<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<T> {
        let (thread, work) = (Arc::clone(self), in_context(work));
        self.handle.spawn_blocking(move || thread.handle.block_on(work))
    }

    /// Limits the time of work that is done anywhere.
    pub(crate) fn timeout<F: Future>(&self, limit: Duration, work: F) -> Timeout<F> {
        let _context = self.handle.enter();
        timeout(limit, work)
    }
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
