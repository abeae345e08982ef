//! Amounts that are registered before the payment.

use portone_v1::prepare::{ChangePreparedAmount, GetPreparedAmount, RegisterPreparedAmount};
use portone_v1_fake::Buyer;

use crate::refusals::{assert_against_the_rules, assert_not_found};
use crate::shop::{Shop, won};

pub(crate) async fn a_prepared_amount_is_enforced(shop: &Shop) {
    let prepare = shop.client.prepare();
    assert_not_found(prepare.get(&GetPreparedAmount::new("order-1")).await);
    let request = RegisterPreparedAmount::new("order-1", 30_000);
    let agreed = prepare.register(&request).await.unwrap();
    assert_eq!((agreed.amount, agreed.currency.as_deref()), (Some(won(30_000)), Some("KRW")));
    assert_against_the_rules(prepare.register(&request).await);

    let cheat = shop.portone.pay(Buyer::new("order-1", 100)).unwrap_err();
    assert!(cheat.to_string().contains("30000"), "{cheat}");
    let request = ChangePreparedAmount::new("order-1", 27_000);
    assert_eq!(prepare.change(&request).await.unwrap().amount, Some(won(27_000)));
    let known = prepare.get(&GetPreparedAmount::new("order-1")).await.unwrap();
    assert_eq!((known.merchant_uid.as_deref(), known.amount), (Some("order-1"), Some(won(27_000))));
    shop.portone.pay(Buyer::new("order-1", 30_000)).unwrap_err();
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 27_000)).unwrap();
    assert_eq!(shop.payment(&imp_uid).await.amount, won(27_000));
}
