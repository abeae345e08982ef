//! The clients that are compared, with the same setup.

use portone_v1::Client;
use portone_v1::payments::GetPayment;
use portone_v1::types::Payment;
use tokio::runtime::Handle;

use crate::bodies::IMP_UID;
use crate::by_hand::{self, Caller};

/// The generated client, twice, and the one written by hand, each with a token and a connection.
#[derive(Clone)]
pub struct Clients {
    /// The generated client as it is by default, with a thread for its connections.
    pub client: Client,
    /// The generated client with its connections on the runtime of the calls.
    pub on_runtime: Client,
    /// The client written by hand.
    pub caller: Caller,
}

impl Clients {
    /// Creates them, and makes a call with each.
    pub async fn new(url: &str) -> Self {
        let builder = || Client::builder().credentials("key", "secret").base_url(url);
        let on_runtime = builder().runtime(Handle::current()).build();
        let clients = Self {
            client: builder().build().expect("the client is built"),
            on_runtime: on_runtime.expect("the client is built"),
            caller: Caller::new(url),
        };
        drop(clients.ours(IMP_UID).await);
        drop(clients.ours_on_runtime(IMP_UID).await);
        drop(clients.theirs(IMP_UID).await);
        clients
    }

    /// Reads a payment with the generated client.
    pub async fn ours(&self, imp_uid: &str) -> Payment {
        get(&self.client, imp_uid).await
    }

    /// Reads a payment with the generated client on the runtime of the calls.
    pub async fn ours_on_runtime(&self, imp_uid: &str) -> Payment {
        get(&self.on_runtime, imp_uid).await
    }

    /// Reads a payment with the client written by hand.
    pub async fn theirs(&self, imp_uid: &str) -> by_hand::Payment {
        self.caller.payment(imp_uid).await
    }
}

async fn get(client: &Client, imp_uid: &str) -> Payment {
    let payment = client.payments().get(&GetPayment::new(imp_uid)).await;
    payment.expect("the server answers")
}
