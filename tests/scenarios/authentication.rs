//! Access tokens.

use std::time::Duration;

use portone_v1::authentication::{AccessToken, GetToken};
use portone_v1_fake::{Buyer, IMP_KEY, IMP_SECRET};

use crate::refusals::assert_refused;
use crate::shop::Shop;

async fn token(shop: &Shop) -> AccessToken {
    let keys = GetToken::new(IMP_KEY, IMP_SECRET);
    shop.client.authentication().get_token(&keys).await.unwrap()
}

pub(crate) async fn a_token_is_extended_in_its_last_minute(shop: &Shop) {
    let first = token(shop).await;
    assert_eq!(first.now, shop.now());
    assert_eq!(first.expired_at, first.now + Duration::from_secs(1_800));
    assert_eq!(token(shop).await, first);
    shop.portone.advance(Duration::from_secs(1_740));
    assert_eq!(token(shop).await.expired_at, first.expired_at);
    shop.portone.advance(Duration::from_secs(1));
    let longer = token(shop).await;
    assert_eq!(longer.access_token, first.access_token);
    assert_eq!(longer.expired_at, first.expired_at + Duration::from_secs(300));
}

pub(crate) async fn an_expired_token_is_replaced(shop: &Shop) {
    let first = token(shop).await;
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 1_000)).unwrap();
    shop.payment(&imp_uid).await;
    shop.portone.advance(Duration::from_secs(1_800));
    assert_ne!(token(shop).await.access_token, first.access_token);
    // The client has the one that ended, finds out, and asks again.
    assert_eq!(shop.payment(&imp_uid).await.imp_uid, imp_uid);
    let calls = shop.portone.calls("payments.get");
    let statuses: Vec<_> = calls.iter().map(|call| call.status()).collect();
    assert_eq!(statuses, [Some(200), Some(401), Some(200)]);

    let wrong = GetToken::new(IMP_KEY, "guess");
    assert_refused(shop.client.authentication().get_token(&wrong).await, 401, -1);
}
