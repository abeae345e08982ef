//! The server as a test holds it.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tokio::sync::oneshot;

use crate::builder::Builder;
use crate::core::Core;
use crate::server;

/// A PortOne of one merchant, on a port of this machine. It forgets everything when it is dropped.
///
/// It runs on a thread of its own, so tests without async can use it, and a test that blocks its own
/// thread does not stop it.
pub struct Fake {
    core: Arc<Core>,
    url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Fake {
    /// Starts on a free port of 127.0.0.1, with nothing in its books.
    ///
    /// # Errors
    /// Fails when the machine has no port or thread to give.
    pub async fn start() -> io::Result<Self> {
        Self::start_blocking()
    }

    /// The same, for tests without async.
    ///
    /// # Errors
    /// Fails as [`start`](Self::start) does.
    pub fn start_blocking() -> io::Result<Self> {
        Self::builder().start_blocking()
    }

    /// Begins with other settings.
    pub fn builder() -> Builder {
        Builder::new()
    }

    pub(crate) fn run(core: Core, address: SocketAddr) -> io::Result<Self> {
        let core = Arc::new(core);
        // Not tokio's own: this thread may belong to another runtime.
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let url = format!("http://{}", listener.local_addr()?);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let serving = Arc::clone(&core);
        let thread = thread::Builder::new()
            .name("portone-v1-fake".to_owned())
            .spawn(move || runtime.block_on(server::serve(listener, serving, stopped)))?;
        Ok(Self { core, url, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens, without a slash at the end: what `base_url` takes.
    pub fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn core(&self) -> &Core {
        &self.core
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // The server's own panic has been printed; a test should not end in a second one.
            let _ = thread.join();
        }
    }
}

impl std::fmt::Debug for Fake {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Fake").field("url", &self.url).finish_non_exhaustive()
    }
}
