//! The example does what it says.

use portone_v1::Client;
use portone_v1::payments::GetPayment;
use portone_v1::types::PaymentStatus;
use portone_v1_tests::virtual_accounts::{IMP_KEY, IMP_SECRET, VirtualAccounts};

use crate::fixture::decimal;

#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../examples/vbank.rs"]
mod vbank;

#[tokio::test]
async fn the_shop_revokes_what_it_issued_and_changed() {
    let server = VirtualAccounts::start().await.unwrap();
    let client = Client::builder().base_url(server.url()).keys(IMP_KEY, IMP_SECRET);
    let client = client.build().unwrap();
    vbank::sell(&client).await.unwrap();
    let payment = client.payments().get(&GetPayment::new("imp_000000000001")).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Cancelled);
    assert_eq!((&*payment.merchant_uid, payment.amount), ("order-1", decimal("15000")));
}
