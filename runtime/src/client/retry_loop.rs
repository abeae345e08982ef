//! The retry loop of a call: its attempts within one deadline.

use std::time::Duration;

use super::attempt::Attempt;
use super::call_config::CallConfig;
use super::shared::{ProcessState, Shared};
use crate::auth::Token;
use crate::error::{ConnectionError, Error, HttpError};
use crate::http_client::RawResponse;
use crate::request::PreparedRequest;
use crate::retry::{Deadline, RetryableFailure};
use crate::trace::Trace;

pub(crate) struct RetryLoop<'a> {
    shared: &'a Shared,
    process: &'a ProcessState,
    config: &'a CallConfig,
    request: &'a PreparedRequest,
    trace: &'a Trace,
    deadline: Deadline,
    attempts: u32,
    /// Attempts that the policy does not count.
    extra_attempts: u32,
}

impl<'a> RetryLoop<'a> {
    pub(crate) fn new(
        shared: &'a Shared,
        config: &'a CallConfig,
        request: &'a PreparedRequest,
        trace: &'a Trace,
    ) -> Result<Self, Error> {
        let (process, deadline) = (shared.process()?, Deadline::after(config.deadline));
        let (attempts, extra_attempts) = (0, 0);
        Ok(Self { shared, process, config, request, trace, deadline, attempts, extra_attempts })
    }

    pub(crate) fn operation(&self) -> &'static str {
        self.request.operation.name
    }

    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.deadline.elapsed()
    }

    /// Runs work that precedes sending; an error that nothing was sent once the deadline has passed.
    pub(crate) async fn within_deadline<T>(
        &self,
        work: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        match self.process.driver.timeout(self.deadline.remaining(), work).await {
            Ok(result) => result,
            Err(elapsed) => {
                let error = HttpError::not_sent(elapsed).timed_out();
                Err(ConnectionError::new(self.operation(), None, error).into())
            }
        }
    }

    /// Allows one attempt that the policy does not count.
    pub(crate) fn allow_extra_attempt(&mut self) {
        self.extra_attempts += 1;
    }

    /// Sends the request until a result is final, or no other attempt is allowed.
    pub(crate) async fn run(&mut self, token: Option<&Token>) -> Result<RawResponse, Error> {
        loop {
            self.attempts += 1;
            let result = self.attempt(token).send().await;
            let failure = RetryableFailure::of(&result);
            if failure.is_none() && result.is_ok() {
                self.process.retry_budget.refill();
            }
            let Some(delay) = failure.and_then(|failure| self.next_delay(failure)) else {
                return result;
            };
            self.trace.retry(self.attempts, delay, &result);
            self.process.driver.sleep(delay).await;
        }
    }

    fn attempt<'t>(&self, token: Option<&'t Token>) -> Attempt<'t>
    where
        'a: 't,
    {
        let timeout = self.config.timeout.min(self.deadline.remaining());
        Attempt {
            shared: self.shared,
            process: self.process,
            request: self.request,
            token,
            timeout,
            max_response_bytes: self.config.max_response_bytes,
        }
    }

    /// The delay before the next attempt; none if there is to be no other.
    fn next_delay(&self, failure: RetryableFailure) -> Option<Duration> {
        if !failure.is_safe_to_retry(self.request.operation.idempotent) {
            return None;
        }
        let attempts = self.attempts - self.extra_attempts;
        let delay = self.config.retry.backoff(attempts, &failure)?;
        let in_time = delay < self.deadline.remaining();
        (in_time && self.process.retry_budget.try_withdraw()).then_some(delay)
    }
}
