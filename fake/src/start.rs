//! Start of a server.

pub mod builder;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use tokio::runtime;
use tokio::sync::oneshot;

use self::builder::Builder;
use crate::app::App;
use crate::fake::Fake;
use crate::server;

impl Fake {
    /// Starts a server on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// Fails when no port or thread is available.
    pub async fn start() -> io::Result<Self> {
        Self::start_blocking()
    }

    /// Starts a server, for tests without async.
    ///
    /// # Errors
    /// Fails as [`start`](Self::start) does.
    pub fn start_blocking() -> io::Result<Self> {
        Self::builder().start_blocking()
    }

    /// Creates a builder with the default settings.
    pub fn builder() -> Builder {
        Builder::new()
    }
}

impl Builder {
    /// Starts the server.
    ///
    /// # Errors
    /// Fails when the port is in use, or no port or thread is available.
    pub async fn start(self) -> io::Result<Fake> {
        self.start_blocking()
    }

    /// Starts a server, for tests without async.
    ///
    /// # Errors
    /// Fails as [`start`](Self::start) does.
    pub fn start_blocking(self) -> io::Result<Fake> {
        let address = self.listen_address();
        spawn(Arc::new(self.build()?), address)
    }
}

fn spawn(app: Arc<App>, address: SocketAddr) -> io::Result<Fake> {
    // Not tokio's listener, because this thread may belong to another runtime.
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let (stop, stop_receiver) = oneshot::channel();
    let shared = Arc::clone(&app);
    let thread = thread::Builder::new()
        .name("portone-v1-fake".to_owned())
        .spawn(move || runtime.block_on(server::serve(listener, shared, stop_receiver)))?;
    Ok(Fake::new(app, url, stop, thread))
}
