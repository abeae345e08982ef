//! Sending calls and bringing back answers.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use super::call_config::Settings;
use super::call_options::CallOptions;
use super::recorder::Recorded;
use super::retry_loop::Exchange;
use super::shared::Shared;
use crate::auth::{GET_TOKEN, Grant, Token};
use crate::error::Error;
use crate::http_client::Received;
use crate::operation::{Authorization, Call};
use crate::response::{Answer, Inquiry};
use crate::trace::Trace;

const UNAUTHORIZED: u16 = 401;

/// The connection to the API; clones share its token and its connections.
#[derive(Clone)]
pub struct Transport {
    shared: Arc<Shared>,
    settings: Arc<Settings>,
}

impl Transport {
    pub(crate) fn new(shared: Shared) -> Self {
        Self { settings: Arc::clone(&shared.settings), shared: Arc::new(shared) }
    }

    /// The same transport, making calls as the options say.
    #[must_use]
    pub fn with(&self, options: CallOptions) -> Self {
        self.set(self.settings.with(options))
    }

    /// The same transport, acting for the sub-merchant with this tier code.
    #[must_use]
    pub fn with_tier(&self, tier: String) -> Self {
        self.with(CallOptions::new().tier(tier))
    }

    /// The same transport, acting for exactly this sub-merchant or for none.
    pub(crate) fn acting_for(&self, tier: Option<String>) -> Self {
        self.set(Settings { tier, ..(*self.settings).clone() })
    }

    fn set(&self, settings: Settings) -> Self {
        Self { shared: Arc::clone(&self.shared), settings: Arc::new(settings) }
    }

    /// Sends a call and returns the answer, whatever its status.
    ///
    /// # Errors
    ///
    /// When a value cannot be sent, no token can be had, or no answer comes.
    pub async fn send(&self, call: Call) -> Result<Answer, Error> {
        let operation = call.operation;
        let trace = Trace::begin(operation);
        let prepared = call.prepare(self.settings.tier.as_deref());
        let prepared = prepared.map_err(|error| trace.failure(error))?;
        let inquiry = Inquiry::about(call, self.settings.tier.clone());
        let mut exchange = Exchange::new(&self.shared, &self.settings, &prepared, &trace);
        let result = match operation.authorization {
            Authorization::None => exchange.deliver(None).await,
            Authorization::Bearer => self.deliver_with_token(&mut exchange).await,
        };
        self.finish(&exchange, &result, &trace);
        match result {
            Ok(received) => Ok(Answer::new(operation.name, received, inquiry, trace)),
            Err(error) => Err(trace.failure(inquiry.judge(error))),
        }
    }

    async fn deliver_with_token(&self, exchange: &mut Exchange<'_>) -> Result<Received, Error> {
        let token = match self.shared.tokens.at_hand() {
            Some(token) => token,
            None => exchange.in_time(self.token()).await?,
        };
        let received = exchange.deliver(Some(&token)).await?;
        if received.status != UNAUTHORIZED {
            return Ok(received);
        }
        // The server refused before doing anything, so this one kind of answer allows a second try.
        self.shared.tokens.reject(&token);
        let token = exchange.in_time(self.token()).await?;
        exchange.grant_another();
        exchange.deliver(Some(&token)).await
    }

    fn finish(&self, exchange: &Exchange<'_>, result: &Result<Received, Error>, trace: &Trace) {
        let status = result.as_ref().map_or_else(Error::status, |received| Some(received.status));
        let (attempts, elapsed) = (exchange.attempts(), exchange.elapsed());
        trace.finished(status, attempts, elapsed);
        let Some(recorder) = &self.settings.recorder else { return };
        let received = result.as_ref().ok();
        recorder.record(Recorded {
            operation: exchange.call().operation.name,
            status,
            headers: received.map(|received| received.headers.clone()).unwrap_or_default(),
            attempts,
            elapsed,
            body: received.map(|received| received.body.clone()).unwrap_or_default(),
        });
    }

    /// Boxed, for it is rare, and five times as large as all the rest of a call.
    fn token(&self) -> Pin<Box<impl Future<Output = Result<Token, Error>>>> {
        let ask = || {
            let transport = self.clone();
            async move { transport.ask_for_token().await }
        };
        Box::pin(self.shared.tokens.get(ask))
    }

    async fn ask_for_token(&self) -> Result<Grant, Error> {
        let keys = &self.shared.keys;
        let call = Call::new(&GET_TOKEN)
            .body("imp_key", &keys.imp_key)
            .body("imp_secret", &keys.imp_secret)
            .prepare(None)?;
        let trace = Trace::begin(call.operation);
        let mut exchange = Exchange::new(&self.shared, &self.shared.settings, &call, &trace);
        let received = exchange.deliver(None).await?;
        let answer = Answer::new(call.operation.name, received, Inquiry::none(), trace);
        answer.response().map_err(Error::without_undecoded_body)
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport")
            .field("base_url", &self.shared.base_url)
            .field("keys", &self.shared.keys)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
