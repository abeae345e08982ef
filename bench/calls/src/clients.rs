//! The two clients that are compared, with the same setup.

use portone_v1::Client;
use portone_v1::payments::GetPayment;
use portone_v1::types::Payment;

use crate::bodies::IMP_UID;
use crate::by_hand::{self, Caller};

/// The generated client and the one written by hand, each with a token and a connection.
#[derive(Clone)]
pub struct Clients {
    /// The generated client.
    pub client: Client,
    /// The client written by hand.
    pub caller: Caller,
}

impl Clients {
    /// Creates both, and makes a call with each.
    pub async fn new(url: &str) -> Self {
        let builder = Client::builder().credentials("key", "secret").base_url(url);
        let client = builder.build().expect("the client is built");
        let clients = Self { client, caller: Caller::new(url) };
        drop(clients.ours(IMP_UID).await);
        drop(clients.theirs(IMP_UID).await);
        clients
    }

    /// Reads a payment with the generated client.
    pub async fn ours(&self, imp_uid: &str) -> Payment {
        let payment = self.client.payments().get(&GetPayment::new(imp_uid)).await;
        payment.expect("the server answers")
    }

    /// Reads a payment with the client written by hand.
    pub async fn theirs(&self, imp_uid: &str) -> by_hand::Payment {
        self.caller.payment(imp_uid).await
    }
}
