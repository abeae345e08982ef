//! The access token of a call: its request, and its replacement after a 401.

use std::pin::Pin;

use super::retry_loop::RetryLoop;
use super::shared::ProcessState;
use super::transport::Transport;
use crate::auth::{GET_TOKEN, Token, TokenResponse};
use crate::error::{Error, UNAUTHORIZED};
use crate::http_client::RawResponse;
use crate::operation::Call;
use crate::response::{OutcomeClassifier, Response};
use crate::retry::Deadline;
use crate::trace::Trace;

impl Transport {
    /// Sends a call with an access token, and once more with another one after a 401.
    pub(super) async fn run_with_token(
        &self,
        retry_loop: &mut RetryLoop<'_>,
    ) -> Result<RawResponse, Error> {
        let process = retry_loop.process();
        let token = match process.tokens.cached() {
            Some(token) => token,
            None => retry_loop.token(self.token(process)).await?,
        };
        let raw = retry_loop.run(Some(&token)).await?;
        if raw.status != UNAUTHORIZED {
            return Ok(raw);
        }
        // The server rejected the request before doing anything, so it is safe to send it again.
        process.tokens.reject(&token);
        retry_loop.allow_extra_attempt();
        let token = retry_loop.token(self.token(process)).await?;
        retry_loop.run(Some(&token)).await
    }

    /// Boxed, because it is rare and five times as large as the rest of the future of a call.
    fn token(
        &self,
        process: &ProcessState,
    ) -> Pin<Box<impl Future<Output = Result<Token, Error>>>> {
        let request = || {
            let transport = self.clone();
            async move { transport.request_token().await }
        };
        Box::pin(process.tokens.get(&process.driver, request))
    }

    async fn request_token(&self) -> Result<TokenResponse, Error> {
        let credentials = &self.shared().credentials;
        let request = Call::new(&GET_TOKEN)
            .body("imp_key", &credentials.imp_key)
            .body("imp_secret", &credentials.imp_secret)
            .prepare(&self.shared().base_url, None)?;
        let trace = Trace::begin(request.operation, &self.shared().base_url);
        let config = &self.shared().config;
        let deadline = Deadline::after(config.deadline);
        let mut retry_loop = RetryLoop::new(self.shared(), config, &request, &trace, deadline)?;
        let raw = retry_loop.run(None).await?;
        let classifier = OutcomeClassifier::without_identity();
        let response = Response::new(request.operation, raw, classifier, trace);
        response.decode().map_err(Error::without_undecoded_body)
    }
}
