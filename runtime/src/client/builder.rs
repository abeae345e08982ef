//! The builder of a client.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use super::call_config::CallConfig;
use super::http_settings::HttpSettings;
use super::transport::Transport;
use crate::auth::{Credentials, TokenStore};
use crate::journal::Journal;
use crate::reconcile::ReconcilePolicy;
use crate::retry::RetryPolicy;

const TIMEOUT: Duration = Duration::from_secs(30);
const DEADLINE: Duration = Duration::from_secs(90);
const MAX_RESPONSE_BYTES: usize = 2 * 1024 * 1024;

/// The builder of a client. Credentials are required; everything else has a default.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C = Transport> {
    pub(super) credentials: Option<Credentials>,
    /// That of the client if it is not set.
    pub(super) base_url: Option<String>,
    pub(super) config: CallConfig,
    pub(super) http: HttpSettings,
    pub(super) token_store: Option<Arc<dyn TokenStore>>,
    pub(super) journal: Option<Arc<dyn Journal>>,
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
    /// A larger body is not read any further. The call fails with
    /// [`Error::ResponseTooLarge`](crate::Error::ResponseTooLarge), or with
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) if it is not idempotent. Parsing takes time in
    /// proportion to the size, on the thread that polls the call: milliseconds for the default.
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
    /// sent: the call fails with [`Error::Journal`](crate::Error::Journal).
    pub fn journal(mut self, journal: impl Journal) -> Self {
        self.journal = Some(Arc::new(journal));
        self
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
