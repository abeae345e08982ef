//! Naver Pay: product orders, reviews and points.

use portone_v1_fake::{Buyer, NaverReview, NaverStep};
use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

/// A payment of some product orders, over 1,000 won for each.
struct Cart {
    shop: Shop,
    imp_uid: String,
    ids: Vec<String>,
}

impl Cart {
    async fn of(count: usize) -> Self {
        let shop = Shop::open().await;
        let amount = i64::try_from(count * 1_000).unwrap();
        let buyer = Buyer::new("order-1", amount).at("naverco").product_orders(count);
        let imp_uid = shop.fake.pay(buyer).unwrap();
        let mut cart = Self { shop, imp_uid, ids: Vec::new() };
        cart.ids = cart.read("product_order_id").await;
        cart
    }

    /// A field of all product orders.
    async fn read(&self, field: &str) -> Vec<String> {
        let path = format!("/payments/{}/naver/product-orders", self.imp_uid);
        let orders = self.shop.get(&path).await.done();
        let text = |order: &Value| order[field].as_str().unwrap_or_default().to_owned();
        orders.as_array().unwrap().iter().map(text).collect()
    }

    async fn ask(&self, operation: &str, body: Value) -> crate::shop::Answer {
        self.shop.post(&format!("/payments/{}/naver/{operation}", self.imp_uid), body).await
    }

    /// Of all product orders, and done with all.
    async fn done(&self, operation: &str, body: Value) {
        let done = self.ask(operation, body).await.done();
        assert_eq!(done.as_array().unwrap().len(), self.ids.len());
    }

    /// Done with none of them.
    async fn refused(&self, operation: &str, body: Value, reason: &str) {
        self.ask(operation, body).await.refused(500, -1, reason);
    }

    fn step(&self, step: NaverStep) {
        self.shop.fake.naver_step(&self.imp_uid, step, &[]).unwrap();
    }

    async fn payment(&self) -> Value {
        self.shop.get(&format!("/payments/{}", self.imp_uid)).await.done()
    }

    async fn at_the_buyers() -> Self {
        let cart = Self::of(1).await;
        for step in [NaverStep::Place, NaverStep::Ship, NaverStep::Deliver] {
            cart.step(step);
        }
        cart
    }
}

fn parcel() -> Value {
    json!({
        "delivery_method": "DELIVERY", "delivery_company": "CJGLS", "tracking_number": "1",
        "dispatched_at": NOW,
    })
}

fn back() -> Value {
    json!({ "delivery_method": "RETURN_INDIVIDUAL" })
}

#[tokio::test]
async fn a_payment_is_split_into_product_orders() {
    let shop = Shop::open().await;
    let buyer = Buyer::new("order-1", 1_000).at("naverco").with("buyer_name", "성춘향");
    let imp_uid = shop.fake.pay(buyer.product_orders(3)).unwrap();
    let orders = shop.get(&format!("/payments/{imp_uid}/naver/product-orders")).await.done();
    let orders = orders.as_array().unwrap();
    let amounts: Vec<_> = orders.iter().map(|order| &order["product_amount"]).collect();
    assert_eq!(amounts, [&json!(333), &json!(333), &json!(334)]);
    let first = &orders[0];
    assert_eq!(
        (&first["product_order_status"], &first["claim_type"], &first["claim_status"]),
        (&json!("PAYED"), &Value::Null, &Value::Null)
    );
    assert_eq!(first["orderer"]["name"], "성춘향");
    let path = format!("/naver/product-orders/{}", first["product_order_id"].as_str().unwrap());
    assert_eq!(shop.get(&path).await.done(), *first);
    shop.get("/naver/product-orders/0").await.refused(404, -1, "no product order 0");
    for count in [0, 1_001] {
        assert!(shop.fake.pay(Buyer::new("order-2", 1).product_orders(count)).is_err());
    }
}

#[tokio::test]
async fn a_product_order_is_placed_shipped_and_confirmed() {
    let cart = Cart::of(2).await;
    cart.refused("ship", parcel(), "not placed").await;
    cart.done("place", json!({})).await;
    cart.refused("place", json!({}), "cannot place").await;
    cart.done("ship", parcel()).await;
    assert_eq!(cart.read("product_order_status").await, ["DELIVERING", "DELIVERING"]);
    cart.refused("ship", parcel(), "DELIVERING").await;
    cart.refused("cancel", json!({}), "DELIVERING").await;
    cart.step(NaverStep::Deliver);
    cart.step(NaverStep::Decide);
    assert_eq!(cart.read("product_order_status").await, ["PURCHASE_DECIDED", "PURCHASE_DECIDED"]);
    cart.refused("request-return", back(), "PURCHASE_DECIDED").await;
}

