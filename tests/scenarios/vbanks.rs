//! Virtual accounts.

use portone_v1::codes::{Bank, Gateway};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::types::{PayMethod, PaymentStatus};
use portone_v1::vbanks::{ChangeVbank, FindVbankHolder, IssueVbank, RevokeVbank};
use portone_v1_fake::CHANNEL_KEY;

use crate::refusals::{assert_not_found, assert_refused};
use crate::shop::{DAY, Shop, won};

fn account(shop: &Shop, channel_key: &str) -> IssueVbank {
    let bank = Bank::Shinhan.at(&Gateway::Settle).unwrap();
    IssueVbank::new(channel_key, "order-1", 30_000, bank, shop.now() + DAY)
        .vbank_holder("Shop")
        .name("Umbrella")
        .buyer_name("성춘향")
}

pub(crate) async fn a_deposit_pays(shop: &Shop) {
    let vbanks = shop.client.vbanks();
    let issued = vbanks.issue(&account(shop, CHANNEL_KEY)).await.unwrap();
    assert_eq!((&issued.status, issued.paid_at), (&PaymentStatus::Ready, None));
    assert_eq!(issued.pay_method, Some(PayMethod::Vbank));
    assert_eq!(
        (&issued.vbank_code, issued.vbank_date),
        (&Some(Bank::Shinhan), Some(shop.now() + DAY))
    );
    assert!(issued.vbank_num.is_some_and(|number| !number.is_empty()));

    let request = ChangeVbank::new(&issued.imp_uid).amount(27_000).vbank_due(shop.now() + 3 * DAY);
    let changed = vbanks.change(&request).await.unwrap();
    assert_eq!((changed.amount, changed.vbank_date), (won(27_000), Some(shop.now() + 3 * DAY)));
    shop.portone.advance(2 * DAY);
    shop.portone.deposit(&issued.imp_uid).unwrap();
    let paid = shop.payment(&issued.imp_uid).await;
    assert_eq!((paid.status, paid.amount), (PaymentStatus::Paid, won(27_000)));
    assert_eq!(paid.paid_at, Some(shop.now()));
    assert_refused(vbanks.change(&request).await, 400, -1);
}

pub(crate) async fn a_deposit_goes_back_to_an_account(shop: &Shop) {
    let issued = shop.client.vbanks().issue(&account(shop, CHANNEL_KEY)).await.unwrap();
    shop.portone.deposit(&issued.imp_uid).unwrap();
    let refund = CancelPayment::new(CancelAmount::partial(10_000), Checksum::expect(30_000));
    let refund = refund.imp_uid(&issued.imp_uid);
    let payments = shop.client.payments();
    assert_refused(payments.cancel(&refund).await, 400, -1);
    let refund = refund
        .refund_holder("성춘향")
        .refund_bank(Bank::Shinhan.at(&Gateway::Settle).unwrap())
        .refund_account("110123456789")
        .refund_tel("01012345678");
    let refunded = payments.cancel(&refund).await.unwrap();
    assert_eq!((refunded.status, refunded.cancel_amount), (PaymentStatus::Paid, won(10_000)));
}

pub(crate) async fn an_account_is_given_up(shop: &Shop) {
    let vbanks = shop.client.vbanks();
    let issued = vbanks.issue(&account(shop, "channel-key-nice")).await.unwrap();
    let revoke = RevokeVbank::new(&issued.imp_uid);
    let revoked = vbanks.revoke(&revoke).await.unwrap();
    assert_ne!(revoked.status, PaymentStatus::Ready);
    assert_eq!(revoked.paid_at, None);
    shop.portone.deposit(&issued.imp_uid).unwrap_err();
    assert_refused(vbanks.revoke(&revoke).await, 400, -1);
    assert_eq!(shop.payment(&issued.imp_uid).await.status, revoked.status);
}

pub(crate) async fn the_holder_of_an_account(shop: &Shop) {
    let vbanks = shop.client.vbanks();
    let request = FindVbankHolder::new(Bank::Shinhan, "110-123-456789");
    assert_eq!(vbanks.find_holder(&request).await.unwrap().bank_holder, "홍길동");
    assert_not_found(vbanks.find_holder(&FindVbankHolder::new(Bank::Shinhan, "1")).await);
}
