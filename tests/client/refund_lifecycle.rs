//! Refunds, on the fake server.

use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::types::{Payment, PaymentStatus};
use portone_v1::{Client, Error};
use portone_v1_fake::{Buyer, Fake};

use crate::fixture::fake;

/// A payment of 30,000 won.
async fn shop() -> (Client, Fake, String) {
    let (client, fake) = fake().await;
    let imp_uid = fake.pay(Buyer::new("order-1", 30_000)).unwrap();
    (client, fake, imp_uid)
}

async fn refund(
    client: &Client,
    imp_uid: &str,
    amount: CancelAmount,
    checksum: Checksum,
) -> Result<Payment, Error> {
    let request = CancelPayment::new(amount, checksum).imp_uid(imp_uid).reason("too many");
    client.payments().cancel(&request).await
}

#[track_caller]
fn assert_refused(result: Result<Payment, Error>) {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
    assert_eq!((error.status(), error.code()), (Some(200), Some(1)));
}

#[tokio::test]
async fn partial_refunds_until_the_balance_is_zero() {
    let (client, _server, imp_uid) = shop().await;
    let part = CancelAmount::partial(10_000);
    let payment = refund(&client, &imp_uid, part, Checksum::expect(30_000)).await.unwrap();
    assert_eq!((payment.cancel_amount, payment.status), (10_000.into(), PaymentStatus::Paid));
    let payment =
        refund(&client, &imp_uid, CancelAmount::Full, Checksum::expect(20_000)).await.unwrap();
    assert_eq!((payment.cancel_amount, payment.status), (30_000.into(), PaymentStatus::Cancelled));
    let amounts: Vec<_> = payment.cancel_history.iter().map(|refund| refund.amount).collect();
    assert_eq!(amounts, [10_000.into(), 20_000.into()]);
    assert_refused(refund(&client, &imp_uid, CancelAmount::Full, Checksum::Unchecked).await);
}

#[tokio::test]
async fn a_refund_needs_the_right_checksum_and_balance() {
    let (client, _server, imp_uid) = shop().await;
    let part = CancelAmount::partial(10_000);
    assert_refused(refund(&client, &imp_uid, part, Checksum::expect(20_000)).await);
    let more = CancelAmount::partial(30_001);
    assert_refused(refund(&client, &imp_uid, more, Checksum::expect(30_000)).await);
    let all = refund(&client, &imp_uid, CancelAmount::Full, Checksum::expect(30_000)).await;
    assert_eq!(all.unwrap().cancel_amount, 30_000.into());
}
