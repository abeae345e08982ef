//! KCP QuickPay.

use portone_v1::kcp_quick::{
    ChangeKcpQuickTransaction, DeleteKcpQuickAutopayKey, DeleteKcpQuickMember,
    KcpQuickFidoRejection, KcpQuickPrepaidAuth, PayWithKcpQuickAutopayKey, PayWithKcpQuickMoney,
    PrepareKcpQuickTransaction, ReleaseKcpQuickFido,
};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::types::PaymentStatus;
use portone_v1_fake::{CHANNEL_KEY, KcpMember};

use crate::refusals::{assert_against_the_rules, assert_not_found, assert_refused};
use crate::shop::{Shop, won};

fn registered(order: &str, amount: i64) -> PrepareKcpQuickTransaction {
    PrepareKcpQuickTransaction::new(order, "btid-1", "192.0.2.1", "verifier")
        .prepaid_auth_yn(KcpQuickPrepaidAuth::Yes)
        .prepaid_amount(amount)
}

fn with_money(order: &str, amount: i64, imp_uid: &str) -> PayWithKcpQuickMoney {
    PayWithKcpQuickMoney::new("member-1", CHANNEL_KEY, order, "Umbrella", amount, imp_uid)
}

pub(crate) async fn money_is_taken_after_the_pin(shop: &Shop) {
    let quick = shop.client.kcp_quick();
    shop.portone.add_kcp_member(KcpMember::new("member-1").with_money(5_000));
    quick.prepare(&registered("order-1", 3_000)).await.unwrap();
    assert_refused(quick.prepare(&registered("order-1", 3_000)).await, 409, -1);
    let changed = ChangeKcpQuickTransaction::new("order-1", "btid-1", "192.0.2.1", "verifier")
        .prepaid_auth_yn(KcpQuickPrepaidAuth::Yes)
        .prepaid_amount(4_000);
    quick.change(&changed).await.unwrap();

    let imp_uid = shop.portone.confirm_kcp_pin("member-1", "order-1").unwrap();
    assert_against_the_rules(quick.pay_with_money(&with_money("order-1", 3_000, &imp_uid)).await);
    let paid = quick.pay_with_money(&with_money("order-1", 4_000, &imp_uid)).await.unwrap();
    assert_eq!((paid.status, paid.amount), (PaymentStatus::Paid, won(4_000)));
    assert_eq!((paid.imp_uid, paid.name.as_deref()), (imp_uid.clone(), Some("Umbrella")));

    quick.prepare(&registered("order-2", 4_000)).await.unwrap();
    let second = shop.portone.confirm_kcp_pin("member-1", "order-2").unwrap();
    let too_much = quick.pay_with_money(&with_money("order-2", 4_000, &second)).await.unwrap();
    assert_eq!(too_much.status, PaymentStatus::Failed, "there are only 1,000 won left");

    let refund = CancelPayment::new(CancelAmount::Full, Checksum::expect(4_000)).imp_uid(&imp_uid);
    shop.client.payments().cancel(&refund).await.unwrap();
    let third = shop.portone.confirm_kcp_pin("member-1", "order-2").unwrap();
    let paid = quick.pay_with_money(&with_money("order-2", 4_000, &third)).await.unwrap();
    assert_eq!(paid.status, PaymentStatus::Paid);
}

pub(crate) async fn a_key_is_charged_and_deleted(shop: &Shop) {
    let quick = shop.client.kcp_quick();
    shop.portone.add_billing_key("key-1", "kcp_quick").unwrap();
    let charge =
        |order: &str| PayWithKcpQuickAutopayKey::new("key-1", order, "Newspaper", "성춘향", 9_900);
    let paid = quick.pay_with_autopay_key(&charge("order-1")).await.unwrap();
    assert_eq!((paid.status, paid.amount), (PaymentStatus::Paid, won(9_900)));
    assert_eq!(paid.customer_uid.as_deref(), Some("key-1"));
    let deleted = quick.delete_autopay_key(&DeleteKcpQuickAutopayKey::new("key-1")).await.unwrap();
    assert_eq!(deleted.customer_uid.as_deref(), Some("key-1"));
    assert_against_the_rules(quick.pay_with_autopay_key(&charge("order-2")).await);
}

pub(crate) async fn a_member_leaves(shop: &Shop) {
    let quick = shop.client.kcp_quick();
    let member = KcpMember::new("member-1").with_fido().registered_under("T0000", "01", "02");
    shop.portone.add_kcp_member(member);
    let release = ReleaseKcpQuickFido::new("member-1", CHANNEL_KEY);
    let released = quick.release_fido(&release).await.unwrap();
    assert_eq!(released.member_id.as_deref(), Some("member-1"));
    let again = quick.release_fido(&release).await;
    let refused = KcpQuickFidoRejection::of(again.as_ref().unwrap_err()).unwrap();
    assert_eq!(refused.code.as_deref(), Some("C210"));
    assert_against_the_rules(again);

    let elsewhere = DeleteKcpQuickMember::new("member-1", "T9999", "01", "02");
    assert_not_found(quick.delete_member(&elsewhere).await);
    let here = DeleteKcpQuickMember::new("member-1", "T0000", "01", "02");
    assert_eq!(quick.delete_member(&here).await.unwrap().member_id, "member-1");
    assert_not_found(quick.delete_member(&here).await);
}
