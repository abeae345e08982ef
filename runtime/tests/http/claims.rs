//! The claims of errors: what each says about the server, at every stage of a call.

mod scripted;
mod table;

use std::time::Duration;

use portone_v1_runtime::internal::{Call, Operation, Transport};
use portone_v1_runtime::{ClientBuilder, Error, RetryPolicy};
use tokio::task::JoinSet;

use crate::fixture::{CANCEL, GET, KEY, OPEN, Payment, SECRET};
use scripted::Scripted;
use table::{ROWS, Row};

/// Long enough for a busy machine to answer.
const TIMEOUT: Duration = Duration::from_secs(5);
/// The timeout of calls without a response. The few other requests of such calls are answered in time on a busy machine, too.
const TIMEOUT_OF_SILENCE: Duration = Duration::from_secs(2);
const MAX_RESPONSE_BYTES: usize = 10_000;

/// The claim of an error about what became of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    NothingSent,
    DidNotAct,
    MayHaveActed,
    /// A rejection that speaks for itself, or a call that may be sent again in any case.
    Unstated,
}

/// The claims expected of an error, and the number of attempts before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Claim {
    variant: &'static str,
    effect: Effect,
    is_connect: bool,
    attempts: usize,
}

fn claim(error: &Error, attempts: usize) -> Claim {
    let shown = error.to_string();
    let effects = [
        ("nothing was sent", Effect::NothingSent),
        ("did not act", Effect::DidNotAct),
        ("may have acted", Effect::MayHaveActed),
    ];
    let mut claimed = effects.iter().filter(|(part, _)| shown.contains(part));
    let effect = claimed.next().map_or(Effect::Unstated, |(_, effect)| *effect);
    assert!(claimed.next().is_none(), "contradicts itself: {shown}");
    assert!(!shown.contains("probably"), "{shown}");
    Claim { variant: variant(error), effect, is_connect: error.is_connect(), attempts }
}

fn variant(error: &Error) -> &'static str {
    match error {
        Error::Config(_) => "Config",
        Error::InvalidRequest(_) => "InvalidRequest",
        Error::Token(_) => "Token",
        Error::Transport(_) => "Transport",
        Error::Timeout(_) => "Timeout",
        Error::Status(_) => "Status",
        Error::Api(_) => "Api",
        Error::Decode(_) => "Decode",
        Error::ResponseTooLarge(_) => "ResponseTooLarge",
        Error::OutcomeUnknown(_) => "OutcomeUnknown",
        Error::ReconcileUnsupported(_) => "ReconcileUnsupported",
        _ => "",
    }
}

fn builder(url: &str) -> ClientBuilder {
    let retry = RetryPolicy::new().max_attempts(2).initial_delay(Duration::from_millis(1));
    ClientBuilder::new()
        .base_url(url)
        .credentials(KEY, SECRET)
        .retry(retry)
        .timeout(TIMEOUT)
        .max_response_bytes(MAX_RESPONSE_BYTES)
}

async fn send(client: &Transport, call: Call) -> Result<Payment, Error> {
    client.send(call).await?.decode()
}

impl Row {
    async fn run(&self, operation: &'static Operation, expected: Claim) {
        let scripted = Scripted::start(self.tokens, self.calls).await;
        let builder = builder(&scripted.url()).http_client(scripted.backend());
        let timeout = if self.is_silent() { TIMEOUT_OF_SILENCE } else { TIMEOUT };
        let client = builder.timeout(timeout).deadline(self.deadline).build().unwrap();
        let call = Call::new(operation).path("imp_uid", &"imp_1");
        let error = send(&client, call).await.unwrap_err();
        let found = claim(&error, scripted.attempts());
        assert_eq!(found, expected, "{}: {}: {error}", self.stage, operation.name);
        let is_token = matches!(error, Error::Token(_));
        let named = if is_token { "authentication.get_token" } else { operation.name };
        assert_eq!(error.operation(), Some(named), "{}", self.stage);
        assert!(error.to_string().contains(operation.name), "{}: {error}", self.stage);
    }
}

#[tokio::test]
async fn every_error_tells_the_truth_at_every_stage() {
    // Those that wait come last, so that no other work takes their time.
    let (silent, answered): (Vec<_>, Vec<_>) = ROWS.iter().partition(|row| row.is_silent());
    for rows in [answered, silent] {
        let mut calls = JoinSet::new();
        for row in rows {
            calls.spawn(row.run(&GET, row.read));
            calls.spawn(row.run(&CANCEL, row.money));
        }
        while let Some(result) = calls.join_next().await {
            result.unwrap();
        }
    }
}

#[tokio::test]
async fn nothing_is_sent_after_the_deadline() {
    let scripted = Scripted::start(&[], &[]).await;
    let builder = builder(&scripted.url()).http_client(scripted.backend());
    let client: Transport = builder.deadline(Duration::ZERO).build().unwrap();
    let error = send(&client, Call::new(&OPEN)).await.unwrap_err();
    let expected =
        Claim { variant: "Timeout", effect: Effect::NothingSent, is_connect: true, attempts: 0 };
    assert_eq!(claim(&error, scripted.attempts()), expected, "{error}");
}

#[tokio::test]
async fn invalid_requests_are_not_sent() {
    let long = "x".repeat(70_000);
    let many: Vec<_> = (0..10_000).map(|number| format!("imp_{number}")).collect();
    for (call, parameter) in [
        (Call::new(&GET).path("imp_uid", &".."), "imp_uid"),
        (Call::new(&GET).path("imp_uid", &long), "imp_uid"),
        (Call::new(&GET).path("imp_uid", &"imp_1").query("key", &long), "key"),
        (Call::new(&GET).path("imp_uid", &"imp_1").query("ids", &many), "ids"),
        (Call::new(&GET).path("imp_uid", &"가".repeat(10_000)), "imp_uid"),
    ] {
        let scripted = Scripted::start(&[], &[]).await;
        let builder = builder(&scripted.url()).http_client(scripted.backend());
        let client: Transport = builder.build().unwrap();
        let unsent = call.clone().check(&"kcp").unwrap_err();
        for error in [unsent, send(&client, call).await.unwrap_err()] {
            let found = claim(&error, scripted.attempts() + scripted.token_requests());
            let (effect, variant) = (Effect::NothingSent, "InvalidRequest");
            assert_eq!(found, Claim { variant, effect, is_connect: false, attempts: 0 });
            let Error::InvalidRequest(error) = error else { unreachable!() };
            assert_eq!(error.violations[0].parameter, parameter);
            assert!(!error.to_string().contains("xxx"));
        }
    }
}

#[test]
fn a_configuration_says_nothing_about_requests() {
    let error = ClientBuilder::<Transport>::new().build().unwrap_err();
    let expected =
        Claim { variant: "Config", effect: Effect::Unstated, is_connect: false, attempts: 0 };
    assert_eq!(claim(&error, 0), expected);
}
