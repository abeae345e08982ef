//! The builder of a client.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use super::api_client::ApiClient;
use super::call_config::CallConfig;
use super::http_settings::HttpSettings;
use super::shared::Shared;
use super::transport::Transport;
use crate::auth::{Credentials, KEY_VARIABLE, SECRET_VARIABLE, TokenStore};
use crate::environment;
use crate::error::{ConfigError, Error};
use crate::journal::{Journal, fingerprint};
use crate::per_process::PerProcess;
use crate::reconcile::ReconcilePolicy;
use crate::request::header;
use crate::retry::RetryPolicy;

const BASE_URL_VARIABLE: &str = "PORTONE_BASE_URL";
const PLAIN_HTTP_VARIABLE: &str = "PORTONE_DANGER_ALLOW_PLAIN_HTTP";
const TEST_PAYMENTS_VARIABLE: &str = "PORTONE_INCLUDE_TEST_PAYMENTS";
const TIMEOUT: Duration = Duration::from_secs(30);
const DEADLINE: Duration = Duration::from_secs(90);
const MAX_RESPONSE_BYTES: usize = 2 * 1024 * 1024;

/// The builder of a client. Credentials are required; everything else has a default.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C = Transport> {
    credentials: Option<Credentials>,
    /// That of the client if it is not set.
    base_url: Option<String>,
    config: CallConfig,
    pub(super) http: HttpSettings,
    token_store: Option<Arc<dyn TokenStore>>,
    journal: Option<Arc<dyn Journal>>,
    client: PhantomData<fn() -> C>,
}

impl<C> ClientBuilder<C> {
    /// Creates a builder with the defaults: the public API, a timeout of 30 seconds for each request, a
    /// connect timeout of 5, a deadline of 90 for a whole call, the default [`RetryPolicy`] and
    /// [`ReconcilePolicy`], no tier.
    pub fn new() -> Self {
        Self {
            credentials: None,
            base_url: None,
            config: CallConfig {
                timeout: TIMEOUT,
                deadline: DEADLINE,
                max_response_bytes: MAX_RESPONSE_BYTES,
                retry: RetryPolicy::new(),
                reconcile: ReconcilePolicy::new(),
                tier: None,
                label: None,
                recorder: None,
                include_test_payments: false,
            },
            http: HttpSettings::default(),
            token_store: None,
            journal: None,
            client: PhantomData,
        }
    }

    /// Creates a builder with the credentials in the environment variables `PORTONE_IMP_KEY` and
    /// `PORTONE_IMP_SECRET`, and the [base URL](Self::base_url) in `PORTONE_BASE_URL` if that is set.
    /// Whitespace around a value, such as the newline of a secret file, is dropped.
    ///
    /// `PORTONE_DANGER_ALLOW_PLAIN_HTTP` names hosts that the base URL may reach without TLS, see
    /// [`danger_allow_plain_http`](Self::danger_allow_plain_http).
    ///
    /// `PORTONE_INCLUDE_TEST_PAYMENTS`, if it is `true`, [includes](Self::include_test_payments) payments
    /// of test channels.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] naming the variable that is not set, empty, not valid Unicode or invalid.
    pub fn from_env() -> Result<Self, Error> {
        let mut builder = Self { credentials: Some(Credentials::from_env()?), ..Self::new() };
        if let Some(base_url) = environment::optional(BASE_URL_VARIABLE)? {
            builder = builder.base_url(base_url);
        }
        if let Some(hosts) = environment::optional(PLAIN_HTTP_VARIABLE)? {
            builder = hosts.split(',').fold(builder, Self::danger_allow_plain_http);
        }
        Ok(builder.include_test_payments(environment::flag(TEST_PAYMENTS_VARIABLE)?))
    }

    /// Sets the credentials: the key and the secret of the merchant's REST API, as shown in the console.
    /// Whitespace around them, such as the newline of a secret file, is dropped.
    pub fn credentials(
        mut self,
        imp_key: impl Into<String>,
        imp_secret: impl Into<String>,
    ) -> Self {
        self.credentials = Some(Credentials::new(&imp_key.into(), &imp_secret.into()));
        self
    }

    /// Sets the base URL; the default is that of the public API, `https://api.iamport.kr`.
    ///
    /// It must be HTTPS, except for loopback addresses and hosts that
    /// [`danger_allow_plain_http`](Self::danger_allow_plain_http) names. Routes are appended to its path.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
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

    /// Sets for how long `client.reconcile` looks again.
    pub fn reconcile(mut self, reconcile: ReconcilePolicy) -> Self {
        self.config.reconcile = reconcile;
        self
    }

    /// Acts for the sub-merchant with this tier code.
    pub fn tier(mut self, tier: impl Into<String>) -> Self {
        self.config.tier = Some(tier.into());
        self
    }

    /// Includes payments of test channels in the reads that this crate makes by itself: those of
    /// verification and of reconciliation. Off by default; requests of your own have a setter for it.
    ///
    /// A new shop begins on a test channel, and the server hides such payments from a shop that does not
    /// ask for them. **Never set it in production**: no money moves through a test channel, and without
    /// this option, verifying a test payment is an error. With it,
    /// [`Verified::is_test`](crate::verification::Verified::is_test) tells them apart.
    pub fn include_test_payments(mut self, include: bool) -> Self {
        self.config.include_test_payments = include;
        self
    }

    /// Sets a store that shares the access token with other clients, in this process or in others.
    pub fn token_store(mut self, token_store: impl TokenStore + 'static) -> Self {
        self.token_store = Some(Arc::new(token_store));
        self
    }

    /// Sets a journal: the intent of each request that must not be sent twice is recorded in it before the request
    /// is sent, and its outcome afterwards. `client.recover(&journal)` then finds out what a process that died, or
    /// a future that was dropped, has left open.
    ///
    /// Calls that can be repeated, such as reads, do not use it. If an intent cannot be recorded, its request is not
    /// sent: the call fails with [`Error::Journal`].
    pub fn journal(mut self, journal: impl Journal) -> Self {
        self.journal = Some(Arc::new(journal));
        self
    }

    /// Builds the client. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the credentials are missing, or the base URL, the tier, the proxy, a root
    /// certificate or a header is invalid.
    pub fn build(self) -> Result<C, Error>
    where
        C: ApiClient + TryFrom<Transport, Error: Into<Error>>,
    {
        C::try_from(self.transport(C::BASE_URL)?).map_err(Into::into)
    }

    fn transport(self, default_url: &str) -> Result<Transport, ConfigError> {
        let credentials = self.credentials.ok_or_else(no_credentials)?;
        credentials.validate()?;
        self.config.tier.as_deref().map_or(Ok(()), validate_tier)?;
        let base_url = self.http.base_url(self.base_url.as_deref().unwrap_or(default_url))?;
        let headers = self.http.headers()?;
        let runtime = self.http.runtime();
        let backend = self.http.backend(&base_url)?;
        let account = fingerprint(&credentials.imp_key);
        let journal = self.journal;
        let (config, token_store) = (Arc::new(self.config), self.token_store);
        let process = PerProcess::new();
        Ok(Transport::new(Shared {
            base_url,
            credentials,
            headers,
            config,
            backend,
            runtime,
            token_store,
            account,
            journal,
            process,
        }))
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
            .field("connect_timeout", &self.http.connect_timeout)
            .finish_non_exhaustive()
    }
}
