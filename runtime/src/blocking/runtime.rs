//! The runtime of the blocking client: a thread that drives sockets and timers.

use std::convert::Infallible;
use std::sync::{Arc, mpsc};
use std::{fmt, io, thread};

use tokio::runtime::{self, Handle};
use tokio::sync::oneshot;

use crate::error::{ConfigError, Error};

/// A thread that drives connections, timeouts and background tasks, while calls block the threads that
/// make them. Clones share the thread, which ends with the last of them.
#[derive(Clone)]
pub struct Runtime(Arc<Driver>);

struct Driver {
    handle: Handle,
    /// Nothing is sent: the thread ends when this is dropped.
    _alive: oneshot::Sender<Infallible>,
}

impl Runtime {
    /// Starts the thread.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the system cannot start it.
    pub fn new() -> Result<Self, Error> {
        let (alive, dropped) = oneshot::channel();
        let (sender, receiver) = mpsc::channel();
        thread::Builder::new()
            .name("portone-v1".to_owned())
            .spawn(move || drive(&sender, dropped))
            .map_err(start_error)?;
        let handle = receiver.recv().map_err(start_error)?.map_err(start_error)?;
        Ok(Self(Arc::new(Driver { handle, _alive: alive })))
    }

    /// Blocks until a call has a result. The call may borrow from this thread.
    ///
    /// # Errors
    ///
    /// Those of the call, and [`Error::Config`] on a thread of an async runtime, which must not be blocked.
    pub fn wait<T, E: From<Error>>(
        &self,
        call: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E> {
        if Handle::try_current().is_ok() {
            return Err(Error::from(async_context_error()).into());
        }
        self.0.handle.block_on(call)
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

fn start_error(error: impl fmt::Display) -> Error {
    ConfigError::new(format!("its thread cannot be started: {error}")).into()
}

fn async_context_error() -> ConfigError {
    ConfigError::wrong_context(
        "nothing was sent: this thread belongs to an async runtime, which a blocking client would block; \
         use the async client here (within `spawn_blocking`: `Handle::current().block_on(…)`)",
    )
}

impl fmt::Debug for Runtime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runtime").finish_non_exhaustive()
    }
}
