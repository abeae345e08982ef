//! Builder of a server.

use std::collections::BTreeSet;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use crate::app::App;
use crate::contract::Contract;
use crate::dispatch::router::ApiRouter;
use crate::request::AllowedHosts;
use crate::server_state::ServerState;
use crate::server_state::clock::Clock;
use crate::server_state::log::{LogLimits, RequestLog};
use crate::server_state::quota::{self, Quota};
use crate::server_state::tokens::TokenIssuer;
use crate::webhooks::{Timeouts, WebhookConfig, WebhookFormat, Webhooks};

/// Default `imp_key` of a server.
pub const IMP_KEY: &str = "imp-key";
/// Default `imp_secret` of a server.
pub const IMP_SECRET: &str = "imp-secret";

/// Builder of a server with other settings than the default ones.
#[derive(Clone)]
#[must_use]
pub struct Builder {
    address: SocketAddr,
    allowed_hosts: AllowedHosts,
    key: String,
    secret: String,
    clock: Option<u64>,
    timeout: Duration,
    webhook_timeouts: Timeouts,
    log_limits: LogLimits,
    state_quota: usize,
    webhook_config: WebhookConfig,
    webhook_hosts: BTreeSet<String>,
}

/// Default timeout for clients.
const TIMEOUT: Duration = Duration::from_secs(10);

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            allowed_hosts: AllowedHosts::default(),
            key: IMP_KEY.to_owned(),
            secret: IMP_SECRET.to_owned(),
            clock: None,
            timeout: TIMEOUT,
            webhook_timeouts: Timeouts::default(),
            log_limits: LogLimits::default(),
            state_quota: quota::DEFAULT_LIMIT,
            webhook_config: WebhookConfig::default(),
            webhook_hosts: BTreeSet::new(),
        }
    }

    /// Sets the credentials that the server accepts.
    pub fn keys(mut self, key: impl Into<String>, secret: impl Into<String>) -> Self {
        (self.key, self.secret) = (key.into(), secret.into());
        self
    }

    /// Sets the address to listen on. The default is a free port of 127.0.0.1. There is no access
    /// control: anyone who can reach the address has full control of the server.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Allows requests to the server by this name, such as `fake`, and requests of pages at this name.
    /// Other requests whose `Host` or `Origin` is neither the local machine nor the server's own address
    /// are rejected with 403, so that no page in a browser can use the server.
    pub fn allow_host(mut self, name: impl AsRef<str>) -> Self {
        self.allowed_hosts.allow(name.as_ref());
        self
    }

    /// Freezes the clock at this Unix second, until it is [advanced](crate::Fake::advance).
    pub fn clock_at(mut self, second: u64) -> Self {
        self.clock = Some(second);
        self
    }

    /// Sets the timeout for the head of a request, for its body, and for idle connections. The default
    /// is 10 seconds.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the timeouts for the connection to a receiver of webhooks or confirm requests, and for its
    /// response. The defaults are those of V1, 10 and 30 seconds.
    pub fn webhook_timeouts(mut self, connect: Duration, read: Duration) -> Self {
        self.webhook_timeouts = Timeouts { connect, read, ..self.webhook_timeouts };
        self
    }

    /// Sets the timeout for a webhook that is sent [again](crate::Fake::retry_webhooks), from the
    /// connection to the response. The default is that of V1, 15 seconds.
    pub fn webhook_resend_timeout(mut self, timeout: Duration) -> Self {
        self.webhook_timeouts.resend = timeout;
        self
    }

    /// Limits the log of requests. The default is 10,000 requests and 32 MiB; counts are not limited.
    pub fn log_limits(mut self, requests: usize, bytes: usize) -> Self {
        self.log_limits = LogLimits { entries: requests, bytes };
        self
    }

    /// Limits the stored request bytes. Beyond the quota, the server rejects everything but reads until
    /// it is [reset](crate::Fake::reset). The default is 256 MiB, about a million payments.
    pub fn state_quota(mut self, bytes: usize) -> Self {
        self.state_quota = bytes;
        self
    }

    /// Sets the webhook address for payments without a `notice_url`, as in PortOne's console.
    pub fn webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_config.url = Some(url.into());
        self
    }

    /// Sets the format of webhook bodies. The default is JSON.
    pub fn webhook_format(mut self, format: WebhookFormat) -> Self {
        self.webhook_config.format = format;
        self
    }

    /// Allows webhooks to this host: `shop.test`. The default is to send them to the local machine
    /// only.
    pub fn allow_webhooks_to(mut self, host: impl Into<String>) -> Self {
        self.webhook_hosts.insert(host.into());
        self
    }

    pub(crate) fn listen_address(&self) -> SocketAddr {
        self.address
    }

    /// Builds the application, without its listener.
    pub(crate) fn build(self) -> io::Result<App> {
        let contract = Contract::embedded().map_err(io::Error::other)?;
        let router = ApiRouter::new(contract).map_err(io::Error::other)?;
        let clock = self.clock.map_or_else(Clock::running, Clock::frozen_at);
        let tokens = TokenIssuer::new(self.key, self.secret);
        let webhooks = Webhooks::new(self.webhook_config, self.webhook_hosts);
        let (log, quota) = (RequestLog::new(self.log_limits), Quota::new(self.state_quota));
        let state = ServerState::new(contract, clock, tokens, log, webhooks, quota);
        let (timeout, hosts) = (self.timeout, self.allowed_hosts);
        Ok(App::new(contract, router, state, timeout, self.webhook_timeouts, hosts))
    }
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Builder").field("address", &self.address).finish_non_exhaustive()
    }
}
