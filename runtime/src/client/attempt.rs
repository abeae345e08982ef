//! One attempt of a call: a single HTTP request and its response.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use tokio::time::timeout;

use super::shared::{ProcessState, Shared, TIER};
use crate::auth::Token;
use crate::error::{ConnectionError, Error, HttpError, ResponseTooLargeError};
use crate::http_client::{BodyError, HttpClient, RawResponse};
use crate::request::PreparedRequest;
use crate::trace::Trace;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
/// Nothing here decompresses.
const IDENTITY: HeaderValue = HeaderValue::from_static("identity");

pub(crate) struct Attempt<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) process: &'a ProcessState,
    pub(crate) request: &'a PreparedRequest,
    pub(crate) trace: &'a Trace,
    pub(crate) token: Option<&'a Token>,
    pub(crate) timeout: Duration,
    pub(crate) max_response_bytes: usize,
}

/// A failure, with the status of the response if one began to arrive.
struct Failure {
    status: Option<u16>,
    error: BodyError,
}

impl Attempt<'_> {
    /// Sends the request on the thread of the driver, with all of its timers, whatever the runtime of the
    /// caller is.
    pub(crate) async fn send(self) -> Result<RawResponse, Error> {
        let request = self.http_request();
        if self.timeout.is_zero() {
            let error = HttpError::not_sent("the deadline had passed before sending").timed_out();
            return Err(self.error(None, error));
        }
        let http = Arc::clone(&self.process.http);
        let exchange = exchange(http, request, self.timeout, self.max_response_bytes);
        match self.process.driver.run(self.trace.instrument(exchange)).await {
            Some(result) => result.map_err(|failure| self.failure(failure)),
            None => Err(self.error(None, HttpError::lost("the HTTP client panicked"))),
        }
    }

    fn http_request(&self) -> http::Request<Bytes> {
        let prepared = self.request;
        let mut request = http::Request::new(prepared.body.clone().unwrap_or_default().into());
        *request.method_mut() = prepared.operation.method.into();
        *request.uri_mut() = prepared.url.clone();
        let headers = request.headers_mut();
        headers.clone_from(&self.shared.headers);
        headers.insert(ACCEPT, JSON);
        headers.insert(ACCEPT_ENCODING, IDENTITY);
        headers.extend(prepared.body.is_some().then_some((CONTENT_TYPE, JSON)));
        headers.extend(prepared.tier.clone().map(|tier| (TIER, tier)));
        headers.extend(self.token.map(|token| (AUTHORIZATION, token.header().clone())));
        request
    }

    fn failure(&self, failure: Failure) -> Error {
        let operation = self.request.operation.name;
        match (failure.error, failure.status) {
            (BodyError::Http(error), status) => self.error(status, error),
            (BodyError::TooLarge(size), status) => {
                let (limit, status) = (self.max_response_bytes, status.unwrap_or_default());
                ResponseTooLargeError { operation, status, limit, size }.into()
            }
        }
    }

    fn error(&self, status: Option<u16>, error: HttpError) -> Error {
        ConnectionError::new(self.request.operation.name, status, error).into()
    }
}

/// Sends a request and reads its response, within a time.
async fn exchange(
    http: Arc<dyn HttpClient>,
    request: http::Request<Bytes>,
    limit: Duration,
    max_response_bytes: usize,
) -> Result<RawResponse, Failure> {
    let mut status = None;
    let receiving = receive(&*http, request, max_response_bytes, &mut status);
    let result = timeout(limit, receiving).await;
    let result =
        result.unwrap_or_else(|elapsed| Err(BodyError::Http(HttpError::lost(elapsed).timed_out())));
    result.map_err(|error| Failure { status, error })
}

async fn receive(
    http: &dyn HttpClient,
    request: http::Request<Bytes>,
    max_response_bytes: usize,
    status: &mut Option<u16>,
) -> Result<RawResponse, BodyError> {
    let response = http.send(request).await.map_err(BodyError::Http)?;
    let (head, body) = response.into_parts();
    let code = head.status.as_u16();
    *status = Some(code);
    let body = body.read(max_response_bytes).await?;
    Ok(RawResponse { status: code, headers: head.headers, body })
}
