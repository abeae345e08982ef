//! Returns and exchanges at Naver Pay.

use portone_v1::naver::{
    ApproveNaverReturn, CollectExchangedNaverOrders, NaverClaimStatus, NaverDeliveryMethod,
    NaverProductOrderStatus, NaverReturnDeliveryMethod, ProductOrders, RejectNaverReturn,
    RequestNaverReturn, ResolveNaverReturn, ShipExchangedNaverOrders, WithholdNaverReturn,
};
use portone_v1_fake::NaverStep;

use crate::naver_cart::{Cart, all_of};
use crate::shop::{Shop, won};

/// The buyer, who has the goods, does not want them.
async fn to_be_returned(shop: &Shop) -> Cart<'_> {
    let cart = Cart::at_the_buyers(shop).await;
    let method = NaverReturnDeliveryMethod::ReturnIndividual;
    let request = RequestNaverReturn::new(&cart.imp_uid, method, ProductOrders::All);
    all_of(shop.client.naver().request_return(&request).await);
    let requested = Some(NaverClaimStatus::ReturnRequest);
    assert_eq!(cart.first().await, (NaverProductOrderStatus::Delivered, requested));
    cart
}

pub(crate) async fn a_return_is_approved(shop: &Shop) {
    let cart = to_be_returned(shop).await;
    let naver = shop.client.naver();
    let withhold = WithholdNaverReturn::new(&cart.imp_uid, "배송비", ProductOrders::All);
    all_of(naver.withhold_return(&withhold.extra_charge(3_000)).await);
    let approve = ApproveNaverReturn::new(&cart.imp_uid, ProductOrders::All);
    assert!(naver.approve_return(&approve).await.is_err(), "it is on hold");
    let resolve = ResolveNaverReturn::new(&cart.imp_uid, ProductOrders::All);
    all_of(naver.resolve_return(&resolve).await);
    assert_eq!(cart.refunded().await, won(0));
    all_of(naver.approve_return(&approve).await);
    let done = (NaverProductOrderStatus::Returned, Some(NaverClaimStatus::ReturnDone));
    assert_eq!(cart.first().await, done);
    assert_eq!(cart.refunded().await, won(1_000));
}

pub(crate) async fn a_return_is_rejected(shop: &Shop) {
    let cart = to_be_returned(shop).await;
    let reject = RejectNaverReturn::new(&cart.imp_uid, "입은 옷입니다", ProductOrders::All);
    all_of(shop.client.naver().reject_return(&reject).await);
    let rejected = (NaverProductOrderStatus::Delivered, Some(NaverClaimStatus::ReturnReject));
    assert_eq!(cart.first().await, rejected);
    assert_eq!(cart.refunded().await, won(0));
}

pub(crate) async fn a_product_is_exchanged(shop: &Shop) {
    let cart = Cart::at_the_buyers(shop).await;
    let naver = shop.client.naver();
    cart.step(NaverStep::RequestExchange);
    cart.step(NaverStep::ApproveExchange);
    let collect = CollectExchangedNaverOrders::new(&cart.imp_uid, ProductOrders::All);
    all_of(naver.collect_exchanged(&collect).await);
    assert_eq!(cart.first().await.1, Some(NaverClaimStatus::CollectDone));
    let method = NaverDeliveryMethod::QuickService;
    let ship = ShipExchangedNaverOrders::new(&cart.imp_uid, method, ProductOrders::All);
    all_of(naver.ship_exchanged(&ship).await);
    cart.step(NaverStep::Deliver);
    let done = (NaverProductOrderStatus::Exchanged, Some(NaverClaimStatus::ExchangeDone));
    assert_eq!(cart.first().await, done);
    assert_eq!(cart.refunded().await, won(0));
}
