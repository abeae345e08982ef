//! Cash receipts.

use portone_v1_fake::Buyer;
use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

fn identifier() -> Value {
    json!({ "identifier": "010-1234-5678" })
}

fn transfer(shop: &Shop, amount: i64) -> String {
    shop.fake.pay(Buyer::new("order-1", amount).by("trans")).unwrap()
}

async fn refund(shop: &Shop, imp_uid: &str, amount: i64) {
    shop.post("/payments/cancel", json!({ "imp_uid": imp_uid, "amount": amount })).await.done();
}

async fn is_issued(shop: &Shop, imp_uid: &str) -> bool {
    let payment = shop.get(&format!("/payments/{imp_uid}")).await.done();
    payment["cash_receipt_issued"].as_bool().unwrap()
}

#[tokio::test]
async fn a_receipt_is_issued_once_for_the_remaining_amount() {
    let shop = Shop::open().await;
    let imp_uid = transfer(&shop, 11_000);
    let path = format!("/receipts/{imp_uid}");
    shop.get(&path).await.refused(404, -1, "no cash receipt");
    refund(&shop, &imp_uid, 3_300).await;
    let receipt = shop.post(&path, identifier()).await.done();
    for (field, expected) in [
        ("imp_uid", json!(imp_uid)),
        ("type", json!("person")),
        ("amount", json!(7_700)),
        ("vat", json!(700)),
        ("applied_at", json!(NOW)),
        ("cancelled_at", json!(0)),
    ] {
        assert_eq!(receipt[field], expected, "{field}");
    }
    assert_eq!(shop.get(&path).await.done(), receipt);
    assert!(is_issued(&shop, &imp_uid).await);
    shop.post(&path, identifier()).await.refused(400, -1, "already has a cash receipt");
}

#[tokio::test]
async fn vat_defaults_to_an_eleventh_of_the_taxable_amount() {
    for (taxes, vat) in [
        (json!({ "tax_free": 1_000 }), json!(909)),
        (json!({ "vat_amount": 500 }), json!(500)),
        (json!({ "vat": 400 }), json!(400)),
        (json!({ "tax_free": 11_000 }), json!(0)),
    ] {
        let shop = Shop::open().await;
        let path = format!("/receipts/{}", transfer(&shop, 11_000));
        let mut request = taxes.clone();
        request["identifier"] = json!("1");
        assert_eq!(shop.post(&path, request).await.done()["vat"], vat, "{taxes}");
    }
    let shop = Shop::open().await;
    let path = format!("/receipts/{}", transfer(&shop, 11_000));
    let free = json!({ "identifier": "1", "tax_free": 11_001 });
    shop.post(&path, free).await.refused(400, -1, "the maximum is 11000");
    let taxed = json!({ "identifier": "1", "tax_free": 10_000, "vat_amount": 1_001 });
    shop.post(&path, taxed).await.refused(400, -1, "the maximum is 1000");
}

#[tokio::test]
async fn a_revoked_receipt_can_be_issued_again() {
    let shop = Shop::open().await;
    let imp_uid = transfer(&shop, 11_000);
    let path = format!("/receipts/{imp_uid}");
    shop.delete(&path).await.refused(400, -1, "no cash receipt");
    let first = shop.post(&path, identifier()).await.done();
    assert_eq!(shop.delete(&path).await.done()["cancelled_at"], NOW);
    assert_eq!(shop.get(&path).await.done()["cancelled_at"], NOW);
    assert!(!is_issued(&shop, &imp_uid).await);
    shop.delete(&path).await.refused(400, -1, "already cancelled");
    let second = shop.post(&path, identifier()).await.done();
    assert_ne!(second["apply_num"], first["apply_num"]);
}

#[tokio::test]
async fn only_paid_cash_payments_have_a_receipt() {
    let shop = Shop::open().await;
    shop.get("/receipts/imp_0").await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    shop.post("/receipts/imp_0", identifier()).await.refused(
        400,
        -1,
        "존재하지 않는 결제정보입니다.",
    );
    shop.delete("/receipts/imp_0").await.refused(400, -1, "존재하지 않는 결제정보입니다.");
    let card = shop.fake.pay(Buyer::new("order-2", 1_000)).unwrap();
    let by_card = shop.post(&format!("/receipts/{card}"), identifier()).await;
    by_card.refused(400, -1, "was not paid by trans or vbank");
    let failed = shop.fake.pay(Buyer::new("order-3", 1_000).by("trans").failing("no")).unwrap();
    let unpaid = shop.post(&format!("/receipts/{failed}"), identifier()).await;
    unpaid.refused(400, -1, "is failed, not paid");
    shop.post(&format!("/receipts/{failed}"), json!({})).await.refused(400, -1, "identifier");
}

