use portone_v1::Decimal;
use portone_v1::codes::{Bank, Gateway};
use portone_v1::payments::{
    CancelAmount, CancelExtra, CancelPayment, CancelRequester, Checksum, FindAllPayments,
    FindPayment, GetPayment, ListPayments, ListPaymentsByStatus, PaymentSorting,
    PaymentStatusFilter,
};
use portone_v1::types::{PagedPayments, PaymentStatus};

use super::wire_test::WireTest;
use crate::answers::payment;
use crate::fixture::{at, decimal};

fn page() -> String {
    format!(r#"{{"total":21,"previous":0,"next":2,"list":[{}]}}"#, payment::JSON)
}

#[track_caller]
fn assert_page(page: &PagedPayments) {
    assert_eq!((page.total, page.previous, page.next), (Some(21), Some(0), Some(2)));
    let [payment] = page.list.as_slice() else { panic!("{page:?}") };
    assert_eq!((&*payment.imp_uid, payment.amount), ("imp_1", decimal("12000")));
}

#[tokio::test]
async fn get() {
    let wire_test = WireTest::of("payments.get", payment::JSON).await;
    let request = GetPayment::new("imp_1").include_sandbox(true);
    let payment = wire_test.client.payments().get(&request).await.unwrap();
    assert_eq!((&*payment.imp_uid, payment.status), ("imp_1", PaymentStatus::Paid));
    let line = "GET /payments/imp_1?include_sandbox=true";
    wire_test.sent_exactly(&request, line, "");

    wire_test.client.payments().get(&GetPayment::new("imp_1")).await.unwrap();
    wire_test.sent_the_required("GET /payments/imp_1", "");
}

#[tokio::test]
async fn list() {
    let wire_test = WireTest::of("payments.list", &format!("[{}]", payment::JSON)).await;
    let request = ListPayments::new().imp_uid(["imp_1", "imp_2"]).merchant_uid(["주문/1"]);
    let payments = wire_test.client.payments().list(&request).await.unwrap();
    assert_eq!((payments.len(), &*payments[0].merchant_uid), (1, "order-1"));
    wire_test.sent_exactly(
        &request,
        "GET /payments?imp_uid[]=imp_1&imp_uid[]=imp_2&merchant_uid[]=%EC%A3%BC%EB%AC%B8%2F1",
        "",
    );

    wire_test.client.payments().list(&ListPayments::new()).await.unwrap();
    wire_test.sent_the_required("GET /payments", "");
}

#[tokio::test]
async fn find() {
    let found = payment::JSON.replace("order-1", "order/1");
    let wire_test = WireTest::of("payments.find", &found).await;
    let request = FindPayment::new("order/1")
        .payment_status(PaymentStatus::Paid)
        .sorting(PaymentSorting::FirstPaid);
    let payment = wire_test.client.payments().find(&request).await.unwrap();
    assert_eq!(payment.merchant_uid, "order/1");
    wire_test.sent_exactly(&request, "GET /payments/find/order%2F1/paid?sorting=paid", "");

    wire_test.client.payments().find(&FindPayment::new("order/1")).await.unwrap();
    wire_test.sent_the_required("GET /payments/find/order%2F1", "");
}

#[tokio::test]
async fn find_all() {
    let wire_test = WireTest::of("payments.find_all", &page()).await;
    let request = FindAllPayments::new("order-1")
        .payment_status(PaymentStatus::Cancelled)
        .page(1)
        .limit(20)
        .sorting(PaymentSorting::LastStarted);
    assert_page(&wire_test.client.payments().find_all(&request).await.unwrap());
    let line = "GET /payments/findAll/order-1/cancelled?page=1&limit=20&sorting=-started";
    wire_test.sent_exactly(&request, line, "");

    wire_test.client.payments().find_all(&FindAllPayments::new("order-1")).await.unwrap();
    wire_test.sent_the_required("GET /payments/findAll/order-1", "");
}

#[tokio::test]
async fn list_by_status() {
    let wire_test = WireTest::of("payments.list_by_status", &page()).await;
    let request = ListPaymentsByStatus::new(PaymentStatusFilter::All)
        .page(2)
        .limit(1_000)
        .from(at(1_711_065_600))
        .to(at(1_711_152_000))
        .sorting(PaymentSorting::LastUpdated);
    assert_page(&wire_test.client.payments().list_by_status(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "GET /payments/status/all?page=2&limit=1000&from=1711065600&to=1711152000&sorting=-updated",
        "",
    );

    let request = ListPaymentsByStatus::new("failed");
    wire_test.client.payments().list_by_status(&request).await.unwrap();
    wire_test.sent_the_required("GET /payments/status/failed", "");
}

#[tokio::test]
async fn cancel() {
    let wire_test = WireTest::of("payments.cancel", payment::JSON).await;
    let request =
        CancelPayment::new(CancelAmount::Partial(Decimal::new(1_010, 2)), Checksum::expect(12_000))
            .imp_uid("imp_1")
            .merchant_uid("order-1")
            .tax_free(0)
            .vat_amount(Decimal::new(92, 2))
            .reason("one ticket too many")
            .refund_holder("홍길동")
            .refund_bank(Bank::Shinhan.at(&Gateway::Kcp).unwrap())
            .refund_account("56211105948400")
            .refund_tel("010-1234-5678")
            .retain_promotion(false)
            .enable_webhook(true)
            .extra(CancelExtra::new().requester(CancelRequester::Customer));
    let payment = wire_test.client.payments().cancel(&request).await.unwrap();
    assert_eq!((payment.cancel_amount, payment.cancel_history.len()), (decimal("3000"), 2));
    wire_test.sent_exactly(
        &request,
        "POST /payments/cancel",
        r#"{
            "imp_uid": "imp_1", "merchant_uid": "order-1",
            "amount": 10.1, "tax_free": 0, "vat_amount": 0.92, "checksum": 12000,
            "reason": "one ticket too many", "refund_holder": "홍길동", "refund_bank": "BK88",
            "refund_account": "56211105948400", "refund_tel": "010-1234-5678",
            "retain_promotion": false, "enable_webhook": true,
            "extra": {"requester":"customer"}
        }"#,
    );

    let request =
        CancelPayment::new(CancelAmount::Full, Checksum::Unchecked).merchant_uid("order-1");
    wire_test.client.payments().cancel(&request).await.unwrap();
    let body = r#"{"merchant_uid":"order-1"}"#;
    wire_test.sent_one_of("merchant_uid", "POST /payments/cancel", body);
}
