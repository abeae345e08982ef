//! A small PortOne: it issues, shows, changes and closes virtual accounts, as the docs say.

mod ledger;
mod refusal;
mod routes;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use self::ledger::Ledger;
use crate::loopback::Loopback;

/// The key that the server knows.
pub const IMP_KEY: &str = "imp-key";
/// The secret that belongs to it.
pub const IMP_SECRET: &str = "imp-secret";
/// The merchant's only channel.
pub const CHANNEL_KEY: &str = "channel-key-1";

/// A server with virtual accounts; all of them are gone when it is dropped.
pub struct VirtualAccounts {
    loopback: Loopback,
    ledger: Arc<Mutex<Ledger>>,
}

impl VirtualAccounts {
    /// Starts without any account.
    ///
    /// # Errors
    /// Fails when the machine has no port to give.
    pub async fn start() -> io::Result<Self> {
        let ledger = Arc::<Mutex<Ledger>>::default();
        let loopback = Loopback::serve(routes::router(Arc::clone(&ledger))).await?;
        Ok(Self { loopback, ledger })
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        self.loopback.url()
    }

    /// Has the buyer pay into the account; without effect on an account that takes no deposit.
    pub fn deposit(&self, imp_uid: &str) {
        lock(&self.ledger).deposit(imp_uid);
    }
}

/// A test that panicked elsewhere leaves nothing half-written in here.
fn lock(ledger: &Mutex<Ledger>) -> MutexGuard<'_, Ledger> {
    ledger.lock().unwrap_or_else(PoisonError::into_inner)
}
