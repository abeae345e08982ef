//! The builder of a client.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use super::call_config::CallConfig;
use super::shared::Shared;
use super::transport::Transport;
use crate::auth::{Credentials, KEY_VARIABLE, SECRET_VARIABLE, TokenProvider, TokenStore};
use crate::environment;
use crate::error::{ConfigError, Error};
use crate::http_client::{BaseUrl, BaseUrlClient, HttpClient, default_client};
use crate::request::header;
use crate::retry::{RetryBudget, RetryPolicy};

const BASE_URL: &str = "https://api.iamport.kr";
const BASE_URL_VARIABLE: &str = "PORTONE_BASE_URL";
const TIMEOUT: Duration = Duration::from_secs(30);
const DEADLINE: Duration = Duration::from_secs(90);
const MAX_RESPONSE_BYTES: usize = 2 * 1024 * 1024;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// The builder of a client. Credentials are required; everything else has a default.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C = Transport> {
    credentials: Option<Credentials>,
    base_url: String,
    config: CallConfig,
    connect_timeout: Duration,
    backend: Backend,
    token_store: Option<Arc<dyn TokenStore>>,
    client: PhantomData<fn() -> C>,
}

/// The choice of HTTP backend.
enum Backend {
    Default,
    Reqwest(reqwest::Client),
    Custom(Box<dyn HttpClient>),
}

impl<C> ClientBuilder<C> {
    /// Creates a builder with the defaults: the public API, a timeout of 30 seconds for each request, a
    /// connect timeout of 5, a deadline of 90 for a whole call, the default [`RetryPolicy`], no tier.
    pub fn new() -> Self {
        Self {
            credentials: None,
            base_url: BASE_URL.to_owned(),
            config: CallConfig {
                timeout: TIMEOUT,
                deadline: DEADLINE,
                max_response_bytes: MAX_RESPONSE_BYTES,
                retry: RetryPolicy::new(),
                tier: None,
                recorder: None,
            },
            connect_timeout: CONNECT_TIMEOUT,
            backend: Backend::Default,
            token_store: None,
            client: PhantomData,
        }
    }

    /// Creates a builder with the credentials in the environment variables `PORTONE_IMP_KEY` and
    /// `PORTONE_IMP_SECRET`, and the [base URL](Self::base_url) in `PORTONE_BASE_URL` if that is set.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] naming the variable that is not set, empty or not valid Unicode.
    pub fn from_env() -> Result<Self, Error> {
        let builder = Self { credentials: Some(Credentials::from_env()?), ..Self::new() };
        Ok(match environment::optional(BASE_URL_VARIABLE)? {
            Some(base_url) => builder.base_url(base_url),
            None => builder,
        })
    }

    /// Sets the credentials: the key and the secret of the merchant's REST API, as shown in the console.
    pub fn credentials(
        mut self,
        imp_key: impl Into<String>,
        imp_secret: impl Into<String>,
    ) -> Self {
        self.credentials =
            Some(Credentials { imp_key: imp_key.into(), imp_secret: imp_secret.into() });
        self
    }

    /// Sets the base URL; the default is `https://api.iamport.kr`.
    ///
    /// It must be HTTPS, except for loopback addresses. Routes are appended to its path.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// Sets the timeout of one HTTP request, from connecting to the last byte of the response.
    ///
    /// A call can be several requests: one for its token, and retries. [`deadline`](Self::deadline)
    /// limits all of them together.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.config.timeout = timeout;
        self
    }

    /// Sets the deadline of a whole call, with its token, retries and the delays between them.
    ///
    /// A response that arrived in time is parsed even if the deadline passes meanwhile, so that a success
    /// is not lost; [`max_response_bytes`](Self::max_response_bytes) bounds the time that parsing takes.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.config.deadline = deadline;
        self
    }

    /// Sets the maximum size of a response body, including that of a token response; 2 MiB by default.
    ///
    /// A larger body is not read any further. The call fails with [`Error::ResponseTooLarge`], or with
    /// [`Error::OutcomeUnknown`] if it is not idempotent. Parsing takes time in proportion to the size, on
    /// the thread that polls the call: milliseconds for the default.
    pub fn max_response_bytes(mut self, max_response_bytes: usize) -> Self {
        self.config.max_response_bytes = max_response_bytes;
        self
    }

    /// Sets the retry policy. No policy retries a request that could take effect twice.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.config.retry = retry;
        self
    }

    /// Sets the connect timeout. It does not apply to a client of your own.
    pub fn connect_timeout(mut self, connect_timeout: Duration) -> Self {
        self.connect_timeout = connect_timeout;
        self
    }

    /// Acts for the sub-merchant with this tier code.
    pub fn tier(mut self, tier: impl Into<String>) -> Self {
        self.config.tier = Some(tier.into());
        self
    }

    /// Sets an HTTP client of your own, with its proxies, TLS, pool, connect timeout and redirects;
    /// [`timeout`](Self::timeout) still applies.
    ///
    /// Disable redirects in it: following one can send a payment twice. Enable a TLS feature such as
    /// `rustls` in your own dependency on reqwest: this crate enables none that works alone.
    pub fn http_client(mut self, http_client: reqwest::Client) -> Self {
        self.backend = Backend::Reqwest(http_client);
        self
    }

    /// Sets an HTTP backend, such as a mock without a network.
    ///
    /// See [`HttpClient`] for its requirements.
    pub fn http(mut self, http: impl HttpClient + 'static) -> Self {
        self.backend = Backend::Custom(Box::new(http));
        self
    }

    /// Sets a store that shares the access token with other clients, in this process or in others.
    pub fn token_store(mut self, token_store: impl TokenStore + 'static) -> Self {
        self.token_store = Some(Arc::new(token_store));
        self
    }

    /// Builds the client. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the credentials are missing, the base URL or the tier is invalid, or no
    /// thread can be started for a blocking client.
    pub fn build(self) -> Result<C, Error>
    where
        C: TryFrom<Transport, Error: Into<Error>>,
    {
        C::try_from(self.transport()?).map_err(Into::into)
    }

    fn transport(self) -> Result<Transport, ConfigError> {
        let credentials = self.credentials.ok_or_else(no_credentials)?;
        credentials.validate()?;
        self.config.tier.as_deref().map_or(Ok(()), validate_tier)?;
        let base_url = BaseUrl::parse(&self.base_url)?;
        let with_base_url = |client| Box::new(BaseUrlClient::new(client, base_url.url().clone()));
        let http = match self.backend {
            Backend::Default => with_base_url(default_client(&base_url, self.connect_timeout)?),
            Backend::Reqwest(client) => with_base_url(client),
            Backend::Custom(http) => http,
        };
        let tokens = TokenProvider::new(&credentials, &base_url, self.token_store);
        let (retry_budget, config) = (RetryBudget::new(), Arc::new(self.config));
        Ok(Transport::new(Shared { http, base_url, credentials, tokens, retry_budget, config }))
    }
}

fn no_credentials() -> ConfigError {
    ConfigError::new(format!(
        "no credentials: call `credentials`, or set {KEY_VARIABLE} and {SECRET_VARIABLE} and begin with `from_env`"
    ))
}

fn validate_tier(tier: &str) -> Result<(), ConfigError> {
    match header::from_visible_ascii(tier) {
        Some(_) => Ok(()),
        None => Err(ConfigError::new("the tier must be a code of visible ASCII characters")),
    }
}

impl<C> Default for ClientBuilder<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL is not validated yet and might hold a password.
        f.debug_struct("ClientBuilder")
            .field("keys", &self.credentials)
            .field("config", &self.config)
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}
