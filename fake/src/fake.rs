//! The server as a test holds it.

use std::sync::Arc;
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use crate::core::Core;

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
    pub(crate) fn new(
        core: Arc<Core>,
        url: String,
        stop: oneshot::Sender<()>,
        thread: JoinHandle<()>,
    ) -> Self {
        Self { core, url, stop: Some(stop), thread: Some(thread) }
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
