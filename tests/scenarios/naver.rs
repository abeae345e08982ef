//! Naver Pay orders, from the cart to the delivery.

use portone_v1::naver::{
    AccrueNaverPoints, ApproveNaverCancel, ConfirmNaverPayment, GetNaverCashAmount,
    GetNaverReviews, NaverClaimStatus, NaverProductOrderStatus, NaverReviewType, PlaceNaverOrders,
    ProductOrders,
};
use portone_v1::types::PaymentStatus;
use portone_v1_fake::{Buyer, NaverReview, NaverStep};

use crate::naver_cart::{Cart, all_of};
use crate::refusals::assert_not_found;
use crate::shop::{DAY, Shop, won};

pub(crate) async fn an_order_is_shipped_and_confirmed(shop: &Shop) {
    let cart = Cart::of(shop, 2).await;
    assert_eq!(cart.ship(ProductOrders::All).await.unwrap_err().status(), Some(500));
    let place = PlaceNaverOrders::new(&cart.imp_uid, ProductOrders::All);
    assert_eq!(all_of(shop.client.naver().place(&place).await).len(), 2);
    let sent = all_of(cart.ship(ProductOrders::All).await);
    let statuses: Vec<_> = sent.into_iter().map(|order| order.product_order_status).collect();
    assert_eq!(
        statuses,
        [NaverProductOrderStatus::Delivering, NaverProductOrderStatus::Delivering]
    );
    cart.step(NaverStep::Deliver);
    cart.step(NaverStep::Decide);
    assert_eq!(cart.first().await, (NaverProductOrderStatus::PurchaseDecided, None));
    assert_eq!(cart.refunded().await, won(0));
}

pub(crate) async fn a_part_of_the_cart_is_cancelled(shop: &Shop) {
    let cart = Cart::of(shop, 3).await;
    let gone = all_of(cart.cancel(ProductOrders::only([&cart.ids[0]])).await);
    assert_eq!(gone.len(), 1);
    let done = (NaverProductOrderStatus::Canceled, Some(NaverClaimStatus::CancelDone));
    assert_eq!(cart.first().await, done);
    let payment = shop.payment(&cart.imp_uid).await;
    assert_eq!((payment.status, payment.cancel_amount), (PaymentStatus::Paid, won(1_000)));

    let rest = [cart.ids[1].as_str(), &cart.ids[2]];
    shop.portone.naver_step(&cart.imp_uid, NaverStep::Place, &rest).unwrap();
    shop.portone.naver_step(&cart.imp_uid, NaverStep::RequestCancel, &rest).unwrap();
    assert_eq!(cart.refunded().await, won(1_000));
    let approve = ApproveNaverCancel::new(&cart.imp_uid, ProductOrders::only(rest));
    assert_eq!(all_of(shop.client.naver().approve_cancel(&approve).await).len(), 2);
    let payment = shop.payment(&cart.imp_uid).await;
    assert_eq!((payment.status, payment.cancel_amount), (PaymentStatus::Cancelled, won(3_000)));
}

/// Which a program must not take for a success of all.
pub(crate) async fn invalid_transitions_are_rejected(shop: &Shop) {
    let cart = Cart::of(shop, 2).await;
    all_of(cart.cancel(ProductOrders::only([&cart.ids[0]])).await);
    let some = cart.cancel(ProductOrders::All).await.unwrap();
    assert!(!some.complete);
    assert_eq!(some.items.len(), 1);
    assert_eq!(some.items[0].product_order_id, cart.ids[1]);
    assert!(some.failed[0].contains(&cart.ids[0]), "{:?}", some.failed);
    assert_eq!(cart.refunded().await, won(2_000));
    let none = cart.cancel(ProductOrders::All).await.unwrap_err();
    assert_eq!(none.status(), Some(500), "{none}");
}

pub(crate) async fn reviewed(shop: &Shop) {
    let cart = Cart::at_the_buyers(shop).await;
    let id = shop.portone.naver_review(NaverReview::general(&cart.ids[0], 2, "좋아요")).unwrap();
    let (from, to, channel) = (shop.now() - DAY, shop.now() + DAY, "channel-key-naverco");
    let reviews = async |kind: NaverReviewType| {
        let request = GetNaverReviews::new(channel, from, to, kind);
        shop.client.naver().reviews(&request).await.unwrap()
    };
    let found = reviews(NaverReviewType::General).await;
    assert_eq!(found.len(), 1);
    let order = found[0].product_order_id.as_ref();
    assert_eq!((&found[0].review_id, order), (&id, Some(&cart.ids[0])));
    let texts = [&found[0].title, &found[0].score].map(|text| text.as_deref().unwrap());
    assert_eq!(texts, ["좋아요", "2"]);
    assert!(reviews(NaverReviewType::Premium).await.is_empty());
}

pub(crate) async fn points_confirmation_and_cash(shop: &Shop) {
    let naver = shop.client.naver();
    let buyer = Buyer::new("order-1", 11_000).at("naverpay").by("trans").with("escrow", true);
    let imp_uid = shop.portone.pay(buyer).unwrap();
    let cash = naver.cash_amount(&GetNaverCashAmount::new(&imp_uid)).await.unwrap();
    assert_eq!((cash.amount_total, cash.amount_by_primary), (won(11_000), won(11_000)));
    assert_eq!((cash.amount_supply, cash.amount_vat), (won(10_000), won(1_000)));
    let accrue = AccrueNaverPoints::new(&imp_uid);
    naver.accrue_points(&accrue).await.unwrap();
    assert_eq!(naver.accrue_points(&accrue).await.unwrap_err().status(), Some(500));
    let confirm = ConfirmNaverPayment::new(&imp_uid);
    naver.confirm(&confirm).await.unwrap();
    assert_eq!(naver.confirm(&confirm).await.unwrap_err().status(), Some(500));
    assert_not_found(naver.confirm(&ConfirmNaverPayment::new("imp_0")).await);
}
