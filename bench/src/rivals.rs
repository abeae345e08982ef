//! The two clients that are compared, set up alike.

use portone_v1::Client;
use portone_v1::payments::GetPayment;
use portone_v1::types::Payment;

use crate::by_hand::{self, Caller};

/// Ours and the one by hand, each with a token and a connection.
#[derive(Clone)]
pub struct Rivals {
    /// This project's.
    pub client: Client,
    /// The one by hand.
    pub caller: Caller,
}

impl Rivals {
    /// Sets both up, and lets each make a call.
    pub async fn new(url: &str) -> Self {
        // Already there when this is not the first pair.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = Client::builder().keys("key", "secret").base_url(url);
        let client = builder.build().expect("the client is built");
        let rivals = Self { client, caller: Caller::new(url) };
        drop(rivals.ours("imp_1").await);
        drop(rivals.theirs("imp_1").await);
        rivals
    }

    /// Reads a payment with ours.
    pub async fn ours(&self, imp_uid: &str) -> Payment {
        let payment = self.client.payments().get(&GetPayment::new(imp_uid)).await;
        payment.expect("the server answers")
    }

    /// Reads a payment with the one by hand.
    pub async fn theirs(&self, imp_uid: &str) -> by_hand::Payment {
        self.caller.payment(imp_uid).await
    }
}
