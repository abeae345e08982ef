//! HTTP/1.1 on a port of this machine.

mod body;
mod connection;
mod read;

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::core::Core;
use crate::webhooks::sender;

/// How long a machine that has no connection to give is left alone.
const PAUSE: Duration = Duration::from_millis(50);

/// Answers until `stop` is dropped; then every connection ends, whatever it is doing.
pub async fn serve(
    listener: std::net::TcpListener,
    core: Arc<Core>,
    mut stop: oneshot::Receiver<()>,
) {
    // Without a reactor there is nothing to serve with; clients then see a port that does not answer.
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    let mut connections = JoinSet::new();
    connections.spawn(sender::run(Arc::clone(&core)));
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                match accepted {
                    Ok((stream, _)) => {
                        connections.spawn(connection::serve(stream, Arc::clone(&core)));
                    }
                    // It broke before it was taken, or there are too many.
                    Err(_) => tokio::time::sleep(PAUSE).await,
                }
            }
            // Ended ones are let go of.
            Some(_) = connections.join_next() => {}
            // Dropping the other end is the signal, so this always fails.
            _ = &mut stop => return,
        }
    }
}
