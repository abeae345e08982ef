//! Setting up a client.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use super::call_config::Settings;
use super::shared::Shared;
use super::transport::Transport;
use crate::auth::{KEY_VARIABLE, Keys, SECRET_VARIABLE, TokenStore, Tokens};
use crate::environment;
use crate::error::{ConfigError, Error};
use crate::http_client::{BaseUrl, HttpClient, OneHost, default_client};
use crate::request::header;
use crate::retry::{Budget, RetryPolicy};

const BASE_URL: &str = "https://api.iamport.kr";
const BASE_URL_VARIABLE: &str = "PORTONE_BASE_URL";
const TIMEOUT: Duration = Duration::from_secs(30);
const DEADLINE: Duration = Duration::from_secs(90);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Sets up a client: the keys are needed, all else has a default.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C = Transport> {
    keys: Option<Keys>,
    base_url: String,
    settings: Settings,
    connect_timeout: Duration,
    http: Http,
    token_store: Option<Arc<dyn TokenStore>>,
    client: PhantomData<fn() -> C>,
}

/// What carries the requests.
enum Http {
    Default,
    Reqwest(reqwest::Client),
    Other(Box<dyn HttpClient>),
}

impl<C> ClientBuilder<C> {
    /// Begins with the defaults: the public API, 30 seconds for each request, 5 of them at most
    /// for connecting, 90 seconds for a whole call, three attempts where they are safe, no tier.
    pub fn new() -> Self {
        Self {
            keys: None,
            base_url: BASE_URL.to_owned(),
            settings: Settings {
                timeout: TIMEOUT,
                deadline: DEADLINE,
                retry: RetryPolicy::new(),
                tier: None,
                recorder: None,
            },
            connect_timeout: CONNECT_TIMEOUT,
            http: Http::Default,
            token_store: None,
            client: PhantomData,
        }
    }

    /// Begins with the keys in the environment variables `PORTONE_IMP_KEY` and
    /// `PORTONE_IMP_SECRET`, and with the [base URL](Self::base_url) in `PORTONE_BASE_URL` where that
    /// is set.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] naming the variable that is not set, empty or not Unicode.
    pub fn from_env() -> Result<Self, Error> {
        let beginning = Self { keys: Some(Keys::from_env()?), ..Self::new() };
        Ok(match environment::optional(BASE_URL_VARIABLE)? {
            Some(base_url) => beginning.base_url(base_url),
            None => beginning,
        })
    }

    /// Sets the key and the secret of the merchant's REST API access, both found in the console.
    pub fn keys(mut self, imp_key: impl Into<String>, imp_secret: impl Into<String>) -> Self {
        self.keys = Some(Keys { imp_key: imp_key.into(), imp_secret: imp_secret.into() });
        self
    }

    /// Sets another address than `https://api.iamport.kr`.
    ///
    /// It must be HTTPS, except for loopback addresses. A path is kept and put before every route.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// Sets how long one HTTP request may take, from connecting to the last byte of the answer.
    ///
    /// A call can be several: one for its token, and others where it is safe to send it again. What
    /// they may take together is set by [`deadline`](Self::deadline).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// Sets how long a whole call may take, with its token, retries and the waiting between them.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.settings.deadline = deadline;
        self
    }

    /// Sets when requests are sent again. Those that could do something twice never are, whatever
    /// the policy.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.settings.retry = retry;
        self
    }

    /// Sets how long connecting may take. Without effect on a client of your own.
    pub fn connect_timeout(mut self, connect_timeout: Duration) -> Self {
        self.connect_timeout = connect_timeout;
        self
    }

    /// Acts for the sub-merchant with this tier code.
    pub fn tier(mut self, tier: impl Into<String>) -> Self {
        self.settings.tier = Some(tier.into());
        self
    }

    /// Sends through an HTTP client of your own: its proxies, TLS, pool, connect timeout and
    /// redirects apply, and [`timeout`](Self::timeout) still does.
    ///
    /// Turn redirects off in it: following one can send a payment twice. Turn on a TLS feature in
    /// your own dependency on reqwest, such as `rustls`: this crate turns on none that works alone.
    pub fn http_client(mut self, http_client: reqwest::Client) -> Self {
        self.http = Http::Reqwest(http_client);
        self
    }

    /// Sends through anything that can carry HTTP requests, such as a test without a network.
    ///
    /// See [`HttpClient`] for what it must keep.
    pub fn http(mut self, http: impl HttpClient + 'static) -> Self {
        self.http = Http::Other(Box::new(http));
        self
    }

    /// Keeps the access token in a store that other clients share, in this process or in others.
    pub fn token_store(mut self, token_store: impl TokenStore + 'static) -> Self {
        self.token_store = Some(Arc::new(token_store));
        self
    }

    /// Builds the client. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] when the keys are missing, the base URL or the tier cannot be used, or the
    /// system has no thread for a blocking client.
    pub fn build(self) -> Result<C, Error>
    where
        C: TryFrom<Transport, Error: Into<Error>>,
    {
        C::try_from(self.transport()?).map_err(Into::into)
    }

    fn transport(self) -> Result<Transport, ConfigError> {
        let keys = self.keys.ok_or_else(no_keys)?;
        keys.check()?;
        self.settings.tier.as_deref().map_or(Ok(()), check_tier)?;
        let base_url = BaseUrl::parse(&self.base_url)?;
        let one_host = |client| Box::new(OneHost::new(client, base_url.url().clone()));
        let http = match self.http {
            Http::Default => one_host(default_client(&base_url, self.connect_timeout)?),
            Http::Reqwest(client) => one_host(client),
            Http::Other(http) => http,
        };
        let tokens = Tokens::new(&keys, &base_url, self.token_store);
        let (budget, settings) = (Budget::new(), Arc::new(self.settings));
        Ok(Transport::new(Shared { http, base_url, keys, tokens, budget, settings }))
    }
}

fn no_keys() -> ConfigError {
    ConfigError::new(format!(
        "no keys: call `keys`, or set {KEY_VARIABLE} and {SECRET_VARIABLE} and begin with `from_env`"
    ))
}

fn check_tier(tier: &str) -> Result<(), ConfigError> {
    match header::verbatim(tier) {
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
        // The base URL is unchecked as yet and might hold a password.
        f.debug_struct("ClientBuilder")
            .field("keys", &self.keys)
            .field("settings", &self.settings)
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}
