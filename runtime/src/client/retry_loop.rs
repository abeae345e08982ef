//! One call on the wire: its attempts, and the time they have.

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue};
use tokio::time::{sleep, timeout};

use super::call_config::Settings;
use super::shared::Shared;
use crate::auth::Token;
use crate::error::{ConnectionError, Error, HttpError};
use crate::http_client::Received;
use crate::request::PreparedCall;
use crate::retry::{Deadline, Failure};
use crate::trace::Trace;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const TIER: HeaderName = HeaderName::from_static("tier");

pub(crate) struct Exchange<'a> {
    shared: &'a Shared,
    settings: &'a Settings,
    call: &'a PreparedCall,
    trace: &'a Trace,
    deadline: Deadline,
    attempts: u32,
    /// Attempts that the policy does not count.
    uncounted: u32,
}

impl<'a> Exchange<'a> {
    pub(crate) fn new(
        shared: &'a Shared,
        settings: &'a Settings,
        call: &'a PreparedCall,
        trace: &'a Trace,
    ) -> Self {
        let deadline = Deadline::after(settings.deadline);
        Self { shared, settings, call, trace, deadline, attempts: 0, uncounted: 0 }
    }

    pub(crate) fn call(&self) -> &'a PreparedCall {
        self.call
    }

    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.deadline.elapsed()
    }

    /// What this brings, unless the time is up before: then nothing was sent.
    pub(crate) async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        match timeout(self.deadline.remaining(), work).await {
            Ok(result) => result,
            Err(elapsed) => Err(self.failed(None, HttpError::not_sent(elapsed).timed_out())),
        }
    }

    /// Grants an attempt that is none of the policy's.
    pub(crate) fn grant_another(&mut self) {
        self.uncounted += 1;
    }

    /// Sends the request until there is an answer to go with, or no other attempt is allowed.
    pub(crate) async fn deliver(&mut self, token: Option<&Token>) -> Result<Received, Error> {
        loop {
            self.attempts += 1;
            let result = self.attempt(token).await;
            let failure = Failure::of(&result);
            if failure.is_none() && result.is_ok() {
                self.shared.budget.refill();
            }
            let Some(wait) = failure.and_then(|failure| self.wait(failure)) else {
                return result;
            };
            self.trace.retry(self.attempts, wait, &result);
            sleep(wait).await;
        }
    }

    /// How long to wait for another attempt; none if there is to be no other.
    fn wait(&self, failure: Failure) -> Option<Duration> {
        if !failure.allows_another(self.call.operation.repeatable) {
            return None;
        }
        let wait = self.settings.retry.wait(self.attempts - self.uncounted, &failure)?;
        (wait < self.deadline.remaining() && self.shared.budget.pay()).then_some(wait)
    }

    async fn attempt(&self, token: Option<&Token>) -> Result<Received, Error> {
        let request = self.request(token).map_err(|error| self.failed(None, error))?;
        let patience = self.settings.timeout.min(self.deadline.remaining());
        if patience.is_zero() {
            let error = HttpError::not_sent("the time was up before it was sent").timed_out();
            return Err(self.failed(None, error));
        }
        let mut status = None;
        let result = timeout(patience, self.receive(request, &mut status)).await;
        let result = result.unwrap_or_else(|elapsed| Err(HttpError::lost(elapsed).timed_out()));
        result.map_err(|error| self.failed(status, error))
    }

    async fn receive(
        &self,
        request: http::Request<Bytes>,
        status: &mut Option<u16>,
    ) -> Result<Received, HttpError> {
        let response = self.shared.http.send(request).await?;
        let (head, body) = response.into_parts();
        let code = head.status.as_u16();
        *status = Some(code);
        Ok(Received { status: code, headers: head.headers, body: body.read().await? })
    }

    fn request(&self, token: Option<&Token>) -> Result<http::Request<Bytes>, HttpError> {
        let call = self.call;
        let url = self.shared.base_url.join(&call.path, call.query.as_deref());
        let mut request = http::Request::new(call.body.clone().unwrap_or_default().into());
        *request.method_mut() = call.operation.method.into();
        *request.uri_mut() = url.try_into().map_err(HttpError::not_sent)?;
        let headers = request.headers_mut();
        headers.insert(ACCEPT, JSON);
        headers.extend(call.body.is_some().then_some((CONTENT_TYPE, JSON)));
        headers.extend(call.tier.clone().map(|tier| (TIER, tier)));
        headers.extend(token.map(|token| (AUTHORIZATION, token.header().clone())));
        Ok(request)
    }

    fn failed(&self, status: Option<u16>, error: HttpError) -> Error {
        ConnectionError::new(self.call.operation.name, status, error).into()
    }
}
