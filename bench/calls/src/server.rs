//! A minimal server on loopback. It runs in a process of its own, so that its work is not measured.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use percent_encoding::percent_decode_str;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::bodies;

/// A payment whose response is held back until [`RELEASE`] is requested.
pub const HELD: &str = "imp_000000000002";
/// Returns the number of held calls.
pub const WAITING: &str = "/waiting";
/// Releases all held calls.
pub const RELEASE: &str = "/release";

struct State {
    payment: Bytes,
    held_payment: Bytes,
    waiting: AtomicUsize,
    gate: Semaphore,
}

/// Serves forever, after announcing the port.
pub async fn serve(announce: impl FnOnce(u16)) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("there is a port");
    announce(listener.local_addr().expect("it has an address").port());
    let state = Arc::new(State {
        payment: bodies::payment().into(),
        held_payment: bodies::held_payment().into(),
        waiting: AtomicUsize::new(0),
        gate: Semaphore::new(0),
    });
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let _ = stream.set_nodelay(true);
        let state = Arc::clone(&state);
        tokio::spawn(async move {
            let service = service_fn(|request| answer(Arc::clone(&state), request));
            let connection = hyper::server::conn::http1::Builder::new();
            // It ends when the client disconnects.
            let _ = connection.serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn answer(
    state: Arc<State>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    // A client may escape more than it needs to.
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy();
    let body = match &*path {
        "/users/getToken" => Bytes::from_static(bodies::TOKEN.as_bytes()),
        WAITING => state.waiting.load(Ordering::SeqCst).to_string().into(),
        RELEASE => {
            state.gate.close();
            Bytes::new()
        }
        _ if path.ends_with(HELD) => {
            state.waiting.fetch_add(1, Ordering::SeqCst);
            // Closing the gate is the signal, so this always fails.
            let _ = state.gate.acquire().await;
            state.held_payment.clone()
        }
        _ => state.payment.clone(),
    };
    Ok(Response::new(Full::new(body)))
}
