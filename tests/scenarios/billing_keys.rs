//! Billing keys.

use portone_v1::billing_keys::{
    BillingKey, DeleteBillingKey, GetBillingKey, IssueBillingKey, ListBillingKeyPayments,
    ListBillingKeys,
};
use portone_v1::codes::Gateway;
use portone_v1::subscribe::PayAgain;
use portone_v1_fake::{CHANNEL_KEY, Decline};

use crate::refusals::{assert_against_the_rules, assert_refused};
use crate::shop::{DAY, Shop};

pub(crate) fn card(customer_uid: &str) -> IssueBillingKey {
    IssueBillingKey::new(customer_uid, CHANNEL_KEY, "9410-0000-0000-0000", "2030-12")
        .birth("900101")
        .pwd_2digit("00")
}

fn name_of(key: &BillingKey) -> &str {
    match key {
        BillingKey::Single(key) => &key.customer_uid,
        BillingKey::Super(key) => &key.customer_uid,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn cards_are_kept_and_forgotten(shop: &Shop) {
    let keys = shop.client.billing_keys();
    let issued = keys.issue(&card("card-1").customer_name("성춘향")).await.unwrap();
    let BillingKey::Single(issued) = issued else { panic!("{issued:?}") };
    assert_eq!((issued.customer_uid.as_str(), issued.inserted), ("card-1", Some(shop.now())));
    assert_eq!(issued.customer_name.as_deref(), Some("성춘향"));
    assert_eq!(issued.pg_provider, Some(Gateway::Nice));
    let known = keys.get(&GetBillingKey::new("card-1")).await.unwrap();
    assert_eq!(known, BillingKey::Single(issued));

    shop.portone.add_billing_key("card-2", "kakaopay").unwrap();
    let some = keys.list(&ListBillingKeys::new(["card-1", "card-2", "card-3"])).await.unwrap();
    let names: Vec<_> = some.items.iter().map(name_of).collect();
    assert_eq!((names, some.complete), (vec!["card-1", "card-2"], false));
    assert!(some.failed[0].contains("card-3"), "{:?}", some.failed);

    for number in 1..=22 {
        let charge = PayAgain::new("card-1", format!("order-{number}"), 9_900, "Newspaper");
        shop.client.subscribe().pay_again(&charge).await.unwrap();
    }
    let request = ListBillingKeyPayments::new("card-1");
    let page = keys.payments(&request).await.unwrap();
    assert_eq!((page.total, page.list[0].merchant_uid.as_str()), (Some(22), "order-22"));
    let mut items = keys.payments_items(&request);
    let mut last = None;
    while let Some(payment) = items.next().await {
        last = Some(payment.unwrap().merchant_uid);
    }
    assert_eq!(last.as_deref(), Some("order-1"), "it is on the second page");

    shop.portone.advance(DAY);
    let deleted = keys.delete(&DeleteBillingKey::new("card-1").reason("lost")).await.unwrap();
    assert_eq!(deleted, known);
    assert_against_the_rules(keys.get(&GetBillingKey::new("card-1")).await);
    let charge = PayAgain::new("card-1", "order-23", 9_900, "Newspaper");
    assert_against_the_rules(shop.client.subscribe().pay_again(&charge).await);
}

pub(crate) async fn a_declined_card_is_not_kept(shop: &Shop) {
    let keys = shop.client.billing_keys();
    shop.portone.decline(Decline::next("유효하지 않은 카드").of_billing_key("card-1"));
    let error = keys.issue(&card("card-1")).await.unwrap_err();
    assert!(error.to_string().contains("F112"), "{error}");
    assert_refused(Err::<(), _>(error), 200, -1);
    assert_against_the_rules(keys.get(&GetBillingKey::new("card-1")).await);
    keys.issue(&card("card-1")).await.unwrap();
}

pub(crate) async fn a_key_for_several_gateways(shop: &Shop) {
    shop.portone.add_channel_group("group-1", &["nice", "kcp"]).unwrap();
    shop.portone.decline(Decline::next("점검 중"));
    let request = card("card-1").channel_group_id("group-1");
    let key = shop.client.billing_keys().issue(&request).await.unwrap();
    let BillingKey::Super(key) = key else { panic!("{key:?}") };
    assert_eq!(key.channel_group_id.as_deref(), Some("group-1"));
    assert_eq!(key.succeeded_channels.len(), 1);
    assert_eq!(key.succeeded_channels[0].pg_provider, Some(Gateway::Kcp));
    assert_eq!(key.failed_channels.len(), 1);
    assert_eq!(key.failed_channels[0].pg_provider, Some(Gateway::Nice));
    let message = key.failed_channels[0].message.as_deref().unwrap();
    assert!(message.contains("점검 중"), "{key:?}");
    let charge = PayAgain::new("card-1", "order-1", 9_900, "Newspaper");
    let paid = shop.client.subscribe().pay_again(&charge).await.unwrap();
    assert_eq!(paid.pg_provider, Some(Gateway::Kcp));
}
