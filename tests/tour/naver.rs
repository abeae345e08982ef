//! Orders at Naver Pay, from the cart to the buyer and back.

use portone_v1::codes::NaverDeliveryCompany;
use portone_v1::naver::{
    AccrueNaverPoints, ApproveNaverCancel, ApproveNaverReturn, CancelNaverOrders,
    CollectExchangedNaverOrders, ConfirmNaverPayment, GetNaverCashAmount, GetNaverProductOrder,
    GetNaverProductOrders, GetNaverReviews, NaverCancelReason, NaverClaimStatus,
    NaverDeliveryMethod, NaverProductOrder, NaverProductOrderStatus, NaverReturnDeliveryMethod,
    NaverReviewType, PlaceNaverOrders, ProductOrders, RejectNaverReturn, RequestNaverReturn,
    ResolveNaverReturn, ShipExchangedNaverOrders, ShipNaverOrders, WithholdNaverReturn,
};
use portone_v1::types::PaymentStatus;
use portone_v1::{Error, Partial};
use portone_v1_fake::{Buyer, NaverReview, NaverStep};

use crate::refusals::assert_not_found;
use crate::shop::{DAY, Shop, won};

/// A payment of some products, 1,000 won each.
struct Cart<'s> {
    shop: &'s Shop,
    imp_uid: String,
    ids: Vec<String>,
}

impl<'s> Cart<'s> {
    async fn of(shop: &'s Shop, count: usize) -> Self {
        let amount = i64::try_from(count * 1_000).unwrap();
        let buyer = Buyer::new("order-1", amount).at("naverco").product_orders(count);
        let mut cart = Self { shop, imp_uid: shop.portone.pay(buyer).unwrap(), ids: Vec::new() };
        cart.ids = cart.orders().await.into_iter().map(|order| order.product_order_id).collect();
        assert_eq!(cart.ids.len(), count);
        cart
    }

    /// One product, which the buyer has.
    async fn at_the_buyers(shop: &'s Shop) -> Self {
        let cart = Self::of(shop, 1).await;
        for step in [NaverStep::Place, NaverStep::Ship, NaverStep::Deliver] {
            cart.step(step);
        }
        cart
    }

    fn step(&self, step: NaverStep) {
        self.shop.portone.naver_step(&self.imp_uid, step, &[]).unwrap();
    }

    async fn orders(&self) -> Vec<NaverProductOrder> {
        let request = GetNaverProductOrders::new(&self.imp_uid);
        self.shop.client.naver().product_orders(&request).await.unwrap()
    }

    /// How the first product stands, and what is to be undone.
    async fn first(&self) -> (NaverProductOrderStatus, Option<NaverClaimStatus>) {
        let request = GetNaverProductOrder::new(&self.ids[0]);
        let order = self.shop.client.naver().product_order(&request).await.unwrap();
        (order.product_order_status, order.claim_status)
    }

    async fn cancel(&self, which: ProductOrders) -> Result<Partial<NaverProductOrder>, Error> {
        let request = CancelNaverOrders::new(&self.imp_uid, which);
        self.shop.client.naver().cancel(&request.reason(NaverCancelReason::SoldOut)).await
    }

    async fn ship(&self, which: ProductOrders) -> Result<Partial<NaverProductOrder>, Error> {
        let method = NaverDeliveryMethod::Delivery;
        let request = ShipNaverOrders::new(&self.imp_uid, method, self.shop.now(), which)
            .delivery_company(NaverDeliveryCompany::CjLogistics)
            .tracking_number("1");
        self.shop.client.naver().ship(&request).await
    }

    async fn request_return(&self) {
        let method = NaverReturnDeliveryMethod::ReturnIndividual;
        let request = RequestNaverReturn::new(&self.imp_uid, method, ProductOrders::All);
        all_of(self.shop.client.naver().request_return(&request).await);
        let requested = Some(NaverClaimStatus::ReturnRequest);
        assert_eq!(self.first().await, (NaverProductOrderStatus::Delivered, requested));
    }

    async fn refunded(&self) -> portone_v1::Decimal {
        self.shop.payment(&self.imp_uid).await.cancel_amount
    }
}

/// Nothing failed.
#[track_caller]
fn all_of(result: Result<Partial<NaverProductOrder>, Error>) -> Vec<NaverProductOrder> {
    let done = result.unwrap();
    assert!(done.complete, "{:?}", done.failed);
    done.items
}

pub(crate) async fn sent_and_kept(shop: &Shop) {
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

pub(crate) async fn the_cart_shrinks(shop: &Shop) {
    let cart = Cart::of(shop, 3).await;
    let gone = all_of(cart.cancel(ProductOrders::only([&cart.ids[0]])).await);
    assert_eq!(gone.len(), 1);
    let done = (NaverProductOrderStatus::Canceled, Some(NaverClaimStatus::CancelDone));
    assert_eq!(cart.first().await, done);
    let payment = shop.payment(&cart.imp_uid).await;
    assert_eq!((payment.status, payment.cancel_amount), (PaymentStatus::Paid, won(1_000)));

    let rest = [cart.ids[1].as_str(), &cart.ids[2]];
    shop.portone.naver_step(&cart.imp_uid, NaverStep::Place, &rest).unwrap();
    shop.portone.naver_step(&cart.imp_uid, NaverStep::AskForCancel, &rest).unwrap();
    assert_eq!(cart.refunded().await, won(1_000));
    let approve = ApproveNaverCancel::new(&cart.imp_uid, ProductOrders::only(rest));
    assert_eq!(all_of(shop.client.naver().approve_cancel(&approve).await).len(), 2);
    let payment = shop.payment(&cart.imp_uid).await;
    assert_eq!((payment.status, payment.cancel_amount), (PaymentStatus::Cancelled, won(3_000)));
}

/// Which a program must not take for a success of all.
pub(crate) async fn some_steps_cannot_be_taken(shop: &Shop) {
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

pub(crate) async fn taken_back(shop: &Shop) {
    let cart = Cart::at_the_buyers(shop).await;
    let naver = shop.client.naver();
    cart.request_return().await;
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

pub(crate) async fn not_taken_back(shop: &Shop) {
    let cart = Cart::at_the_buyers(shop).await;
    cart.request_return().await;
    let reject = RejectNaverReturn::new(&cart.imp_uid, "입은 옷입니다", ProductOrders::All);
    all_of(shop.client.naver().reject_return(&reject).await);
    let rejected = (NaverProductOrderStatus::Delivered, Some(NaverClaimStatus::ReturnReject));
    assert_eq!(cart.first().await, rejected);
    assert_eq!(cart.refunded().await, won(0));
}

pub(crate) async fn exchanged(shop: &Shop) {
    let cart = Cart::at_the_buyers(shop).await;
    let naver = shop.client.naver();
    cart.step(NaverStep::AskForExchange);
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
    assert_eq!((&found[0].review_id, &found[0].product_order_id), (&id, &cart.ids[0]));
    assert_eq!((found[0].title.as_str(), found[0].score.as_str()), ("좋아요", "2"));
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
