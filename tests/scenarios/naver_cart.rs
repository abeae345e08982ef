//! A Naver Pay cart, whose products are handled separately.

use portone_v1::codes::NaverDeliveryCompany;
use portone_v1::naver::{
    CancelNaverOrders, GetNaverProductOrder, GetNaverProductOrders, NaverCancelReason,
    NaverClaimStatus, NaverDeliveryMethod, NaverProductOrder, NaverProductOrderStatus,
    ProductOrders, ShipNaverOrders,
};
use portone_v1::{Decimal, Error, Partial};
use portone_v1_fake::{Buyer, NaverStep};

use crate::shop::Shop;

/// A payment of some products, 1,000 won each.
pub(crate) struct Cart<'s> {
    shop: &'s Shop,
    pub(crate) imp_uid: String,
    pub(crate) ids: Vec<String>,
}

impl<'s> Cart<'s> {
    pub(crate) async fn of(shop: &'s Shop, count: usize) -> Self {
        let amount = i64::try_from(count * 1_000).unwrap();
        let buyer = Buyer::new("order-1", amount).at("naverco").product_orders(count);
        let mut cart = Self { shop, imp_uid: shop.portone.pay(buyer).unwrap(), ids: Vec::new() };
        cart.ids = cart.orders().await.into_iter().map(|order| order.product_order_id).collect();
        assert_eq!(cart.ids.len(), count);
        cart
    }

    /// One product, which the buyer has.
    pub(crate) async fn at_the_buyers(shop: &'s Shop) -> Self {
        let cart = Self::of(shop, 1).await;
        for step in [NaverStep::Place, NaverStep::Ship, NaverStep::Deliver] {
            cart.step(step);
        }
        cart
    }

    pub(crate) fn step(&self, step: NaverStep) {
        self.shop.portone.naver_step(&self.imp_uid, step, &[]).unwrap();
    }

    async fn orders(&self) -> Vec<NaverProductOrder> {
        let request = GetNaverProductOrders::new(&self.imp_uid);
        self.shop.client.naver().product_orders(&request).await.unwrap()
    }

    /// The state of the first product, and the claim on it.
    pub(crate) async fn first(&self) -> (NaverProductOrderStatus, Option<NaverClaimStatus>) {
        let request = GetNaverProductOrder::new(&self.ids[0]);
        let order = self.shop.client.naver().product_order(&request).await.unwrap();
        (order.product_order_status, order.claim_status)
    }

    pub(crate) async fn cancel(
        &self,
        which: ProductOrders,
    ) -> Result<Partial<NaverProductOrder>, Error> {
        let request = CancelNaverOrders::new(&self.imp_uid, which);
        self.shop.client.naver().cancel(&request.reason(NaverCancelReason::SoldOut)).await
    }

    pub(crate) async fn ship(
        &self,
        which: ProductOrders,
    ) -> Result<Partial<NaverProductOrder>, Error> {
        let method = NaverDeliveryMethod::Delivery;
        let request = ShipNaverOrders::new(&self.imp_uid, method, self.shop.now(), which)
            .delivery_company(NaverDeliveryCompany::CjLogistics)
            .tracking_number("1");
        self.shop.client.naver().ship(&request).await
    }

    pub(crate) async fn refunded(&self) -> Decimal {
        self.shop.payment(&self.imp_uid).await.cancel_amount
    }
}

/// Nothing failed.
#[track_caller]
pub(crate) fn all_of(result: Result<Partial<NaverProductOrder>, Error>) -> Vec<NaverProductOrder> {
    let done = result.unwrap();
    assert!(done.complete, "{:?}", done.failed);
    done.items
}
