//! One connection, from its first request to its end.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{Response, StatusCode};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;

use super::read;
use crate::core::{Core, Reply};

/// A client that takes longer to send the head of a request is cut off.
const PATIENCE: Duration = Duration::from_secs(10);

/// More than any client of V1 sends.
const HEADERS: usize = 64;

/// Answers requests until the client goes away.
pub async fn serve(stream: TcpStream, core: Arc<Core>) {
    // Small answers should not wait for more to send; where that fails, they do.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| respond(Arc::clone(&core), request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_headers(HEADERS)
        .serve_connection(TokioIo::new(stream), service);
    // What a client does to its connection is not the server's failure.
    let _ = connection.await;
}

async fn respond(
    core: Arc<Core>,
    request: http::Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let reply = match read::whole(request).await {
        Ok(request) => core.answer(request).await,
        Err(refusal) => Reply::refused(refusal),
    };
    Ok(response(reply))
}

fn response(reply: Reply) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(reply.body));
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, json);
    response
}
