//! The retry loop of a call: its attempts within one deadline.

use std::time::Duration;

use super::attempt::Attempt;
use super::call_config::CallConfig;
use super::shared::{ProcessState, Shared};
use crate::auth::GET_TOKEN;
use crate::auth::Token;
use crate::error::{ConnectionError, EarlierAttempts, Error};
use crate::http_client::RawResponse;
use crate::journal::{JournaledCall, Outcome};
use crate::request::PreparedRequest;
use crate::retry::{Deadline, RetryableFailure};
use crate::trace::Trace;

pub(crate) struct RetryLoop<'a> {
    shared: &'a Shared,
    process: &'a ProcessState,
    config: &'a CallConfig,
    request: &'a PreparedRequest,
    trace: &'a Trace,
    journaled: Option<&'a JournaledCall>,
    deadline: Deadline,
    attempts: u32,
    /// Attempts that the policy does not count.
    extra_attempts: u32,
    earlier: EarlierAttempts,
}

impl<'a> RetryLoop<'a> {
    pub(crate) fn new(
        shared: &'a Shared,
        config: &'a CallConfig,
        request: &'a PreparedRequest,
        trace: &'a Trace,
        deadline: Deadline,
    ) -> Result<Self, Error> {
        Ok(Self {
            shared,
            process: shared.process()?,
            config,
            request,
            trace,
            journaled: None,
            deadline,
            attempts: 0,
            extra_attempts: 0,
            earlier: EarlierAttempts::NotSent,
        })
    }

    /// Tells the journal what has been sent.
    pub(crate) fn journaled(self, journaled: Option<&'a JournaledCall>) -> Self {
        Self { journaled, ..self }
    }

    pub(crate) fn process(&self) -> &'a ProcessState {
        self.process
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

    /// Waits for a token, until the deadline has passed.
    pub(crate) async fn token(
        &self,
        token: impl Future<Output = Result<Token, Error>>,
    ) -> Result<Token, Error> {
        let limited = self.process.driver.timeout(self.deadline.remaining(), token).await;
        let result = limited.unwrap_or_else(|stopped| {
            Err(ConnectionError::new(GET_TOKEN.name, None, stopped.into()).into())
        });
        let after_unauthorized = self.extra_attempts > 0;
        result.map_err(|error| error.without_token(self.operation(), after_unauthorized))
    }

    /// Allows an attempt after an HTTP 401, which the policy does not count.
    pub(crate) fn allow_extra_attempt(&mut self) {
        self.extra_attempts += 1;
        self.earlier = self.earlier.max(EarlierAttempts::Unauthorized);
        self.if_dropped(Outcome::Rejected);
    }

    /// Sends the request until a result is final, or no other attempt is allowed.
    pub(crate) async fn run(&mut self, token: Option<&Token>) -> Result<RawResponse, Error> {
        loop {
            self.attempts += 1;
            self.if_dropped(Outcome::Dropped);
            let result = self.attempt(token).send().await;
            let failure = RetryableFailure::of(&result);
            if failure.is_none() && result.is_ok() {
                self.process.retry_budget.refill();
            }
            let Some(delay) = failure.and_then(|failure| self.next_delay(failure)) else {
                return result.map_err(|error| error.after(self.earlier));
            };
            let earlier = self.earlier;
            match failure {
                Some(RetryableFailure::NotSent) => self.if_dropped(self.outcome_so_far()),
                _ => self.earlier = EarlierAttempts::Sent,
            }
            self.trace.retry(self.attempts, delay, &result);
            if self.process.driver.sleep(delay).await.is_err() {
                return result.map_err(|error| error.after(earlier));
            }
        }
    }

    /// The outcome to record if the call is dropped from now on.
    fn if_dropped(&self, outcome: Outcome) {
        if let Some(journaled) = self.journaled {
            journaled.set_outcome_if_dropped(outcome);
        }
    }

    /// The outcome of the earlier attempts, of which none is under way.
    fn outcome_so_far(&self) -> Outcome {
        match self.earlier {
            EarlierAttempts::NotSent => Outcome::NotSent,
            EarlierAttempts::Unauthorized => Outcome::Rejected,
            EarlierAttempts::Sent => Outcome::Dropped,
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
            trace: self.trace,
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
