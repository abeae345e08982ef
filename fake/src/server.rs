//! HTTP/1.1 on a port of this machine.

mod connection;
mod read;

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::core::Core;

/// Answers until `stop` is dropped; then every connection ends, whatever it is doing.
pub async fn serve(
    listener: std::net::TcpListener,
    core: Arc<Core>,
    mut stop: oneshot::Receiver<()>,
) {
    // Without a reactor there is nothing to serve with; clients then see a port that does not answer.
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                // A connection that broke before it was taken is nobody's trouble.
                if let Ok((stream, _)) = accepted {
                    connections.spawn(connection::serve(stream, Arc::clone(&core)));
                }
            }
            // Ended ones are let go of.
            Some(_) = connections.join_next() => {}
            // Dropping the other end is the signal, so this always fails.
            _ = &mut stop => return,
        }
    }
}
