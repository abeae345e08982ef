//! How a server begins.

use std::collections::BTreeSet;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use crate::clock::Clock;
use crate::contract::Contract;
use crate::core::Core;
use crate::log::{Limits, Log};
use crate::room::{self, Room};
use crate::route::Routes;
use crate::tokens::Tokens;
use crate::webhooks::{Console, WebhookForm, Webhooks};
use crate::world::World;

/// The key that a server knows unless it is given another.
pub const IMP_KEY: &str = "imp-key";
/// The secret that belongs to it.
pub const IMP_SECRET: &str = "imp-secret";

/// Settings of a server that is not there yet.
#[derive(Clone)]
#[must_use]
pub struct Builder {
    address: SocketAddr,
    key: String,
    secret: String,
    clock: Option<u64>,
    patience: Duration,
    limits: Limits,
    room: usize,
    console: Console,
    webhook_hosts: BTreeSet<String>,
}

/// How long a server waits for a client or a shop unless it is told otherwise.
const PATIENCE: Duration = Duration::from_secs(10);

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            key: IMP_KEY.to_owned(),
            secret: IMP_SECRET.to_owned(),
            clock: None,
            patience: PATIENCE,
            limits: Limits::default(),
            room: room::BYTES,
            console: Console::default(),
            webhook_hosts: BTreeSet::new(),
        }
    }

    /// Knows these keys, and no others.
    pub fn keys(mut self, key: impl Into<String>, secret: impl Into<String>) -> Self {
        (self.key, self.secret) = (key.into(), secret.into());
        self
    }

    /// Listens at this address. The default is a free port of 127.0.0.1; anybody who reaches the
    /// address can do everything.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Its clock stands at this Unix second, until it is [advanced](crate::Fake::advance).
    pub fn clock_at(mut self, second: u64) -> Self {
        self.clock = Some(second);
        self
    }

    /// Waits so long for the head of a request, for its body, and for a shop to answer a webhook. A
    /// connection on which nothing is asked ends after that time, too. The default is 10 seconds.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Remembers so many requests, and no more than so many bytes of them. The default is 10,000
    /// requests and 32 MiB; how many there were is always known.
    pub fn log_limits(mut self, requests: usize, bytes: usize) -> Self {
        self.limits = Limits { entries: requests, bytes };
        self
    }

    /// Takes no more than so many bytes of requests into its books; beyond that, it refuses everything
    /// but reads until it is [reset](crate::Fake::reset). The default is 256 MiB, about a million payments.
    pub fn books_limit(mut self, bytes: usize) -> Self {
        self.room = bytes;
        self
    }

    /// Sends webhooks to this address where a payment names none, as the console of PortOne has it.
    pub fn webhook(mut self, url: impl Into<String>) -> Self {
        self.console.url = Some(url.into());
        self
    }

    /// Writes webhooks like this. The default is JSON.
    pub fn webhook_form(mut self, form: WebhookForm) -> Self {
        self.console.form = form;
        self
    }

    /// Sends webhooks to this host too: `shop.test`. By itself, a fake sends them to this machine only.
    pub fn allow_webhooks_to(mut self, host: impl Into<String>) -> Self {
        self.webhook_hosts.insert(host.into());
        self
    }

    pub(crate) fn listens_at(&self) -> SocketAddr {
        self.address
    }

    /// Everything but the port.
    pub(crate) fn core(self) -> io::Result<Core> {
        let contract = Contract::embedded().map_err(io::Error::other)?;
        let routes = Routes::new(contract).map_err(io::Error::other)?;
        let clock = self.clock.map_or_else(Clock::running, Clock::standing_at);
        let tokens = Tokens::new(self.key, self.secret);
        let webhooks = Webhooks::new(self.console, self.webhook_hosts);
        let (log, room) = (Log::new(self.limits), Room::of(self.room));
        let world = World::new(contract, clock, tokens, log, webhooks, room);
        Ok(Core::new(contract, routes, world, self.patience))
    }
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Builder").field("address", &self.address).finish_non_exhaustive()
    }
}
