//! Sub-merchants.

use portone_v1::payments::GetPayment;
use portone_v1::prepare::{GetPreparedAmount, RegisterPreparedAmount};
use portone_v1::subscribe::PayOnce;
use portone_v1::tiers::{ChangeTier, DeleteTier, GetTier, RegisterTier};

use crate::refusals::{assert_not_found, assert_refused};
use crate::shop::{Shop, won};

fn sale() -> PayOnce {
    PayOnce::new("order-1", 9_900, "9410-0000-0000-0000", "2030-12")
        .birth("900101")
        .pwd_2digit("00")
}

pub(crate) async fn a_sub_merchant_sells_for_itself(shop: &Shop) {
    shop.portone.add_tier("001", "Branch").unwrap();
    let branch = shop.client.with_tier("001");
    let sold = branch.subscribe().pay_once(&sale()).await.unwrap();
    assert_eq!(shop.portone.calls("subscribe.pay_once")[0].header("tier"), Some("001"));
    let request = GetPayment::new(&sold.imp_uid);
    assert_eq!(branch.payments().get(&request).await.unwrap(), sold);
    assert_not_found(shop.client.payments().get(&request).await);
    // The same number is another order here.
    shop.client.subscribe().pay_once(&sale()).await.unwrap();

    branch.prepare().register(&RegisterPreparedAmount::new("order-2", 1_000)).await.unwrap();
    let request = GetPreparedAmount::new("order-2");
    assert_eq!(branch.prepare().get(&request).await.unwrap().amount, Some(won(1_000)));
    assert_not_found(shop.client.prepare().get(&request).await);
}

pub(crate) async fn sub_merchants_come_and_go(shop: &Shop) {
    let tiers = shop.client.tiers();
    let registered = tiers.register(&RegisterTier::new("ABC", "Branch")).await.unwrap();
    assert_eq!(
        (registered.tier_code.as_str(), registered.tier_name.as_deref()),
        ("ABC", Some("Branch"))
    );
    assert!(tiers.register(&RegisterTier::new("ABC", "Other")).await.is_err());
    let changed = tiers.change(&ChangeTier::new("ABC", "Harbour")).await.unwrap();
    assert_eq!(changed.tier_name.as_deref(), Some("Harbour"));
    assert_eq!(tiers.get(&GetTier::new("ABC")).await.unwrap(), changed);
    shop.client.with_tier("ABC").subscribe().pay_once(&sale()).await.unwrap();

    assert_eq!(tiers.delete(&DeleteTier::new("ABC")).await.unwrap(), changed);
    assert_not_found(tiers.get(&GetTier::new("ABC")).await);
    let closed = shop.client.with_tier("ABC").subscribe().pay_once(&sale()).await;
    assert_refused(closed, 400, -1);
}
