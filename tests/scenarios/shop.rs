//! A shop: its client and the fake server.

use std::collections::BTreeSet;
use std::time::Duration;

use portone_v1::payments::GetPayment;
use portone_v1::types::Payment;
use portone_v1::{Client, Decimal, Timestamp};
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET, LoggedRequest};

pub(crate) const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// When every shop opens.
const OPENING: u64 = 1_700_000_000;

/// A shop that has sold nothing yet.
pub(crate) struct Shop {
    pub(crate) client: Client,
    pub(crate) portone: Fake,
}

impl Shop {
    pub(crate) fn open() -> Self {
        let portone = Fake::builder().clock_at(OPENING).start_blocking().unwrap();
        let client = Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET);
        Self { client: client.build().unwrap(), portone }
    }

    /// Runs a scenario in a shop of its own, and returns the operations that succeeded.
    pub(crate) async fn run(scenario: impl AsyncFnOnce(&Self)) -> BTreeSet<&'static str> {
        let shop = Self::open();
        scenario(&shop).await;
        shop.succeeded()
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_second(self.portone.now()).unwrap()
    }

    pub(crate) async fn payment(&self, imp_uid: &str) -> Payment {
        self.client.payments().get(&GetPayment::new(imp_uid)).await.unwrap()
    }

    /// The operations that were called and succeeded.
    fn succeeded(&self) -> BTreeSet<&'static str> {
        let names = self.portone.operations().into_iter().map(|operation| operation.name);
        names.filter(|name| self.portone.calls(name).iter().any(|call| is_success(call))).collect()
    }
}

fn is_success(call: &LoggedRequest) -> bool {
    matches!(call.status(), Some(200 | 207)) && call.code() == Some(0)
}

/// So many won.
pub(crate) fn won(amount: i64) -> Decimal {
    amount.into()
}
