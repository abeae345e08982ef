//! The transport: it sends calls, with retries, traces and the journal.

use std::fmt;
use std::sync::Arc;

use super::call_config::CallConfig;
use super::call_options::CallOptions;
use super::call_recorder::CallRecord;
use super::retry_loop::RetryLoop;
use super::shared::Shared;
use crate::error::Error;
use crate::http_client::RawResponse;
use crate::journal::{Intent, IntentContext, JournaledCall};
use crate::operation::{Authorization, Call};
use crate::response::{MismatchReport, OutcomeClassifier, Response};
use crate::retry::Deadline;
use crate::trace::Trace;

/// The connection to the API. Clones share connections and the access token.
#[derive(Clone)]
pub struct Transport {
    shared: Arc<Shared>,
    config: Arc<CallConfig>,
}

impl Transport {
    pub(crate) fn new(shared: Shared) -> Self {
        Self { config: Arc::clone(&shared.config), shared: Arc::new(shared) }
    }

    /// The same transport, with these options for its calls.
    #[must_use]
    pub fn with(&self, options: CallOptions) -> Self {
        self.set(self.config.with(options))
    }

    /// The same transport, acting for the sub-merchant with this tier code.
    #[must_use]
    pub fn with_tier(&self, tier: String) -> Self {
        self.with(CallOptions::new().tier(tier))
    }

    pub(super) fn shared(&self) -> &Shared {
        &self.shared
    }

    pub(super) fn config(&self) -> &CallConfig {
        &self.config
    }

    pub(super) fn set(&self, config: CallConfig) -> Self {
        Self { shared: Arc::clone(&self.shared), config: Arc::new(config) }
    }

    /// Sends a call and returns the response, whatever its status.
    ///
    /// # Errors
    ///
    /// If the call is invalid, no token can be obtained, or no response arrives.
    pub async fn send(&self, call: Call) -> Result<Response, Error> {
        let operation = call.operation;
        let trace = Trace::begin(operation, &self.shared.base_url);
        let prepared = call.prepare(&self.shared.base_url, self.config.tier.as_deref());
        let prepared = prepared.map_err(|error| trace.failure(error))?;
        let CallConfig { tier, timeout, deadline, .. } = &*self.config;
        let deadline = Deadline::after(*deadline);
        let classifier = OutcomeClassifier::for_call(call, tier.clone(), *timeout);
        let mut journaled =
            self.journal(&classifier, &deadline).await.map_err(|error| trace.failure(error))?;
        let retry_loop = RetryLoop::new(&self.shared, &self.config, &prepared, &trace, deadline);
        let mut retry_loop =
            retry_loop.map_err(|error| trace.failure(error))?.journaled(journaled.as_ref());
        let result = match operation.authorization {
            Authorization::None => retry_loop.run(None).await,
            Authorization::Bearer => self.run_with_token(&mut retry_loop).await,
        };
        let report = self.finish(&retry_loop, &result, &trace);
        match result {
            Ok(raw) => {
                let response = Response::new(operation, raw, classifier, trace);
                Ok(response.reporting(report).journaled(journaled))
            }
            Err(error) => {
                let error = trace.failure(classifier.classify(error));
                if let Some(mut journaled) = journaled.take() {
                    let recorded = journaled.recorded();
                    journaled.end(Some(&error));
                    Box::pin(recorded.wait()).await;
                }
                Err(error)
            }
        }
    }

    /// Records the intent of a call that must not be sent twice, if there is a journal.
    async fn journal(
        &self,
        classifier: &OutcomeClassifier,
        deadline: &Deadline,
    ) -> Result<Option<JournaledCall>, Error> {
        let Some(plan) = classifier.plan() else { return Ok(None) };
        let Some(journal) = self.shared.journal()? else { return Ok(None) };
        let context = IntentContext {
            account: &self.shared.account,
            label: self.config.label.as_deref(),
            deadline: self.config.deadline,
        };
        let intent = Intent::new(plan, &context);
        let recording = JournaledCall::begin(journal, intent, deadline.remaining());
        let journaled = Box::pin(recording).await;
        Ok(Some(journaled.map_err(|error| error.not_sent(plan.operation))?))
    }

    /// Sends a read that this crate makes by itself, with test payments included if the client includes
    /// them.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send).
    pub(crate) async fn send_own_read(&self, read: Call) -> Result<Response, Error> {
        let include = self.includes_test_payments();
        self.send(if include { read.including_test_payments() } else { read }).await
    }

    /// Returns `true` if the client includes payments of test channels.
    pub fn includes_test_payments(&self) -> bool {
        self.config.include_test_payments
    }

    /// Ends the trace and records the call; its mismatches are recorded when it is decoded.
    fn finish(
        &self,
        retry_loop: &RetryLoop<'_>,
        result: &Result<RawResponse, Error>,
        trace: &Trace,
    ) -> Option<MismatchReport> {
        let status = result.as_ref().map_or_else(Error::status, |raw| Some(raw.status));
        let (attempts, elapsed) = (retry_loop.attempts(), retry_loop.elapsed());
        trace.finished(status, attempts);
        let recorder = self.config.recorder.as_ref()?;
        let raw = result.as_ref().ok();
        let record = CallRecord {
            operation: retry_loop.operation(),
            status,
            headers: raw.map(|raw| raw.headers.clone()).unwrap_or_default(),
            attempts,
            elapsed,
            mismatches: Vec::new(),
            body: raw.map(|raw| raw.body.clone()).unwrap_or_default(),
        };
        recorder.record(record.clone());
        Some(recorder.with_mismatches(record))
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport")
            .field("base_url", &self.shared.base_url)
            .field("credentials", &self.shared.credentials)
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}
