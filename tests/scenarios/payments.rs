//! Card payments and refunds.

use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPaymentBalance};
use portone_v1::types::{Payment, PaymentStatus};
use portone_v1::{Decimal, Error};
use portone_v1_fake::Buyer;

use crate::refusals::assert_against_the_rules;
use crate::shop::{DAY, Shop, won};

async fn refund(shop: &Shop, imp_uid: &str, amount: i64, left: i64) -> Result<Payment, Error> {
    let refund = CancelPayment::new(CancelAmount::partial(amount), Checksum::expect(left));
    shop.client.payments().cancel(&refund.imp_uid(imp_uid).reason("too small")).await
}

fn money(payment: &Payment) -> (PaymentStatus, Decimal, Decimal) {
    (payment.status.clone(), payment.amount, payment.cancel_amount)
}

pub(crate) async fn a_payment_is_refunded_in_parts(shop: &Shop) {
    let buyer = Buyer::new("order-1", 30_000).with("buyer_name", "성춘향");
    let imp_uid = shop.portone.pay(buyer).unwrap();
    let sold = shop.payment(&imp_uid).await;
    assert_eq!(money(&sold), (PaymentStatus::Paid, won(30_000), won(0)));
    assert_eq!((sold.merchant_uid.as_str(), sold.paid_at), ("order-1", Some(shop.now())));
    assert_eq!((sold.buyer_name.as_deref(), sold.cancelled_at), (Some("성춘향"), None));

    shop.portone.advance(DAY);
    let refunded = refund(shop, &imp_uid, 10_000, 30_000).await.unwrap();
    assert_eq!(money(&refunded), (PaymentStatus::Paid, won(30_000), won(10_000)));
    assert_eq!(refunded.cancel_history.len(), 1);
    let part = &refunded.cancel_history[0];
    assert_eq!((part.amount, part.cancelled_at), (won(10_000), Some(shop.now())));
    assert_eq!(part.reason.as_deref(), Some("too small"));
    assert_eq!(shop.payment(&imp_uid).await, refunded);

    let rest = CancelPayment::new(CancelAmount::Full, Checksum::expect(20_000));
    let gone = shop.client.payments().cancel(&rest.merchant_uid("order-1")).await.unwrap();
    assert_eq!(money(&gone), (PaymentStatus::Cancelled, won(30_000), won(30_000)));
    assert_eq!(gone.cancel_history.iter().map(|part| part.amount).sum::<Decimal>(), won(30_000));
    let again = CancelPayment::new(CancelAmount::Full, Checksum::Unchecked).imp_uid(&imp_uid);
    assert_against_the_rules(shop.client.payments().cancel(&again).await);
    assert_against_the_rules(refund(shop, "imp_0", 1, 1).await);
}

pub(crate) async fn a_refund_with_a_wrong_checksum_is_rejected(shop: &Shop) {
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 30_000)).unwrap();
    refund(shop, &imp_uid, 10_000, 30_000).await.unwrap();
    assert_against_the_rules(refund(shop, &imp_uid, 10_000, 30_000).await);
    assert_against_the_rules(refund(shop, &imp_uid, 20_001, 20_000).await);
    assert_eq!(shop.payment(&imp_uid).await.cancel_amount, won(10_000));
    refund(shop, &imp_uid, 20_000, 20_000).await.unwrap();
    assert_eq!(shop.payment(&imp_uid).await.status, PaymentStatus::Cancelled);
}

/// Which only Payco tells.
pub(crate) async fn the_balance_history_is_kept(shop: &Shop) {
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 11_000).at("payco")).unwrap();
    refund(shop, &imp_uid, 5_500, 11_000).await.unwrap();
    let request = GetPaymentBalance::new(&imp_uid);
    let balance = shop.client.payments().balance(&request).await.unwrap();
    assert_eq!(balance.amount, won(5_500));
    let primary = balance.primary.unwrap();
    assert_eq!((primary.supply, primary.vat), (won(5_000), won(500)));
    assert_eq!(balance.histories.len(), 1);
    let before = &balance.histories[0];
    let primary = before.primary.as_ref().unwrap();
    assert_eq!((primary.supply, primary.vat), (won(10_000), won(1_000)));
    assert_eq!(before.created, Some(shop.now()));
}
