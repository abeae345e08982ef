//! One attempt of a call: a single HTTP request and its response.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HeaderValue};

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

/// The status of a response, once one begins to arrive.
type Status = Arc<OnceLock<u16>>;

impl Attempt<'_> {
    /// Sends the request and reads its response within the timeout, with the connections and timers of the
    /// driver.
    pub(crate) async fn send(self) -> Result<RawResponse, Error> {
        let request = self.http_request();
        if self.timeout.is_zero() {
            let error = HttpError::not_sent("the deadline had passed before sending").timed_out();
            return Err(self.error(None, error));
        }
        let http = Arc::clone(&self.process.http);
        let status = Status::default();
        let exchange = exchange(http, request, self.max_response_bytes, Arc::clone(&status));
        let exchange = self.trace.instrument(exchange);
        let result = self.process.driver.run(self.timeout, exchange).await;
        let status = status.get().copied();
        match result {
            Ok(result) => result.map_err(|error| self.failure(status, error)),
            Err(stopped) => Err(self.error(status, stopped.into())),
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

    fn failure(&self, status: Option<u16>, error: BodyError) -> Error {
        let operation = self.request.operation.name;
        match error {
            BodyError::Http(error) => self.error(status, error),
            BodyError::TooLarge(size) => {
                let (limit, status) = (self.max_response_bytes, status.unwrap_or_default());
                ResponseTooLargeError { operation, status, limit, size }.into()
            }
        }
    }

    fn error(&self, status: Option<u16>, error: HttpError) -> Error {
        ConnectionError::new(self.request.operation.name, status, error).into()
    }
}

/// Sends a request and reads its response.
async fn exchange(
    http: Arc<dyn HttpClient>,
    request: http::Request<Bytes>,
    max_response_bytes: usize,
    status: Status,
) -> Result<RawResponse, BodyError> {
    let response = http.send(request).await.map_err(BodyError::Http)?;
    let (head, body) = response.into_parts();
    let code = head.status.as_u16();
    status.get_or_init(|| code);
    let body = body.read(max_response_bytes).await?;
    Ok(RawResponse { status: code, headers: head.headers, body })
}
