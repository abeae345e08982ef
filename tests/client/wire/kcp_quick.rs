use portone_v1::kcp_quick::{
    ChangeKcpQuickTransaction, KcpQuickBarcodeIssuer, KcpQuickPrepaidAuth,
    PayWithKcpQuickAutopayKey, PayWithKcpQuickMoney, PrepareKcpQuickTransaction,
};
use portone_v1::types::PaymentStatus;

use super::wire_test::WireTest;
use crate::answers::payment;

#[tokio::test]
async fn pay_with_money() {
    let wire_test = WireTest::of("kcp_quick.pay_with_money", payment::JSON).await;
    let required =
        PayWithKcpQuickMoney::new("member-1", "channel-key-1", "order-1", "표", 12_000, "imp_1");
    let request = required.clone().notice_url("https://shop.example/hook");
    let payment = wire_test.client.kcp_quick().pay_with_money(&request).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Paid);
    wire_test.sent_exactly(
        &request,
        "POST /kcpquick/payment/money",
        r#"{
            "member_id": "member-1", "channel_key": "channel-key-1", "merchant_uid": "order-1",
            "name": "표", "amount": 12000, "imp_uid": "imp_1",
            "notice_url": "https://shop.example/hook"
        }"#,
    );

    wire_test.client.kcp_quick().pay_with_money(&required).await.unwrap();
    wire_test.sent_the_required(
        "POST /kcpquick/payment/money",
        r#"{
            "member_id": "member-1", "channel_key": "channel-key-1", "merchant_uid": "order-1",
            "name": "표", "amount": 12000, "imp_uid": "imp_1"
        }"#,
    );
}

#[tokio::test]
async fn pay_with_autopay_key() {
    let wire_test = WireTest::of("kcp_quick.pay_with_autopay_key", payment::JSON).await;
    let required = PayWithKcpQuickAutopayKey::new("buyer-77", "order-1", "표", "홍길동", 12_000);
    let request = required.clone().notice_url("https://shop.example/hook");
    let payment = wire_test.client.kcp_quick().pay_with_autopay_key(&request).await.unwrap();
    assert_eq!(payment.imp_uid, "imp_1");
    wire_test.sent_exactly(
        &request,
        "POST /kcpquick/payment/autopay",
        r#"{
            "customer_uid": "buyer-77", "merchant_uid": "order-1", "name": "표",
            "buyer_name": "홍길동", "amount": 12000, "notice_url": "https://shop.example/hook"
        }"#,
    );

    wire_test.client.kcp_quick().pay_with_autopay_key(&required).await.unwrap();
    wire_test.sent_the_required(
        "POST /kcpquick/payment/autopay",
        r#"{
            "customer_uid": "buyer-77", "merchant_uid": "order-1", "name": "표",
            "buyer_name": "홍길동", "amount": 12000
        }"#,
    );
}

#[tokio::test]
async fn prepare() {
    let wire_test = WireTest::of("kcp_quick.prepare", "null").await;
    let required =
        PrepareKcpQuickTransaction::new("order/1", "btid-1", "203.0.113.7", "verifier-1");
    let request = required
        .clone()
        .prepaid_auth_yn(KcpQuickPrepaidAuth::Yes)
        .prepaid_amount(12_000)
        .vender_type(KcpQuickBarcodeIssuer::CoopMarketing)
        .reward_id("R0000000784");
    wire_test.client.kcp_quick().prepare(&request).await.unwrap();
    wire_test.sent_exactly(
        &request,
        "POST /kcpquick/prepare/order%2F1",
        r#"{
            "btid": "btid-1", "cust_ip": "203.0.113.7", "code_verifier": "verifier-1",
            "prepaid_auth_yn": "Y", "prepaid_amount": 12000, "vender_type": "VID3",
            "reward_id": "R0000000784"
        }"#,
    );

    wire_test.client.kcp_quick().prepare(&required).await.unwrap();
    wire_test.sent_the_required(
        "POST /kcpquick/prepare/order%2F1",
        r#"{"btid":"btid-1","cust_ip":"203.0.113.7","code_verifier":"verifier-1"}"#,
    );
}

#[tokio::test]
async fn change() {
    let wire_test = WireTest::of("kcp_quick.change", "null").await;
    let required = ChangeKcpQuickTransaction::new("order/1", "btid-1", "203.0.113.7", "verifier-1");
    let request = required
        .clone()
        .prepaid_auth_yn(KcpQuickPrepaidAuth::No)
        .prepaid_amount(15_000)
        .vender_type(KcpQuickBarcodeIssuer::Jeulgeoun)
        .reward_id("R0000000784");
    wire_test.client.kcp_quick().change(&request).await.unwrap();
    wire_test.sent_exactly(
        &request,
        "PUT /kcpquick/prepare/order%2F1",
        r#"{
            "btid": "btid-1", "cust_ip": "203.0.113.7", "code_verifier": "verifier-1",
            "prepaid_auth_yn": "N", "prepaid_amount": 15000, "vender_type": "VID2",
            "reward_id": "R0000000784"
        }"#,
    );

    wire_test.client.kcp_quick().change(&required).await.unwrap();
    wire_test.sent_the_required(
        "PUT /kcpquick/prepare/order%2F1",
        r#"{"btid":"btid-1","cust_ip":"203.0.113.7","code_verifier":"verifier-1"}"#,
    );
}
