//! One connection, from its first request to its end.

use std::fmt;
use std::future::poll_fn;
use std::sync::Arc;

use http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use http::{Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;

use super::body::Body;
use super::read::{self, Incomplete};
use crate::control;
use crate::core::Core;
use crate::reply::{Manner, Reply};

/// More than any client of V1 sends.
const HEADERS: usize = 64;

/// Answers requests until the client goes away, or a fault ends it.
pub async fn serve(stream: TcpStream, core: Arc<Core>) {
    // Small answers should not wait for more to send; where that fails, they do.
    let _ = stream.set_nodelay(true);
    let patience = core.patience;
    let service = service_fn(move |request| {
        let core = Arc::clone(&core);
        // hyper gives a connection back only from a service that can be moved.
        Box::pin(async move { respond(&core, request).await })
    });
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .max_headers(HEADERS)
        .half_close(true)
        .serve_connection(TokioIo::new(stream), service);
    // What a client does to its connection is not the server's failure.
    let ended = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner();
    if ended.is_err_and(|error| is_reset(&error)) {
        // Without lingering, closing resets. Where that fails, the client sees an end without answer.
        let _ = stream.set_zero_linger();
    }
}

/// Says that the connection is to be reset instead of an answer.
#[derive(Debug)]
struct Reset;

impl fmt::Display for Reset {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("reset on demand")
    }
}

impl std::error::Error for Reset {}

fn is_reset(error: &hyper::Error) -> bool {
    std::error::Error::source(error).is_some_and(|source| source.is::<Reset>())
}

async fn respond(core: &Core, request: http::Request<Incoming>) -> Result<Response<Body>, Reset> {
    let reply = match read::whole(request, core.patience).await {
        Ok(request) if control::commands(&request) => control::answer(core, &request).await,
        Ok(request) => core.answer(request).await,
        Err(Incomplete { request, refusal }) if control::commands(&request) => {
            Reply::refused(refusal)
        }
        Err(Incomplete { request, refusal }) => core.refuse(request, refusal),
    };
    if reply.manner == Manner::Reset { Err(Reset) } else { Ok(response(reply)) }
}

fn response(reply: Reply) -> Response<Body> {
    let cut = reply.manner == Manner::Cut;
    let mut response = Response::new(Body::new(reply.body, cut));
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, json);
    if let Some(seconds) = reply.retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response
}
