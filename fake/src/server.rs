//! HTTP/1.1 server: the listener and its connections.

mod confirmation_worker;
mod connection;
mod delivery_worker;
mod event_stream;
mod http_post;
mod request_reader;
mod response_body;

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::app::App;

/// Pause after a failed `accept`.
const ACCEPT_RETRY_DELAY: Duration = Duration::from_millis(50);

/// Serves until the sender of `stop` is dropped, which closes every connection.
pub async fn serve(
    listener: std::net::TcpListener,
    app: Arc<App>,
    mut stop: oneshot::Receiver<()>,
) {
    // Fails only without a reactor.
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    let mut connections = JoinSet::new();
    connections.spawn(delivery_worker::run(Arc::clone(&app)));
    connections.spawn(confirmation_worker::run(Arc::clone(&app)));
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                match accepted {
                    Ok((stream, _)) => {
                        connections.spawn(connection::serve(stream, Arc::clone(&app)));
                    }
                    // The connection was aborted, or there are too many.
                    Err(_) => tokio::time::sleep(ACCEPT_RETRY_DELAY).await,
                }
            }
            // Removes finished connections.
            Some(_) = connections.join_next() => {}
            // Receives an error, because the sender is dropped.
            _ = &mut stop => return,
        }
    }
}