#[tokio::test]
async fn a_parcel_requires_a_courier_and_a_tracking_number() {
    let cart = Cart::of(1).await;
    cart.step(NaverStep::Place);
    let bare = json!({ "delivery_method": "DELIVERY", "dispatched_at": NOW });
    cart.ask("ship", bare).await.refused(400, -1, "tracking_number is missing");
    let undated = json!({ "delivery_method": "NOTHING" });
    cart.ask("ship", undated).await.refused(400, -1, "dispatched_at is missing");
    cart.done("ship", json!({ "delivery_method": "NOTHING", "dispatched_at": NOW })).await;
}

#[tokio::test]
async fn a_cancelled_product_order_is_refunded() {
    let cart = Cart::of(3).await;
    let some = json!({ "product_order_id": [cart.ids[0]], "reason": "SOLD_OUT" });
    let done = cart.ask("cancel", some).await.done();
    assert_eq!(done.as_array().unwrap().len(), 1);
    assert_eq!(
        (&done[0]["product_order_status"], &done[0]["claim_type"], &done[0]["claim_status"]),
        (&json!("CANCELED"), &json!("CANCEL"), &json!("CANCEL_DONE"))
    );
    let payment = cart.payment().await;
    assert_eq!((&payment["status"], &payment["cancel_amount"]), (&json!("paid"), &json!(1_000)));
    assert_eq!(payment["cancel_reason"], "SOLD_OUT");

    let rest = json!({ "product_order_id": [cart.ids[1], cart.ids[2]] });
    cart.ask("cancel", rest).await.done();
    let payment = cart.payment().await;
    assert_eq!(
        (&payment["status"], &payment["cancel_amount"]),
        (&json!("cancelled"), &json!(3_000))
    );
    assert_eq!(payment["cancel_history"].as_array().unwrap().len(), 3);
    assert_eq!(payment["cancel_reason"], "PRODUCT_UNSATISFIED");
    cart.refused("cancel", json!({}), "CANCELED").await;
}

#[tokio::test]
async fn only_product_orders_in_an_invalid_state_fail() {
    let cart = Cart::of(2).await;
    let [first, second] = &cart.ids[..] else { panic!("{:?}", cart.ids) };
    cart.ask("cancel", json!({ "product_order_id": [first] })).await.done();
    let answer = cart.ask("cancel", json!({ "product_order_id": [first, second, "0"] })).await;
    assert_eq!((answer.status, &answer.body["code"]), (207, &json!(0)));
    assert_eq!(answer.body["response"].as_array().unwrap().len(), 1);
    assert_eq!(answer.body["response"][0]["product_order_id"], json!(second));
    let failed = answer.body["failed"].as_array().unwrap();
    let ids: Vec<_> = failed.iter().map(|one| &one["product_order_id"]).collect();
    assert_eq!(ids, [&json!(first), &json!("0")]);
    assert!(failed[0]["message"].as_str().unwrap().contains("CANCELED"), "{failed:?}");
    assert_eq!(cart.payment().await["cancel_amount"], 2_000);
}

#[tokio::test]
async fn an_unknown_reason_counts_as_the_default() {
    let cart = Cart::of(1).await;
    cart.done("cancel", json!({ "reason": "BAD_WEATHER" })).await;
    assert_eq!(cart.payment().await["cancel_reason"], "PRODUCT_UNSATISFIED");
    let cart = Cart::at_the_buyers().await;
    let mut request = back();
    request["reason"] = json!("BAD_WEATHER");
    cart.done("request-return", request).await;
    cart.done("withhold-return", json!({ "memo": "비", "reason": "BAD_WEATHER" })).await;
    cart.done("resolve-return", json!({})).await;
    cart.done("approve-return", json!({})).await;
    assert_eq!(cart.payment().await["cancel_amount"], 1_000);
}

