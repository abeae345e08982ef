use portone_v1::Decimal;
use portone_v1::schedules::{
    CancelSchedules, ChangeSchedule, CreateSchedules, GetSchedule, ListSchedulesByCustomer,
    NewSchedule, Reschedule, RetrySchedule, SchedulesToCancel,
};
use portone_v1::types::{
    CashReceiptType, ChargeExtra, PaymentStatus, ProductType, Schedule, ScheduleStatus,
};

use super::wire_test::WireTest;
use crate::answers::payment;
use crate::fixture::{at, decimal};

const SCHEDULE: &str = r#"{
    "customer_uid": "buyer-77", "merchant_uid": "order-1", "imp_uid": null,
    "schedule_at": 1893456000, "executed_at": 0, "revoked_at": 0, "amount": 12000,
    "currency": "KRW", "name": "표", "schedule_status": "scheduled", "payment_status": null
}"#;

#[track_caller]
fn assert_schedule(schedules: &[Schedule]) {
    let [schedule] = schedules else { panic!("{schedules:?}") };
    assert_eq!(schedule.merchant_uid.as_deref(), Some("order-1"));
    assert_eq!((&schedule.imp_uid, &schedule.payment_status), (&None, &None));
    assert_eq!(schedule.schedule_at, Some(at(1_893_456_000)));
    assert_eq!((schedule.executed_at, schedule.revoked_at), (None, None));
    assert_eq!(schedule.amount, Some(decimal("12000")));
    assert_eq!(schedule.schedule_status, Some(ScheduleStatus::Scheduled));
}

fn bare() -> NewSchedule {
    NewSchedule::new("order-2", at(1_896_134_400), "USD", Decimal::new(1_010, 2), "표")
}

/// With everything that a charge can carry.
fn full() -> NewSchedule {
    NewSchedule::new("order-1", at(1_893_456_000), "KRW", 12_000, "표 두 장")
        .tax_free(2_000)
        .vat_amount(909)
        .buyer_name("홍길동")
        .buyer_email("gil@buyer.example")
        .buyer_tel("010-1234-5678")
        .buyer_addr("서울시 중구")
        .buyer_postcode("04524")
        .custom_data("seats A1, A2")
        .notice_url("https://shop.example/hook")
        .product_type(ProductType::Real)
        .cash_receipt_type(CashReceiptType::Company)
        .card_quota(3)
        .interest_free_by_merchant(true)
        .use_card_point(false)
        .product_count(2)
        .browser_ip("203.0.113.7")
        .extra(ChargeExtra::new().naver_use_cfm("20261231"))
        .bypass("{}")
        .promotion_id("promotion-id-1")
}

const FULL: &str = concat!(
    r#"{"merchant_uid":"order-1","schedule_at":1893456000,"currency":"KRW","amount":12000,"#,
    r#""tax_free":2000,"vat_amount":909,"name":"표 두 장","buyer_name":"홍길동","#,
    r#""buyer_email":"gil@buyer.example","buyer_tel":"010-1234-5678","#,
    r#""buyer_addr":"서울시 중구","buyer_postcode":"04524","custom_data":"seats A1, A2","#,
    r#""notice_url":"https://shop.example/hook","product_type":"real","#,
    r#""cash_receipt_type":"company","card_quota":3,"interest_free_by_merchant":true,"#,
    r#""use_card_point":false,"product_count":2,"browser_ip":"203.0.113.7","#,
    r#""extra":{"naverUseCfm":"20261231"},"bypass":"{}","promotion_id":"promotion-id-1"}"#,
);

const BARE: &str = concat!(
    r#"{"merchant_uid":"order-2","schedule_at":1896134400,"currency":"USD","#,
    r#""amount":10.1,"name":"표"}"#,
);

