//! How a server begins.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use crate::clock::Clock;
use crate::contract::Contract;
use crate::core::Core;
use crate::fake::Fake;
use crate::route::Routes;
use crate::tokens::Tokens;
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
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            key: IMP_KEY.to_owned(),
            secret: IMP_SECRET.to_owned(),
            clock: None,
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

    /// Its clock stands at this Unix second, until it is [advanced](Fake::advance).
    pub fn clock_at(mut self, second: u64) -> Self {
        self.clock = Some(second);
        self
    }

    /// Starts.
    ///
    /// # Errors
    /// Fails when the port is taken, or the machine has no port or thread to give.
    pub async fn start(self) -> io::Result<Fake> {
        self.start_blocking()
    }

    /// The same, for tests without async.
    ///
    /// # Errors
    /// Fails as [`start`](Self::start) does.
    pub fn start_blocking(self) -> io::Result<Fake> {
        let contract = Contract::embedded().map_err(io::Error::other)?;
        let routes = Routes::new(contract).map_err(io::Error::other)?;
        let clock = self.clock.map_or_else(Clock::running, Clock::standing_at);
        let world = World::new(contract, clock, Tokens::new(self.key, self.secret));
        Fake::run(Core::new(contract, routes, world), self.address)
    }
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Builder").field("address", &self.address).finish_non_exhaustive()
    }
}