#[tokio::test]
async fn a_placed_product_order_is_cancelled_with_approval() {
    let cart = Cart::of(1).await;
    cart.refused("approve-cancel", json!({}), "cannot approve_cancel").await;
    cart.step(NaverStep::Place);
    cart.step(NaverStep::RequestCancel);
    assert_eq!(cart.read("claim_status").await, ["CANCEL_REQUEST"]);
    assert_eq!(cart.payment().await["cancel_amount"], 0);
    cart.refused("ship", parcel(), "CANCEL_REQUEST").await;
    cart.done("approve-cancel", json!({})).await;
    assert_eq!(cart.payment().await["cancel_amount"], 1_000);
    let cart = Cart::of(1).await;
    cart.step(NaverStep::RequestCancel);
    assert_eq!(cart.read("product_order_status").await, ["CANCELED"]);
}

#[tokio::test]
async fn a_return_is_approved_after_its_hold() {
    let cart = Cart::at_the_buyers().await;
    cart.refused("approve-return", json!({}), "cannot approve_return").await;
    let bare = json!({ "delivery_method": "RETURN_DELIVERY" });
    cart.ask("request-return", bare).await.refused(400, -1, "delivery_company is missing");
    cart.done("request-return", back()).await;
    assert_eq!(cart.read("claim_status").await, ["RETURN_REQUEST"]);
    cart.refused("resolve-return", json!({}), "cannot resolve_return").await;
    cart.ask("withhold-return", json!({})).await.refused(400, -1, "memo is missing");
    cart.done("withhold-return", json!({ "memo": "배송비", "extra_charge": 3_000 })).await;
    cart.refused("withhold-return", json!({ "memo": "배송비" }), "on hold").await;
    cart.refused("approve-return", json!({}), "on hold").await;
    cart.refused("reject-return", json!({ "memo": "안 됩니다" }), "on hold").await;
    assert_eq!(cart.payment().await["cancel_amount"], 0);
    cart.done("resolve-return", json!({})).await;
    cart.done("approve-return", json!({ "memo": "됩니다" })).await;
    assert_eq!(cart.read("product_order_status").await, ["RETURNED"]);
    assert_eq!(cart.read("claim_status").await, ["RETURN_DONE"]);
    let payment = cart.payment().await;
    assert_eq!(
        (&payment["status"], &payment["cancel_amount"]),
        (&json!("cancelled"), &json!(1_000))
    );
}

#[tokio::test]
async fn a_rejected_return_can_be_requested_again() {
    let cart = Cart::at_the_buyers().await;
    cart.done("request-return", back()).await;
    cart.refused("request-return", back(), "RETURN_REQUEST").await;
    cart.ask("reject-return", json!({})).await.refused(400, -1, "memo is missing");
    cart.done("reject-return", json!({ "memo": "안 됩니다" })).await;
    assert_eq!(cart.read("claim_status").await, ["RETURN_REJECT"]);
    assert_eq!(cart.read("product_order_status").await, ["DELIVERED"]);
    assert_eq!(cart.payment().await["cancel_amount"], 0);
    cart.done("request-return", back()).await;
}

#[tokio::test]
async fn goods_are_exchanged() {
    let cart = Cart::at_the_buyers().await;
    let redelivery = json!({ "delivery_method": "QUICK_SVC" });
    cart.refused("collect-exchanged", json!({}), "cannot collect_exchanged").await;
    cart.step(NaverStep::RequestExchange);
    cart.refused("collect-exchanged", json!({}), "EXCHANGE_REQUEST").await;
    cart.step(NaverStep::ApproveExchange);
    cart.refused("ship-exchanged", redelivery.clone(), "COLLECTING").await;
    cart.done("collect-exchanged", json!({})).await;
    assert_eq!(cart.read("claim_status").await, ["COLLECT_DONE"]);
    cart.ask("ship-exchanged", json!({})).await.refused(400, -1, "delivery_method is missing");
    cart.done("ship-exchanged", redelivery).await;
    assert_eq!(cart.read("claim_status").await, ["EXCHANGE_REDELIVERING"]);
    cart.step(NaverStep::Deliver);
    assert_eq!(cart.read("product_order_status").await, ["EXCHANGED"]);
    assert_eq!(cart.read("claim_type").await, ["EXCHANGE"]);
    assert_eq!(cart.payment().await["cancel_amount"], 0);
}