#[tokio::test]
async fn only_some_gateways_issue_receipts() {
    let shop = Shop::open().await;
    let pay = |order: &str, gateway: &str| {
        shop.fake.pay(Buyer::new(order, 1_000).by("trans").at(gateway)).unwrap()
    };
    let wallet = format!("/receipts/{}", pay("order-1", "kakaopay"));
    shop.post(&wallet, identifier()).await.refused(501, -1, "kakaopay does not support");
    shop.delete(&wallet).await.refused(501, -1, "kakaopay does not support");
    shop.get(&wallet).await.refused(400, -1, "kakaopay does not support");
    let new_nice = format!("/receipts/{}", pay("order-2", "nice_v2"));
    let card = json!({ "identifier": "1", "identifier_type": "taxcard", "type": "person" });
    shop.post(&new_nice, card).await.refused(400, -1, "taxcard");
}

#[tokio::test]
async fn a_full_refund_revokes_the_receipt_except_at_one_gateway() {
    for (gateway, remains) in [("kcp", false), ("smartro_v2", true)] {
        let shop = Shop::open().await;
        let buyer = Buyer::new("order-1", 1_000).by("trans").at(gateway);
        let imp_uid = shop.fake.pay(buyer).unwrap();
        let request = json!({
            "identifier": "1", "type": "person", "buyer_name": "홍길동", "buyer_tel": "1",
        });
        let path = format!("/receipts/{imp_uid}");
        shop.post(&path, request).await.done();
        refund(&shop, &imp_uid, 400).await;
        assert_eq!(shop.get(&path).await.done()["cancelled_at"], 0);
        refund(&shop, &imp_uid, 600).await;
        let cancelled_at = if remains { json!(0) } else { json!(NOW) };
        let get = shop.get(&path).await.done();
        assert_eq!(get["cancelled_at"], cancelled_at, "{gateway}");
        assert_eq!(is_issued(&shop, &imp_uid).await, remains, "{gateway}");
    }
}

fn elsewhere(gateway: &str) -> Value {
    json!({
        "channel_key": format!("channel-key-{gateway}"), "name": "표", "amount": 5_500,
        "identifier": "1", "type": "company",
    })
}

#[tokio::test]
async fn external_receipts_are_identified_by_order_number() {
    let shop = Shop::open().await;
    let path = "/receipts/external/order-1";
    shop.get(path).await.refused(404, -1, "no cash receipt of order-1");
    shop.delete(path).await.refused(404, -1, "no cash receipt of order-1");
    let receipt = shop.post(path, elsewhere("kcp")).await.done();
    assert_eq!(
        (&receipt["merchant_uid"], &receipt["type"]),
        (&json!("order-1"), &json!("company"))
    );
    assert_eq!((&receipt["amount"], &receipt["vat"]), (&json!(5_500), &json!(500)));
    assert_eq!(shop.get(path).await.done(), receipt);
    shop.post(path, elsewhere("kcp")).await.refused(400, -1, "already has a cash receipt");
    assert_eq!(shop.delete(path).await.done()["cancelled_at"], NOW);
    shop.delete(path).await.refused(400, -1, "already cancelled");
    shop.post(path, elsewhere("kcp")).await.done();
}

#[tokio::test]
async fn external_receipts_follow_gateway_rules() {
    let shop = Shop::open().await;
    let path = "/receipts/external/order-1";
    shop.post(path, elsewhere("kakaopay")).await.refused(501, -1, "kakaopay does not support");
    let mut card = elsewhere("welcome");
    for (field, value) in [("pay_method", "card"), ("corp_reg_no", "1"), ("buyer_tel", "1")] {
        card[field] = json!(value);
    }
    shop.post(path, card).await.refused(400, -1, "pay_method must be trans or vbank");
    let mut kicc = elsewhere("kicc");
    shop.post(path, kicc.clone()).await.refused(400, -1, "identifier_type is missing");
    kicc["identifier_type"] = json!("phone");
    shop.post(path, kicc).await.done();
    // It issues receipts, and cancels none.
    shop.delete(path).await.refused(501, -1, "kicc does not support");
}
