//! The stages of a call, with the claims of the error at each of them.

use std::time::Duration;

use super::scripted::{Step, TOKEN};
use super::{Claim, Effect};
use Effect::{DidNotAct, MayHaveActed, NothingSent, Unstated};
use Step::{Closed, Cut, Large, Refused, Reply, Silent};

/// A stage: the steps of token requests and of the call, and the errors of a read and of a refund.
pub(super) struct Row {
    pub(super) stage: &'static str,
    pub(super) tokens: &'static [Step],
    pub(super) calls: &'static [Step],
    pub(super) deadline: Duration,
    pub(super) read: Claim,
    pub(super) money: Claim,
}

const LONG: Duration = Duration::from_secs(90);
/// Less than the timeout where no response comes.
const SHORT: Duration = Duration::from_millis(1_500);

const NO: Step = Reply(401, r#"{"code":-1,"message":"Unauthorized","response":null}"#);
const REJECTED: &str = r#"{"code":-1,"message":"no","response":null}"#;

const fn claim(variant: &'static str, effect: Effect, attempts: usize) -> Claim {
    Claim { variant, effect, is_connect: false, attempts }
}

const fn no_connection(variant: &'static str, attempts: usize) -> Claim {
    Claim { variant, effect: NothingSent, is_connect: true, attempts }
}

const fn unknown(attempts: usize) -> Claim {
    claim("OutcomeUnknown", MayHaveActed, attempts)
}

/// A stage of the call itself: its token is there.
const fn call(stage: &'static str, calls: &'static [Step], read: Claim, money: Claim) -> Row {
    Row { stage, tokens: &[], calls, deadline: LONG, read, money }
}

/// A stage at which both calls fail equally.
const fn both(stage: &'static str, calls: &'static [Step], claim: Claim) -> Row {
    call(stage, calls, claim, claim)
}

/// A failed token request before the call is sent.
const fn first_token(stage: &'static str, tokens: &'static [Step]) -> Row {
    let claim = claim("Token", NothingSent, 0);
    Row { stage, tokens, calls: &[], deadline: LONG, read: claim, money: claim }
}

/// A failed token request after the call was rejected with 401.
const fn second_token(stage: &'static str, tokens: &'static [Step]) -> Row {
    let claim = claim("Token", DidNotAct, 1);
    Row { stage, tokens, calls: &[NO], deadline: LONG, read: claim, money: claim }
}

impl Row {
    const fn unconnected(mut self) -> Self {
        self.read.is_connect = true;
        self.money.is_connect = true;
        self
    }

    /// True if a request gets no response.
    pub(super) fn is_silent(&self) -> bool {
        self.tokens.iter().chain(self.calls).any(|step| matches!(step, Silent))
    }

    const fn within(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }
}

pub(super) static ROWS: [Row; 43] = [
    first_token("no connection for a token", &[Refused]).unconnected(),
    first_token("a token request that is lost", &[Closed]),
    first_token("a token that does not arrive", &[Silent]),
    first_token("a token response that is cut", &[Cut(200)]),
    first_token("a token response that is too large", &[Large(200)]),
    first_token("wrong credentials", &[NO]),
    first_token("missing credentials", &[Reply(400, REJECTED)]),
    first_token("no token by a code", &[Reply(200, REJECTED)]),
    first_token("a redirected token request", &[Reply(302, "")]),
    first_token("a token server that is busy", &[Reply(503, "")]),
    first_token("a token that is not JSON", &[Reply(200, "<html>")]),
    first_token("a token without a token", &[Reply(200, r#"{"code":0,"response":{}}"#)]),
    first_token("a token after the deadline", &[Silent]).within(SHORT),
    second_token("401, and no connection", &[TOKEN, Refused]),
    second_token("401, and a lost token request", &[TOKEN, Closed]),
    second_token("401, and no token in time", &[TOKEN, Silent]),
    second_token("401, and no token by the deadline", &[TOKEN, Silent]).within(SHORT),
    second_token("401, and wrong credentials", &[TOKEN, NO]),
    second_token("401, and a busy token server", &[TOKEN, Reply(503, "")]),
    second_token("401, and an unreadable token", &[TOKEN, Reply(200, "<html>")]),
    both("no connection", &[Refused], no_connection("Transport", 2)),
    call("lost", &[Closed], claim("Transport", Unstated, 2), unknown(1)),
    call("no response", &[Silent], claim("Timeout", Unstated, 2), unknown(1)),
    call("the deadline", &[Silent], claim("Timeout", Unstated, 1), unknown(1)).within(SHORT),
    call("a response that is cut", &[Cut(200)], claim("Transport", Unstated, 2), unknown(1)),
    call(
        "lost, then no connection",
        &[Closed, Refused],
        claim("Transport", Unstated, 2),
        unknown(1),
    ),
    call(
        "no connection, then lost",
        &[Refused, Closed],
        claim("Transport", Unstated, 2),
        unknown(2),
    ),
    both("401, then no connection", &[NO, Refused], claim("Transport", DidNotAct, 3)),
    call("401, then lost", &[NO, Closed], claim("Transport", Unstated, 3), unknown(2)),
    both("401 twice", &[NO], claim("Status", Unstated, 2)),
    both("400", &[Reply(400, REJECTED)], claim("Status", Unstated, 1)),
    both("404 of a proxy", &[Reply(404, "<html>")], claim("Status", Unstated, 1)),
    call("429", &[Reply(429, "")], claim("Status", Unstated, 2), claim("Status", Unstated, 1)),
    both("501", &[Reply(501, "")], claim("Status", Unstated, 1)),
    call("a redirect", &[Reply(302, "")], claim("Status", Unstated, 1), unknown(1)),
    call("another redirect", &[Reply(303, "")], claim("Status", Unstated, 1), unknown(1)),
    call("500", &[Reply(500, REJECTED)], claim("Status", Unstated, 2), unknown(1)),
    call("502 of a proxy", &[Reply(502, "<html>")], claim("Status", Unstated, 2), unknown(1)),
    both("a code", &[Reply(200, REJECTED)], claim("Api", Unstated, 1)),
    call("not JSON", &[Reply(200, "<html>")], claim("Decode", Unstated, 1), unknown(1)),
    call("an empty body", &[Reply(200, "")], claim("Decode", Unstated, 1), unknown(1)),
    call("too large", &[Large(200)], claim("ResponseTooLarge", Unstated, 1), unknown(1)),
    both("too large a rejection", &[Large(400)], claim("ResponseTooLarge", Unstated, 1)),
];
