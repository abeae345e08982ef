use portone_v1::billing_keys::{
    BillingKey, DeleteBillingKey, FailedChannelType, GetBillingKey, IssueBillingKey,
    ListBillingKeys,
};
use portone_v1::codes::Gateway;

use super::wire_test::WireTest;
use crate::fixture::at;

const SINGLE: &str = r#"{
    "customer_uid": "buyer/77", "pg_provider": "nice", "pg_id": "MID1", "card_name": "BC카드",
    "card_number": "409202******1234", "card_type": 0, "inserted": 1711065600, "updated": 1711065600
}"#;

const SUPER: &str = r#"{
    "customer_uid": "buyer/77", "channelGroupId": "channel-group-1",
    "succeededChannels": [{"pg_provider": "nice", "pg_id": "MID1", "inserted": 1711065600}],
    "failedChannels": [
        {"type": "PG_PROVIDER", "message": "한도초과", "pg_provider": "kcp", "pg_id": "MID2"}
    ]
}"#;

#[track_caller]
fn assert_single(key: &BillingKey) {
    let BillingKey::Single(key) = key else { panic!("{key:?}") };
    assert_eq!((&*key.customer_uid, &key.pg_provider), ("buyer/77", &Some(Gateway::Nice)));
    assert_eq!((key.inserted, key.sandbox), (Some(at(1_711_065_600)), None));
}

#[track_caller]
fn assert_super(key: &BillingKey) {
    let BillingKey::Super(key) = key else { panic!("{key:?}") };
    assert_eq!(key.channel_group_id.as_deref(), Some("channel-group-1"));
    assert_eq!(key.succeeded_channels[0].inserted, Some(at(1_711_065_600)));
    let [failed] = key.failed_channels.as_slice() else { panic!("{key:?}") };
    assert_eq!(failed.failure_type, Some(FailedChannelType::PgProvider));
    assert_eq!(
        (failed.message.as_deref(), &failed.pg_provider),
        (Some("한도초과"), &Some(Gateway::Kcp))
    );
}

#[tokio::test]
async fn list() {
    let wire_test = WireTest::of("billing_keys.list", &format!("[{SINGLE},{SUPER}]")).await;
    let request = ListBillingKeys::new(["buyer/77", "buyer-78"]);
    let keys = wire_test.client.billing_keys().list(&request).await.unwrap();
    assert_eq!(keys.len(), 2);
    assert_single(&keys[0]);
    assert_super(&keys[1]);
    let line = "GET /subscribe/customers?customer_uid[]=buyer%2F77&customer_uid[]=buyer-78";
    wire_test.sent_exactly(&request, line, "");
    wire_test.sent_the_required(line, "");
}

#[tokio::test]
async fn get() {
    assert_single(&got(SINGLE).await);
    assert_super(&got(SUPER).await);
}

async fn got(response: &str) -> BillingKey {
    let wire_test = WireTest::of("billing_keys.get", response).await;
    let request = GetBillingKey::new("buyer/77");
    let key = wire_test.client.billing_keys().get(&request).await.unwrap();
    wire_test.sent_exactly(&request, "GET /subscribe/customers/buyer%2F77", "");
    wire_test.sent_the_required("GET /subscribe/customers/buyer%2F77", "");
    key
}

fn issued() -> IssueBillingKey {
    IssueBillingKey::new("buyer/77", "channel-key-1", "4092-0230-1234-1234", "2029-03")
}

#[tokio::test]
async fn issue() {
    let wire_test = WireTest::of("billing_keys.issue", SUPER).await;
    let request = issued()
        .pg("nice.MID1")
        .customer_id("customer-7")
        .birth("750710")
        .pwd_2digit("99")
        .cvc("365")
        .customer_name("홍길동")
        .customer_tel("010-1234-5678")
        .customer_email("gil@buyer.example")
        .customer_addr("서울시 중구")
        .customer_postcode("04524")
        .channel_group_id("channel-group-1")
        .former_channel_group_id("channel-group-0");
    assert_super(&wire_test.client.billing_keys().issue(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "POST /subscribe/customers/buyer%2F77",
        r#"{
            "channel_key": "channel-key-1", "pg": "nice.MID1", "customer_id": "customer-7",
            "card_number": "4092-0230-1234-1234", "expiry": "2029-03", "birth": "750710",
            "pwd_2digit": "99", "cvc": "365", "customer_name": "홍길동",
            "customer_tel": "010-1234-5678", "customer_email": "gil@buyer.example",
            "customer_addr": "서울시 중구", "customer_postcode": "04524",
            "channel_group_id": "channel-group-1", "channelGroupId": "channel-group-0"
        }"#,
    );

    wire_test.client.billing_keys().issue(&issued()).await.unwrap();
    wire_test.sent_the_required(
        "POST /subscribe/customers/buyer%2F77",
        r#"{
            "channel_key": "channel-key-1", "card_number": "4092-0230-1234-1234",
            "expiry": "2029-03"
        }"#,
    );
}

#[tokio::test]
async fn delete() {
    let wire_test = WireTest::of("billing_keys.delete", SINGLE).await;
    let request = DeleteBillingKey::new("buyer/77").reason("moved away").requester("customer");
    assert_single(&wire_test.client.billing_keys().delete(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "DELETE /subscribe/customers/buyer%2F77?reason=moved%20away&extra[requester]=customer",
        "",
    );

    let request = DeleteBillingKey::new("buyer/77");
    wire_test.client.billing_keys().delete(&request).await.unwrap();
    wire_test.sent_the_required("DELETE /subscribe/customers/buyer%2F77", "");
}
