//! An HTTP server on a free port of the loopback interface.

use std::io;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// An HTTP server on 127.0.0.1 that stops when it is dropped.
#[derive(Debug)]
pub struct Loopback {
    url: String,
    _stop: oneshot::Sender<()>,
}

impl Loopback {
    /// Listens on a free port.
    ///
    /// # Errors
    /// Fails when the machine has no port to give.
    pub async fn serve(router: Router) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let (stop, stopped) = oneshot::channel();
        let server = axum::serve(listener, router).with_graceful_shutdown(async {
            // Dropping the other end is the signal, so this always fails.
            let _ = stopped.await;
        });
        tokio::spawn(server.into_future());
        Ok(Self { url, _stop: stop })
    }

    /// The base URL, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }
}