#[tokio::test]
async fn a_product_order_is_refunded_once() {
    let cart = Cart::of(2).await;
    let refund = json!({ "imp_uid": cart.imp_uid, "amount": 1_500 });
    cart.shop.post("/payments/cancel", refund).await.done();
    cart.refused("cancel", json!({}), "is already refunded").await;
    assert_eq!(cart.read("product_order_status").await, ["PAYED", "PAYED"]);
    assert_eq!(cart.payment().await["cancel_amount"], 1_500);
    cart.shop.post("/payments/cancel", json!({ "imp_uid": cart.imp_uid })).await.done();
    assert_eq!(cart.read("product_order_status").await, ["CANCELED", "CANCELED"]);
    cart.refused("place", json!({}), "CANCELED").await;
}

#[tokio::test]
async fn only_orders_at_naver_pay_have_product_orders() {
    let shop = Shop::open().await;
    let other = shop.fake.pay(Buyer::new("order-1", 1_000).at("naverpay")).unwrap();
    let refused = shop.post(&format!("/payments/{other}/naver/place"), json!({})).await;
    refused.refused(400, -1, "naverpay does not support");
    let failing = Buyer::new("order-2", 1_000).at("naverco").failing("no");
    let failed = shop.fake.pay(failing).unwrap();
    let orders = shop.get(&format!("/payments/{failed}/naver/product-orders")).await.done();
    assert_eq!(orders, json!([]));
    let refused = shop.post(&format!("/payments/{failed}/naver/place"), json!({})).await;
    refused.refused(500, -1, "has no product orders");
    for operation in ["place", "cancel", "approve-cancel", "approve-return"] {
        let path = format!("/payments/imp_0/naver/{operation}");
        shop.post(&path, json!({})).await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    }
    shop.get("/payments/imp_0/naver/product-orders").await.refused(
        404,
        -1,
        "존재하지 않는 결제정보입니다.",
    );
}

#[tokio::test]
async fn reviews_are_found_by_kind_and_time() {
    let cart = Cart::of(1).await;
    let (shop, id) = (&cart.shop, cart.ids[0].as_str());
    shop.fake.naver_review(NaverReview::general(id, 2, "좋아요")).unwrap();
    shop.fake.advance(std::time::Duration::from_secs(60));
    shop.fake.naver_review(NaverReview::premium(id, 13, "최고", "아주 좋아요")).unwrap();
    assert!(shop.fake.naver_review(NaverReview::general("0", 2, "좋아요")).is_err());
    let list = |kind: &str, from: u64, to: u64| {
        let path = format!(
            "/naver/reviews?channel_key=channel-key-naverco&from={from}&to={to}&review_type={kind}"
        );
        async move { shop.get(&path).await }
    };
    let general = list("general", NOW, NOW + 60).await.done();
    assert_eq!(general.as_array().unwrap().len(), 1);
    for (field, expected) in [
        ("score", json!("2")),
        ("title", json!("좋아요")),
        ("content", Value::Null),
        ("product_order_id", json!(id)),
        ("product_id", json!("product-1")),
        ("created_at", json!(NOW)),
    ] {
        assert_eq!(general[0][field], expected, "{field}");
    }
    assert_eq!(list("premium", NOW, NOW + 60).await.done()[0]["content"], "아주 좋아요");
    assert_eq!(list("premium", NOW, NOW + 59).await.done(), json!([]));
    assert_eq!(list("general", NOW + 1, NOW + 60).await.done(), json!([]));
    list("general", NOW + 1, NOW).await.refused(400, -1, "from must not be after to");
    list("short", NOW, NOW).await.refused(400, -1, "review_type");
    let elsewhere = "/naver/reviews?channel_key=channel-key-kcp&from=1&to=2&review_type=general";
    shop.get(elsewhere).await.refused(400, -1, "kcp does not support");
}

