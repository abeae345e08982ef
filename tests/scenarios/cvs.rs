//! Payments in convenience stores.

use portone_v1::cvs::{IssueCvsPayment, RevokeCvsPayment};
use portone_v1::types::PaymentStatus;
use portone_v1_fake::CHANNEL_KEY;

use crate::refusals::assert_against_the_rules;
use crate::shop::{DAY, Shop, won};

fn bar_code(shop: &Shop) -> IssueCvsPayment {
    IssueCvsPayment::new(CHANNEL_KEY, "order-1", 15_000).expired_at(shop.now() + DAY)
}

pub(crate) async fn paid_at_the_counter(shop: &Shop) {
    let cvs = shop.client.cvs();
    let issued = cvs.issue(&bar_code(shop).barcode("8801234567890")).await.unwrap();
    assert_eq!((issued.status, issued.amount), (PaymentStatus::Ready, won(15_000)));
    assert_eq!(issued.vbank_num.as_deref(), Some("8801234567890"));
    shop.portone.advance(DAY / 2);
    shop.portone.deposit(&issued.imp_uid).unwrap();
    let paid = shop.payment(&issued.imp_uid).await;
    assert_eq!((paid.status, paid.paid_at), (PaymentStatus::Paid, Some(shop.now())));
    assert_against_the_rules(cvs.issue(&bar_code(shop)).await);
    assert_against_the_rules(cvs.revoke(&RevokeCvsPayment::new(&issued.imp_uid)).await);
}

pub(crate) async fn a_bar_code_is_given_up(shop: &Shop) {
    let cvs = shop.client.cvs();
    let issued = cvs.issue(&bar_code(shop)).await.unwrap();
    let revoked = cvs.revoke(&RevokeCvsPayment::new(&issued.imp_uid)).await.unwrap();
    assert_ne!(revoked.status, PaymentStatus::Ready);
    assert_eq!(revoked.paid_at, None);
    shop.portone.deposit(&issued.imp_uid).unwrap_err();
    cvs.issue(&bar_code(shop)).await.unwrap();
}