#[tokio::test]
async fn create() {
    let wire_test = WireTest::of("schedules.create", &format!("[{SCHEDULE}]")).await;
    let request = CreateSchedules::new("buyer-77", [full(), bare()])
        .customer_id("customer-7")
        .checking_amount(100)
        .card_number("4092-0230-1234-1234")
        .expiry("2029-03")
        .birth("750710")
        .pwd_2digit("99")
        .cvc("365")
        .channel_key("channel-key-1")
        .pg("nice.MID1")
        .old_channel_key("channel-key-0");
    assert_schedule(&wire_test.client.schedules().create(&request).await.unwrap());
    let rest = r#"
        "customer_uid": "buyer-77", "customer_id": "customer-7", "checking_amount": 100,
        "card_number": "4092-0230-1234-1234", "expiry": "2029-03", "birth": "750710",
        "pwd_2digit": "99", "cvc": "365", "channel_key": "channel-key-1", "pg": "nice.MID1",
        "channelKey": "channel-key-0""#;
    let body = format!(r#"{{{rest},"schedules":[{FULL},{BARE}]}}"#);
    wire_test.sent_exactly(&request, "POST /subscribe/payments/schedule", &body);
    let shown = format!("{request:?}");
    for secret in ["홍길동", "gil@buyer.example", "010-1234-5678", "서울시 중구", "203.0.113.7"]
    {
        assert!(!shown.contains(secret), "{shown}");
    }

    let wire_test = WireTest::of("schedules.create", r#"[{"merchant_uid":"order-2"}]"#).await;
    let request = CreateSchedules::new("buyer-77", [bare()]);
    wire_test.client.schedules().create(&request).await.unwrap();
    let body = format!(r#"{{"customer_uid":"buyer-77","schedules":[{BARE}]}}"#);
    wire_test.sent_the_required("POST /subscribe/payments/schedule", &body);
}

#[tokio::test]
async fn cancel() {
    let wire_test = WireTest::of("schedules.cancel", &format!("[{SCHEDULE}]")).await;
    let request = CancelSchedules::new(SchedulesToCancel::only(["order-1", "order-2"]))
        .customer_uid("buyer-77");
    assert_schedule(&wire_test.client.schedules().cancel(&request).await.unwrap());
    let body = r#"{"customer_uid":"buyer-77","merchant_uid":["order-1","order-2"]}"#;
    wire_test.sent_exactly(&request, "POST /subscribe/payments/unschedule", body);

    let request = CancelSchedules::new(SchedulesToCancel::All).customer_uid("buyer-77");
    wire_test.client.schedules().cancel(&request).await.unwrap();
    let body = r#"{"customer_uid":"buyer-77"}"#;
    wire_test.sent_one_of("customer_uid", "POST /subscribe/payments/unschedule", body);
}

#[tokio::test]
async fn change() {
    let wire_test = WireTest::of("schedules.change", SCHEDULE).await;
    let request = ChangeSchedule::new("order-1", at(1_893_456_000));
    let schedule = wire_test.client.schedules().change(&request).await.unwrap();
    assert_schedule(&[schedule]);
    let line = "PUT /subscribe/payments/schedule/order-1";
    wire_test.sent_exactly(&request, line, r#"{"schedule_at":1893456000}"#);
    wire_test.sent_the_required(line, r#"{"schedule_at":1893456000}"#);
}

#[tokio::test]
async fn reschedule() {
    let wire_test = WireTest::of("schedules.reschedule", SCHEDULE).await;
    let request = Reschedule::new("order-1", at(1_893_456_000));
    let schedule = wire_test.client.schedules().reschedule(&request).await.unwrap();
    assert_schedule(&[schedule]);
    let line = "POST /subscribe/payments/schedule/order-1/reschedule";
    wire_test.sent_exactly(&request, line, r#"{"schedule_at":1893456000}"#);
    wire_test.sent_the_required(line, r#"{"schedule_at":1893456000}"#);
}

#[tokio::test]
async fn retry() {
    let wire_test = WireTest::of("schedules.retry", payment::JSON).await;
    let request = RetrySchedule::new("order-1");
    let payment = wire_test.client.schedules().retry(&request).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Paid);
    let line = "POST /subscribe/payments/schedule/order-1/retry";
    wire_test.sent_exactly(&request, line, "{}");
    wire_test.sent_the_required(line, "{}");
}

/// The docs show a list here, and a single record as well.
#[tokio::test]
async fn get() {
    for response in [format!("[{SCHEDULE}]"), SCHEDULE.to_owned()] {
        let wire_test = WireTest::of("schedules.get", &response).await;
        let request = GetSchedule::new("order-1");
        assert_schedule(&wire_test.client.schedules().get(&request).await.unwrap());
        wire_test.sent_exactly(&request, "GET /subscribe/payments/schedule/order-1", "");
        wire_test.sent_the_required("GET /subscribe/payments/schedule/order-1", "");
    }
}

#[tokio::test]
async fn list_by_customer() {
    let response = format!(r#"{{"total":1,"previous":0,"next":0,"list":[{SCHEDULE}]}}"#);
    let wire_test = WireTest::of("schedules.list_by_customer", &response).await;
    let (from, to) = (at(1_711_065_600), at(1_711_152_000));
    let request = ListSchedulesByCustomer::new("buyer-77", from, to)
        .page(2)
        .schedule_status(ScheduleStatus::Revoked);
    let page = wire_test.client.schedules().list_by_customer(&request).await.unwrap();
    assert_schedule(&page.list);
    let line = "GET /subscribe/payments/schedule/customers/buyer-77";
    let span = "from=1711065600&to=1711152000";
    let everything = format!("{line}?page=2&{span}&schedule-status=revoked");
    wire_test.sent_exactly(&request, &everything, "");

    let request = ListSchedulesByCustomer::new("buyer-77", from, to);
    wire_test.client.schedules().list_by_customer(&request).await.unwrap();
    wire_test.sent_the_required(&format!("{line}?{span}"), "");
}

/// Documented as a list, called paged, and seen as a page: either is read.
#[tokio::test]
async fn a_list_of_schedules_without_its_page_is_read() {
    let wire_test = WireTest::of("schedules.list_by_customer", &format!("[{SCHEDULE}]")).await;
    let (from, to) = (at(1_711_065_600), at(1_711_152_000));
    let request = ListSchedulesByCustomer::new("buyer-77", from, to);
    let page = wire_test.client.schedules().list_by_customer(&request).await.unwrap();
    assert_schedule(&page.list);
    assert_eq!((page.total, page.next), (None, None));
}
