//! Starting a server.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use tokio::runtime;
use tokio::sync::oneshot;

use crate::builder::Builder;
use crate::core::Core;
use crate::fake::Fake;
use crate::server;

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
}

impl Builder {
    /// Starts.
    ///
    /// # Errors
    /// Fails when the port is taken, or the machine has no port or thread to give.
    pub async fn start(self) -> io::Result<Fake> {
        self.start_blocking()
    }

    /// The same, for tests without async.
    ///
    /// # Errors
    /// Fails as [`start`](Self::start) does.
    pub fn start_blocking(self) -> io::Result<Fake> {
        let address = self.listens_at();
        run(Arc::new(self.core()?), address)
    }
}

fn run(core: Arc<Core>, address: SocketAddr) -> io::Result<Fake> {
    // Not tokio's own: this thread may belong to another runtime.
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let (stop, stopped) = oneshot::channel();
    let serving = Arc::clone(&core);
    let thread = thread::Builder::new()
        .name("portone-v1-fake".to_owned())
        .spawn(move || runtime.block_on(server::serve(listener, serving, stopped)))?;
    Ok(Fake::new(core, url, stop, thread))
}
