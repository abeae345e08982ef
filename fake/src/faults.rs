//! What goes wrong on the way, on demand.

mod effect;
mod plan;
mod scope;
mod seeded;

use std::fmt;
use std::time::Duration;

pub use self::effect::Effect;
pub use self::plan::Plan;
pub use self::seeded::Faults;

use self::scope::Scope;
use crate::contract::{Contract, Operation};
use crate::refusal::Refusal;

/// Something that goes wrong with requests: once, unless it is told otherwise, and with any request.
#[derive(Clone, Debug)]
#[must_use]
pub struct Fault {
    effect: Effect,
    delay: Duration,
    scope: String,
    skip: u64,
    /// How many more; `None` is for ever.
    times: Option<u64>,
}

impl Fault {
    fn new(effect: Effect) -> Self {
        let scope = scope::ALL.to_owned();
        Self { effect, delay: Duration::ZERO, scope, skip: 0, times: Some(1) }
    }

    /// The answer is right, and comes this much later. The call is carried out at once.
    pub fn latency(delay: Duration) -> Self {
        Self::new(Effect::Nothing).late(delay)
    }

    /// The connection is reset, and the call not carried out.
    pub fn reset_before() -> Self {
        Self::new(Effect::Reset { carried_out: false })
    }

    /// The call is carried out, and the connection reset instead of an answer.
    pub fn reset_after() -> Self {
        Self::new(Effect::Reset { carried_out: true })
    }

    /// The call is carried out, and the connection ends amid the answer.
    pub fn truncated() -> Self {
        Self::new(Effect::Truncated)
    }

    /// The call is carried out, and what is answered is no JSON.
    pub fn garbage() -> Self {
        Self::new(Effect::Garbage)
    }

    /// The call is not carried out, and this HTTP status answered: 503.
    pub fn status(status: u16) -> Self {
        Self::new(Effect::Status { status, carried_out: false })
    }

    /// The call is carried out, and this HTTP status answered nevertheless: 504.
    pub fn status_after(status: u16) -> Self {
        Self::new(Effect::Status { status, carried_out: true })
    }

    /// 429: the call is not carried out, and should come again after so many seconds.
    pub fn too_many_requests(retry_after: u64) -> Self {
        Self::new(Effect::TooMany { retry_after })
    }

    /// 401: the call is not carried out, as if the token were not known.
    pub fn unauthorized() -> Self {
        Self::new(Effect::Unauthorized)
    }

    /// The call is not carried out, which HTTP status 200 and this code say.
    pub fn refusal(code: i64, message: impl Into<String>) -> Self {
        Self::new(Effect::Refusal { code, message: message.into() })
    }

    /// 207: the last item that a request names fails, the others are carried out. Only of operations
    /// that can succeed in part, and without effect on requests that name no item.
    pub fn partial() -> Self {
        Self::new(Effect::Partial)
    }

    /// Only of this operation, `payments.cancel`, or of a section, `payments.*`. Otherwise any request
    /// can have it, that for a token too.
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.scope = operation.into();
        self
    }

    /// The first so many of these requests go well.
    pub fn skip(mut self, requests: u64) -> Self {
        self.skip = requests;
        self
    }

    /// Not once but so many times.
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// Again and again.
    pub fn always(mut self) -> Self {
        self.times = None;
        self
    }

    /// And this much later.
    pub fn late(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// What it does.
    pub(crate) fn effect(&self) -> &Effect {
        &self.effect
    }

    /// Which requests it is for.
    pub(crate) fn scope(&self) -> &str {
        &self.scope
    }

    /// How many requests it still lets pass.
    pub(crate) fn skipped(&self) -> u64 {
        self.skip
    }

    /// How many requests it is still for; `None` is for ever.
    pub(crate) fn left(&self) -> Option<u64> {
        self.times
    }

    /// How much later the answer comes.
    pub(crate) fn delay(&self) -> Duration {
        self.delay
    }

    fn check(&self, contract: &'static Contract) -> Result<Scope, Refusal> {
        let scope = Scope::read(contract, &self.scope)?;
        self.effect.check()?;
        let mut operations = contract.operations.iter();
        if operations.any(|operation| scope.holds(Some(operation)) && self.fits(Some(operation))) {
            return Ok(scope);
        }
        Err(Refusal::invalid(format!("{} cannot succeed in part", self.scope)))
    }

    fn fits(&self, operation: Option<&Operation>) -> bool {
        let in_part = || operation.is_some_and(Operation::can_succeed_in_part);
        !matches!(self.effect, Effect::Partial) || in_part()
    }
}

/// `reset_after on payments.cancel, after 2 requests, once`
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
