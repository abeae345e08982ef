//! One attempt of a call: a single HTTP request and its response.

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue};
use tokio::time::timeout;

use super::shared::Shared;
use crate::auth::Token;
use crate::error::{ConnectionError, Error, HttpError, ResponseTooLargeError};
use crate::http_client::{BodyError, RawResponse};
use crate::request::PreparedRequest;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const TIER: HeaderName = HeaderName::from_static("tier");

pub(crate) struct Attempt<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) request: &'a PreparedRequest,
    pub(crate) token: Option<&'a Token>,
    pub(crate) timeout: Duration,
    pub(crate) max_response_bytes: usize,
}

impl Attempt<'_> {
    pub(crate) async fn send(self) -> Result<RawResponse, Error> {
        let request = self.http_request().map_err(|error| self.error(None, error))?;
        if self.timeout.is_zero() {
            let error = HttpError::not_sent("the deadline had passed before sending").timed_out();
            return Err(self.error(None, error));
        }
        let mut status = None;
        let result = timeout(self.timeout, self.receive(request, &mut status)).await;
        result
            .unwrap_or_else(|elapsed| Err(self.error(status, HttpError::lost(elapsed).timed_out())))
    }

    async fn receive(
        &self,
        request: http::Request<Bytes>,
        status: &mut Option<u16>,
    ) -> Result<RawResponse, Error> {
        let sent = self.shared.http.send(request).await;
        let response = sent.map_err(|error| self.error(None, error))?;
        let (head, body) = response.into_parts();
        let code = head.status.as_u16();
        *status = Some(code);
        let body = body.read(self.max_response_bytes).await;
        let body = body.map_err(|error| self.body_error(code, error))?;
        Ok(RawResponse { status: code, headers: head.headers, body })
    }

    fn http_request(&self) -> Result<http::Request<Bytes>, HttpError> {
        let prepared = self.request;
        let url = self.shared.base_url.join(&prepared.path, prepared.query.as_deref());
        let mut request = http::Request::new(prepared.body.clone().unwrap_or_default().into());
        *request.method_mut() = prepared.operation.method.into();
        *request.uri_mut() = url.try_into().map_err(HttpError::not_sent)?;
        let headers = request.headers_mut();
        headers.insert(ACCEPT, JSON);
        headers.extend(prepared.body.is_some().then_some((CONTENT_TYPE, JSON)));
        headers.extend(prepared.tier.clone().map(|tier| (TIER, tier)));
        headers.extend(self.token.map(|token| (AUTHORIZATION, token.header().clone())));
        Ok(request)
    }

    fn body_error(&self, status: u16, error: BodyError) -> Error {
        match error {
            BodyError::Http(error) => self.error(Some(status), error),
            BodyError::TooLarge(size) => {
                let operation = self.request.operation.name;
                let limit = self.max_response_bytes;
                ResponseTooLargeError { operation, status, limit, size }.into()
            }
        }
    }

    fn error(&self, status: Option<u16>, error: HttpError) -> Error {
        ConnectionError::new(self.request.operation.name, status, error).into()
    }
}
