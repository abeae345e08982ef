//! The driver of connections, timers and token requests: a background thread, or a runtime of the program.

mod background_thread;
mod given_runtime;
mod in_context;
mod stopped;

use std::convert::Infallible;
use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Handle;

pub(crate) use background_thread::BackgroundThread;
use given_runtime::GivenRuntime;
pub(crate) use stopped::Stopped;

use crate::error::ConfigError;

/// The driver of a client's connections, timers and token requests.
pub(crate) enum Driver {
    /// The default: it depends on no runtime of the program.
    Thread(Arc<BackgroundThread>),
    /// A runtime that the program chose. A call is polled by the task that awaits it, on no other thread.
    Runtime(GivenRuntime),
}

impl Driver {
    /// The driver on a runtime, or without one on the background thread.
    pub(crate) fn new(runtime: Option<&Handle>) -> Result<Self, ConfigError> {
        match runtime {
            Some(runtime) => Ok(Self::Runtime(GivenRuntime::new(runtime.clone()))),
            None => Ok(Self::Thread(BackgroundThread::shared()?)),
        }
    }

    /// Does work that uses connections and timers, within a time. It is cancelled if the future is dropped.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        limit: Duration,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Stopped> {
        match self {
            Self::Thread(thread) => thread.run(limit, work).await,
            Self::Runtime(runtime) => runtime.run(limit, work).await,
        }
    }

    /// Starts a task that is not cancelled, unless the runtime ends.
    pub(crate) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        match self {
            Self::Thread(thread) => thread.spawn(task),
            Self::Runtime(runtime) => runtime.spawn(task),
        }
    }

    /// Limits the time of work that uses no connections and no timers.
    pub(crate) async fn timeout<F: Future>(
        &self,
        limit: Duration,
        work: F,
    ) -> Result<F::Output, Stopped> {
        match self {
            Self::Thread(thread) => Ok(thread.timeout(limit, work).await?),
            Self::Runtime(runtime) => runtime.run(limit, work).await,
        }
    }

    /// Waits, unless the runtime ends.
    pub(crate) async fn sleep(&self, duration: Duration) -> Result<(), Stopped> {
        match self.timeout(duration, pending::<Infallible>()).await {
            Ok(never) => match never {},
            Err(Stopped::Elapsed) => Ok(()),
            Err(stopped) => Err(stopped),
        }
    }

    /// The reason for which a task that was started has no result.
    pub(crate) fn lost_task(&self) -> Stopped {
        match self {
            Self::Runtime(runtime) if runtime.has_ended() => Stopped::Ended,
            _ => Stopped::Panicked,
        }
    }
}
