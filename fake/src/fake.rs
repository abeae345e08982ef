//! Handle of a running server.

use std::sync::Arc;
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use crate::app::App;

/// Fake PortOne server of one merchant, on a local port. It stops when it is dropped.
///
/// It runs on its own thread, so that tests without async can use it and a test that blocks its
/// thread does not block the server.
pub struct Fake {
    app: Arc<App>,
    url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Fake {
    pub(crate) fn new(
        app: Arc<App>,
        url: String,
        stop: oneshot::Sender<()>,
        thread: JoinHandle<()>,
    ) -> Self {
        Self { app, url, stop: Some(stop), thread: Some(thread) }
    }

    /// Base URL of the server, without a trailing slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the server is already printed; a second one here would abort the test.
            let _ = thread.join();
        }
    }
}

impl std::fmt::Debug for Fake {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Fake").field("url", &self.url).finish_non_exhaustive()
    }
}
