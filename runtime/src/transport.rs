//! Sending calls and bringing back answers.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Request, Response};

use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::call::{Call, PreparedCall, Refusal};
use crate::error::{ConnectionError, Error};
use crate::header;
use crate::keys::Keys;
use crate::operation::{Authorization, Operation};
use crate::token::{GET_TOKEN, Grant, Token, Tokens};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const TIER: HeaderName = HeaderName::from_static("tier");
const UNAUTHORIZED: u16 = 401;

/// No answer comes near this. What lies beyond is not read, and the answer then fails to decode.
const LONGEST_BODY: usize = 64 * 1024 * 1024;

/// The connection to the API; clones share its token and its connections.
#[derive(Clone)]
pub struct Transport {
    shared: Arc<Shared>,
    tier: Option<Arc<str>>,
}

/// What all clones have in common.
pub(crate) struct Shared {
    pub(crate) http: reqwest::Client,
    pub(crate) base_url: BaseUrl,
    pub(crate) timeout: Duration,
    pub(crate) keys: Keys,
    pub(crate) tokens: Tokens,
}

impl Transport {
    pub(crate) fn new(shared: Shared, tier: Option<String>) -> Self {
        Self { shared: Arc::new(shared), tier: tier.map(Arc::from) }
    }

    /// The same transport, acting for the sub-merchant with this tier code.
    #[must_use]
    pub fn with_tier(&self, tier: String) -> Self {
        Self { shared: Arc::clone(&self.shared), tier: Some(Arc::from(tier)) }
    }

    /// Sends a call and returns the answer, whatever its status.
    ///
    /// # Errors
    ///
    /// When a value cannot be sent, no token can be had, or no answer comes.
    pub async fn send(&self, call: Call) -> Result<Answer, Error> {
        let call = call.prepare()?;
        match call.operation.authorization {
            Authorization::None => self.deliver(&call, self.tier(call.operation)?, None).await,
            Authorization::Bearer => self.send_with_token(&call).await,
        }
    }

    async fn send_with_token(&self, call: &PreparedCall) -> Result<Answer, Error> {
        let tier = self.tier(call.operation)?;
        let token = self.token().await?;
        let answer = self.deliver(call, tier.clone(), Some(&token)).await?;
        if answer.status() != UNAUTHORIZED {
            return Ok(answer);
        }
        // The server refused before doing anything, so this one kind of answer allows a second try.
        self.shared.tokens.reject(&token);
        let token = self.token().await?;
        self.deliver(call, tier, Some(&token)).await
    }

    async fn token(&self) -> Result<Token, Error> {
        let ask = || {
            let transport = self.clone();
            async move { transport.ask_for_token().await }
        };
        self.shared.tokens.get(ask).await
    }

    async fn ask_for_token(&self) -> Result<Grant, Error> {
        let keys = &self.shared.keys;
        let call = Call::new(&GET_TOKEN)
            .body("imp_key", &keys.imp_key)
            .body("imp_secret", &keys.imp_secret)
            .prepare()?;
        let answer = self.deliver(&call, None, None).await?;
        answer.response().map_err(Error::without_undecoded_body)
    }

    async fn deliver(
        &self,
        call: &PreparedCall,
        tier: Option<HeaderValue>,
        token: Option<&Token>,
    ) -> Result<Answer, Error> {
        let name = call.operation.name;
        let mut request = self.request(call);
        let headers = request.headers_mut();
        headers.extend(tier.map(|tier| (TIER, tier)));
        headers.extend(token.map(|token| (AUTHORIZATION, token.header().clone())));
        let response = self
            .shared
            .http
            .execute(request)
            .await
            .map_err(|error| ConnectionError::new(name, None, error))?;
        let status = response.status().as_u16();
        let body = read(response)
            .await
            .map_err(|error| ConnectionError::new(name, Some(status), error))?;
        Ok(Answer::new(name, status, body))
    }

    fn request(&self, call: &PreparedCall) -> Request {
        let url = self.shared.base_url.join(&call.path, call.query.as_deref());
        let mut request = Request::new(call.operation.method.into(), url);
        *request.timeout_mut() = Some(self.shared.timeout);
        request.headers_mut().insert(ACCEPT, JSON);
        if let Some(body) = &call.body {
            request.headers_mut().insert(CONTENT_TYPE, JSON);
            *request.body_mut() = Some(body.clone().into());
        }
        request
    }

    /// Never left out when set, even if it is empty: the call would act for the main merchant.
    fn tier(&self, operation: &Operation) -> Result<Option<HeaderValue>, Error> {
        let Some(tier) = self.tier.as_deref() else {
            return Ok(None);
        };
        match header::verbatim(tier) {
            Some(value) => Ok(Some(value)),
            None => {
                let problem = "must be a code of visible ASCII characters";
                Err(Refusal::new("tier", problem).of(operation).into())
            }
        }
    }
}

async fn read(mut response: Response) -> Result<Vec<u8>, reqwest::Error> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        body.extend_from_slice(&chunk);
        if body.len() >= LONGEST_BODY {
            break;
        }
    }
    Ok(body)
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport")
            .field("base_url", &self.shared.base_url)
            .field("timeout", &self.shared.timeout)
            .field("keys", &self.shared.keys)
            .field("tier", &self.tier)
            .finish_non_exhaustive()
    }
}