#[tokio::test]
async fn points_and_confirmations_are_granted_once() {
    let shop = Shop::open().await;
    let buyer = Buyer::new("order-1", 1_000).at("naverpay").with("escrow", true);
    let held = shop.fake.pay(buyer).unwrap();
    let free = shop.fake.pay(Buyer::new("order-2", 1_000).at("naverpay")).unwrap();
    let lost = shop.fake.pay(Buyer::new("order-3", 1_000).at("naverpay").failing("no")).unwrap();
    for (operation, again) in [("point", "already credited"), ("confirm", "already confirmed")] {
        let ask = |imp_uid: &str| {
            let path = format!("/payments/{imp_uid}/naver/{operation}");
            let shop = &shop;
            async move { shop.post(&path, json!({})).await }
        };
        assert_eq!(ask(&held).await.done(), Value::Null);
        ask(&held).await.refused(500, -1, again);
        ask(&lost).await.refused(500, -1, "is failed, not paid");
        ask("imp_0").await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    }
    let confirm = format!("/payments/{free}/naver/confirm");
    shop.post(&confirm, json!({})).await.refused(500, -1, "not an escrow payment");
    let by_nobody = json!({ "requester": "nobody" });
    shop.post(&confirm, by_nobody).await.refused(400, -1, "requester");
}

#[tokio::test]
async fn a_cash_receipt_covers_the_part_not_paid_by_card() {
    let shop = Shop::open().await;
    for (order, method, points, primary) in
        [("1", "trans", 0, 8_800), ("2", "point", 8_800, 0), ("3", "card", 0, 0)]
    {
        let buyer = Buyer::new(order, 11_000).at("naverpay").by(method);
        let imp_uid = shop.fake.pay(buyer).unwrap();
        let refund = json!({
            "imp_uid": imp_uid, "amount": 2_200, "reason": "변심",
            "extra": { "requester": "customer" },
        });
        shop.post("/payments/cancel", refund).await.done();
        let amounts = shop.get(&format!("/payments/{imp_uid}/naver/cash-amount")).await.done();
        let total = points + primary;
        let expected = json!({
            "amount_total": total, "amount_by_npoint": points, "amount_by_primary": primary,
            "amount_supply": total / 11 * 10, "amount_vat": total / 11,
        });
        assert_eq!(amounts, expected, "{method}");
    }
    let other = shop.fake.pay(Buyer::new("4", 1_000).at("kcp")).unwrap();
    let refused = shop.get(&format!("/payments/{other}/naver/cash-amount")).await;
    refused.refused(400, -1, "kcp does not support");
}

#[tokio::test]
async fn steps_are_taken_over_http() {
    let shop = Shop::open().await;
    let buyer = json!({
        "merchant_uid": "order-1", "amount": 2_000, "pg_provider": "naverco", "product_orders": 2,
    });
    let paid = shop.post("/_fake/pay", buyer).await.body;
    let imp_uid = paid["imp_uid"].as_str().unwrap();
    let path = format!("/payments/{imp_uid}/naver/product-orders");
    let id = shop.get(&path).await.done()[1]["product_order_id"].clone();
    let step = |name: &str| json!({ "imp_uid": imp_uid, "step": name, "product_order_id": [id] });
    assert_eq!(shop.post("/_fake/naver/step", step("place")).await.status, 200);
    assert_eq!(shop.post("/_fake/naver/step", step("request_cancel")).await.status, 200);
    let orders = shop.get(&path).await.done();
    assert_eq!(
        (&orders[0]["claim_status"], &orders[1]["claim_status"]),
        (&Value::Null, &json!("CANCEL_REQUEST"))
    );
    let refused = shop.post("/_fake/naver/step", step("deliver")).await;
    assert!(refused.status >= 400 && refused.body["error"].as_str().unwrap().contains("deliver"));
    assert_eq!(shop.post("/_fake/naver/step", step("dance")).await.status, 400);
    let number = json!({ "imp_uid": imp_uid, "step": "place", "product_order_id": 1 });
    assert_eq!(shop.post("/_fake/naver/step", number).await.status, 400);
    let one = json!({ "imp_uid": imp_uid, "step": "approve_cancel", "product_order_id": id });
    assert_eq!(shop.post("/_fake/naver/step", one).await.status, 200);
    let review = json!({ "product_order_id": id, "score": "10", "title": "글쎄", "content": "음" });
    let written = shop.post("/_fake/naver/review", review).await;
    assert_eq!(written.body["review_id"], "review-1");
    let list = "/naver/reviews?channel_key=channel-key-1&from=0&to=9999999999&review_type=premium";
    assert_eq!(shop.get(list).await.done()[0]["review_id"], "review-1");
}
