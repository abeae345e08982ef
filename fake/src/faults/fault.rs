//! Fault: an effect on the requests of some operations.

use std::fmt;
use std::time::Duration;

use super::effect::Effect;
use super::scope::{self, FaultScope};
use crate::api_error::ApiError;
use crate::contract::{Contract, OperationSpec};

/// Fault to inject: by default once, into the next request to any operation.
#[derive(Clone, Debug)]
#[must_use]
pub struct Fault {
    effect: Effect,
    delay: Duration,
    scope: String,
    skip: u64,
    /// Remaining requests; `None` means all.
    times: Option<u64>,
}

impl Fault {
    fn new(effect: Effect) -> Self {
        let scope = scope::ALL.to_owned();
        Self { effect, delay: Duration::ZERO, scope, skip: 0, times: Some(1) }
    }

    /// Delays the response. The call is executed immediately.
    pub fn latency(delay: Duration) -> Self {
        Self::new(Effect::None).delayed_by(delay)
    }

    /// Resets the connection; the call is not executed.
    pub fn reset_before() -> Self {
        Self::new(Effect::Reset { executed: false })
    }

    /// Executes the call and resets the connection instead of responding.
    pub fn reset_after() -> Self {
        Self::new(Effect::Reset { executed: true })
    }

    /// Executes the call and closes the connection in the middle of the response.
    pub fn truncated() -> Self {
        Self::new(Effect::Truncated)
    }

    /// Executes the call and responds with a body that is not valid JSON.
    pub fn garbage() -> Self {
        Self::new(Effect::Garbage)
    }

    /// Responds with this HTTP status, such as 503; the call is not executed.
    pub fn status(status: u16) -> Self {
        Self::new(Effect::Status { status, executed: false })
    }

    /// Executes the call and responds with this HTTP status, such as 504.
    pub fn status_after(status: u16) -> Self {
        Self::new(Effect::Status { status, executed: true })
    }

    /// Responds with 429 and this `Retry-After` in seconds; the call is not executed.
    pub fn too_many_requests(retry_after: u64) -> Self {
        Self::new(Effect::TooMany { retry_after })
    }

    /// Responds with 401, as for an unknown token; the call is not executed.
    pub fn unauthorized() -> Self {
        Self::new(Effect::Unauthorized)
    }

    /// Responds with HTTP status 200 and this `code`; the call is not executed.
    pub fn api_error(code: i64, message: impl Into<String>) -> Self {
        Self::new(Effect::ApiError { code, message: message.into() })
    }

    /// Responds with 207: the last item of the request fails, the others succeed. Only for operations
    /// that can succeed partially, and without effect on requests that name no item.
    pub fn partial() -> Self {
        Self::new(Effect::Partial)
    }

    /// Restricts the fault to an operation, `payments.cancel`, or a section, `payments.*`. Without this,
    /// it applies to all requests, including those for a token.
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.scope = operation.into();
        self
    }

    /// Leaves this many requests unaffected first.
    pub fn skip(mut self, requests: u64) -> Self {
        self.skip = requests;
        self
    }

    /// Affects this many requests instead of one.
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// Affects all requests.
    pub fn always(mut self) -> Self {
        self.times = None;
        self
    }

    /// Delays the response by this much.
    pub fn delayed_by(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Effect on a request.
    pub(crate) fn effect(&self) -> &Effect {
        &self.effect
    }

    /// Scope, as text.
    pub(crate) fn scope(&self) -> &str {
        &self.scope
    }

    /// Number of requests that are left unaffected first.
    pub(crate) fn skipped(&self) -> u64 {
        self.skip
    }

    /// Number of remaining requests; `None` means all.
    pub(crate) fn remaining(&self) -> Option<u64> {
        self.times
    }

    /// Delay of the response.
    pub(crate) fn delay(&self) -> Duration {
        self.delay
    }

    pub(super) fn validate(&self, contract: &'static Contract) -> Result<FaultScope, ApiError> {
        let scope = FaultScope::parse(contract, &self.scope)?;
        self.effect.validate()?;
        let mut operations = contract.operations.iter();
        if operations
            .any(|operation| scope.matches(Some(operation)) && self.applies_to(Some(operation)))
        {
            return Ok(scope);
        }
        Err(ApiError::bad_request(format!("{} cannot succeed partially", self.scope)))
    }

    pub(super) fn applies_to(&self, operation: Option<&OperationSpec>) -> bool {
        let partial = || operation.is_some_and(OperationSpec::can_succeed_partially);
        !matches!(self.effect, Effect::Partial) || partial()
    }

    /// Counts a request in scope. Returns the fault if it affects this request and none did before.
    pub(super) fn take(&mut self, is_first: bool) -> Option<Self> {
        if self.skip > 0 {
            self.skip -= 1;
            return None;
        }
        if !is_first {
            return None;
        }
        let fault = self.clone();
        self.times = self.times.map(|times| times.saturating_sub(1));
        Some(fault)
    }

    /// Returns `true` if the fault affects no more requests.
    pub(super) fn is_exhausted(&self) -> bool {
        self.times == Some(0)
    }
}

/// Formats the fault like `reset_after on payments.cancel, after 2 requests, once`.
impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} on {}", self.effect, self.scope)?;
        if self.skip > 0 {
            write!(formatter, ", after {} requests", self.skip)?;
        }
        match self.times {
            None => formatter.write_str(", always"),
            Some(1) => formatter.write_str(", once"),
            Some(times) => write!(formatter, ", {times} times"),
        }
    }
}
