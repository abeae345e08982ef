//! Connection: requests, responses and resets.

use std::fmt;
use std::future::poll_fn;
use std::net::IpAddr;
use std::sync::Arc;

use http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName,
    HeaderValue, REFERRER_POLICY, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
};
use http::{Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;

use super::event_stream::EventStream;
use super::request_reader::{self, IncompleteRequest};
use super::response_body::{ResponseBody, WholeBody};
use crate::api_error::ApiError;
use crate::app::App;
use crate::control;
use crate::inspector;
use crate::request::HttpRequest;
use crate::response::{HttpResponse, Transmission};
use crate::window;

/// Maximum number of headers in a request.
const MAX_HEADERS: usize = 64;

/// Serves requests until the client disconnects, or a fault ends the connection.
pub async fn serve(stream: TcpStream, app: Arc<App>) {
    // Sends small responses immediately; without it, they are only later.
    let _ = stream.set_nodelay(true);
    let timeout = app.timeout;
    // Fails only when the connection is already closed.
    let Ok(local) = stream.local_addr() else { return };
    let service = service_fn(move |request| {
        let app = Arc::clone(&app);
        // hyper returns the connection's stream only if the service is `Unpin`.
        Box::pin(async move { respond(&app, request, local.ip()).await })
    });
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(timeout)
        .max_headers(MAX_HEADERS)
        .half_close(true)
        .serve_connection(TokioIo::new(stream), service);
    // Other errors come from the client's side of the connection.
    let ended = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner();
    if ended.is_err_and(|error| is_reset(&error)) {
        // Closing without lingering resets the connection. If that fails, the client sees a plain close.
        let _ = stream.set_zero_linger();
    }
}

/// Error that resets the connection instead of responding.
#[derive(Debug)]
struct ResetConnection;

impl fmt::Display for ResetConnection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("reset by an injected fault")
    }
}

impl std::error::Error for ResetConnection {}

fn is_reset(error: &hyper::Error) -> bool {
    std::error::Error::source(error).is_some_and(|source| source.is::<ResetConnection>())
}

async fn respond(
    app: &Arc<App>,
    request: http::Request<Incoming>,
    local: IpAddr,
) -> Result<Response<ResponseBody>, ResetConnection> {
    let response = match request_reader::read(request, app.timeout).await {
        Ok(request) => match app.allowed_hosts.check(&request.headers, local) {
            Ok(()) if inspector::is_events(&request) => return Ok(events(app)),
            Ok(()) if inspector::is_page(&request) => inspector::handle(&request),
            Ok(()) if control::is_command(&request) => control::handle(app, &request).await,
            Ok(()) if window::is_window(&request) => window::handle(app, request).await,
            Ok(()) => app.handle(request).await,
            Err(error) => reject(app, request, error),
        },
        Err(IncompleteRequest { request, error }) => reject(app, request, error),
    };
    match response.transmission {
        Transmission::Reset => Err(ResetConnection),
        Transmission::Complete | Transmission::Truncated => Ok(write(response)),
    }
}

fn reject(app: &App, request: HttpRequest, error: ApiError) -> HttpResponse {
    if control::is_command(&request) {
        control::reject(&error)
    } else if window::is_window(&request) {
        window::reject(app, request, &error)
    } else {
        app.reject(request, error)
    }
}

fn events(app: &Arc<App>) -> Response<ResponseBody> {
    let mut response = Response::new(ResponseBody::Events(EventStream::new(Arc::clone(app))));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn write(response: HttpResponse) -> Response<ResponseBody> {
    let truncated = response.transmission == Transmission::Truncated;
    let (status, headers) = (response.status, headers(&response));
    let mut response =
        Response::new(ResponseBody::Response(WholeBody::new(response.body, truncated)));
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.headers_mut() = headers;
    response
}

fn headers(response: &HttpResponse) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(response.content_type));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(seconds) = response.retry_after {
        headers.insert(RETRY_AFTER, seconds.into());
    }
    let mut set = |name: HeaderName, text: Option<&String>| {
        if let Some(value) = text.and_then(|text| HeaderValue::try_from(text).ok()) {
            headers.insert(name, value);
        }
    };
    set(ALLOW, response.allow.as_ref());
    set(CONTENT_SECURITY_POLICY, response.security_policy.as_ref());
    if response.security_policy.is_some() {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
    headers
}
