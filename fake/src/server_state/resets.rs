//! Resets of the state, which end everything that waits.

use tokio::sync::watch;

/// Resets of the state.
#[derive(Debug)]
pub struct Resets(watch::Sender<()>);

/// The next reset after a moment.
#[derive(Clone, Debug)]
pub struct NextReset(watch::Receiver<()>);

impl Resets {
    /// Creates a state that was never reset.
    pub fn new() -> Self {
        Self(watch::Sender::new(()))
    }

    /// Ends what waits for the next reset.
    pub fn reset(&self) {
        self.0.send_replace(());
    }

    /// Returns the next reset from now on.
    pub fn next(&self) -> NextReset {
        NextReset(self.0.subscribe())
    }
}

impl NextReset {
    /// Waits for the reset.
    pub async fn wait(mut self) {
        // Fails only when the server is stopped, which ends what waits, too.
        let _ = self.0.changed().await;
    }
}
