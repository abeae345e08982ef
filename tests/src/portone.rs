//! A small PortOne that remembers: payments and refunds, virtual accounts, billing keys and charges
//! scheduled for them, each as far as the examples and their tests go.

mod answer;
mod billing_keys;
mod books;
mod due;
mod gate;
mod notify;
mod payments;
mod refunds;
mod schedules;
mod vbanks;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use portone_v1::Client;
use serde_json::json;

use self::books::{Books, now};
pub use self::notify::{Format, NotifyError, forge};
use crate::loopback::Loopback;

/// The key that the server knows.
pub const IMP_KEY: &str = "imp-key";
/// The secret that belongs to it.
pub const IMP_SECRET: &str = "imp-secret";
/// The merchant's only channel.
pub const CHANNEL_KEY: &str = "channel-key-1";

type Shared = Arc<Mutex<Books>>;

/// A server of one merchant. It forgets everything when it is dropped.
///
/// Beside what a client asks of it, here is what buyers, time and the network do.
pub struct PortOne {
    loopback: Loopback,
    books: Shared,
}

impl PortOne {
    /// Starts without any payment.
    ///
    /// # Errors
    /// Fails when the machine has no port to give.
    pub async fn start() -> io::Result<Self> {
        let books = Shared::default();
        let loopback = Loopback::serve(gate::router(Arc::clone(&books))).await?;
        Ok(Self { loopback, books })
    }

    /// A client with the right keys. It never leaves this machine, whatever the environment says.
    ///
    /// # Errors
    /// Fails as [`build`](portone_v1::ClientBuilder::build) does.
    pub fn client(&self) -> Result<Client, portone_v1::Error> {
        Client::builder().base_url(self.url()).keys(IMP_KEY, IMP_SECRET).build()
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        self.loopback.url()
    }

    /// Has a buyer pay in the browser, at this gateway; returns the `imp_uid`.
    pub fn pay(&self, gateway: &str, merchant_uid: &str, amount: i64) -> String {
        let fields = json!({
            "pg_provider": gateway, "pay_method": "card", "merchant_uid": merchant_uid,
            "amount": amount, "status": "paid", "paid_at": now(),
        });
        lock(&self.books).enter(&fields)
    }

    /// Has a buyer try to pay in the browser and fail; returns the `imp_uid`.
    pub fn fail(&self, gateway: &str, merchant_uid: &str, amount: i64) -> String {
        let fields = json!({
            "pg_provider": gateway, "pay_method": "card", "merchant_uid": merchant_uid,
            "amount": amount, "status": "failed", "failed_at": now(), "fail_reason": "한도초과",
        });
        lock(&self.books).enter(&fields)
    }

    /// Has the buyer pay into the account; without effect on an account that takes no deposit.
    pub fn deposit(&self, imp_uid: &str) {
        lock(&self.books).deposit(imp_uid);
    }

    /// Lets the time come for a charge that was scheduled; without effect on any other.
    pub fn run_schedule(&self, merchant_uid: &str) {
        lock(&self.books).run_schedule(merchant_uid);
    }

    /// Carries out the next call that changes something, and breaks the connection in its answer.
    pub fn lose_next_answer(&self) {
        lock(&self.books).lose_next_answer = true;
    }

    /// Tells the merchant's server at `url` about a payment; returns the HTTP status of its answer.
    ///
    /// # Errors
    /// Fails when there is no such payment, or nobody answers.
    pub async fn notify(
        &self,
        url: &str,
        imp_uid: &str,
        format: Format,
    ) -> Result<u16, NotifyError> {
        let notification = lock(&self.books).notification(imp_uid)?;
        notify::send(url, &notification, format).await
    }
}

/// A test that panicked elsewhere leaves nothing half-written in here.
fn lock(books: &Mutex<Books>) -> MutexGuard<'_, Books> {
    books.lock().unwrap_or_else(PoisonError::into_inner)
}
