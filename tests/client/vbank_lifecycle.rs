//! The lifecycle of a virtual account, on the fake server.

use portone_v1::codes::Bank;
use portone_v1::payments::GetPayment;
use portone_v1::types::{PayMethod, Payment, PaymentStatus};
use portone_v1::vbanks::{ChangeVbank, FindVbankHolder, IssueVbank, RevokeVbank};
use portone_v1::{Client, Error};
use portone_v1_fake::{CHANNEL_KEY, Fake, IMP_KEY};

use crate::fixture::{at, decimal, fake, shinhan};

const DUE: i64 = 1_893_456_000;

async fn issue(client: &Client) -> Payment {
    let request = IssueVbank::new(CHANNEL_KEY, "주문/1", 10_000, shinhan(), at(DUE));
    client.vbanks().issue(&request.vbank_holder("표 가게")).await.unwrap()
}

async fn read(client: &Client, imp_uid: &str) -> Payment {
    client.payments().get(&GetPayment::new(imp_uid)).await.unwrap()
}

#[track_caller]
fn assert_refused<T: std::fmt::Debug>(result: Result<T, Error>, status: u16, operation: &str) {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Status(_) | Error::Token(_)), "{error:?}");
    assert_eq!((error.status(), error.operation()), (Some(status), Some(operation)));
    assert_eq!(error.code(), Some(-1));
}

#[tokio::test]
async fn issued_it_waits_for_a_deposit() {
    let (client, _server) = fake().await;
    let payment = issue(&client).await;
    assert_eq!(payment.status, PaymentStatus::Ready);
    assert_eq!(payment.merchant_uid, "주문/1");
    assert_eq!(payment.pay_method, Some(PayMethod::Vbank));
    assert_eq!((payment.amount, payment.vbank_date), (decimal("10000"), Some(at(DUE))));
    assert_eq!(payment.vbank_code, Some(Bank::Shinhan));
    assert_eq!(payment.vbank_name.as_deref(), Some("신한은행"));
    assert_eq!(payment.vbank_holder.as_deref(), Some("표 가게"));
    assert_eq!((payment.paid_at, payment.cancelled_at), (None, None));
    assert_eq!(read(&client, &payment.imp_uid).await, payment);
}

#[tokio::test]
async fn a_change_keeps_omitted_values() {
    let (client, _server) = fake().await;
    let imp_uid = issue(&client).await.imp_uid;
    let dearer = ChangeVbank::new(&imp_uid).amount(15_000);
    let payment = client.vbanks().change(&dearer).await.unwrap();
    assert_eq!((payment.amount, payment.vbank_date), (decimal("15000"), Some(at(DUE))));
    let later = ChangeVbank::new(&imp_uid).vbank_due(at(DUE + 60));
    let payment = client.vbanks().change(&later).await.unwrap();
    assert_eq!((payment.amount, payment.vbank_date), (decimal("15000"), Some(at(DUE + 60))));
    assert_eq!(read(&client, &imp_uid).await, payment);
}

#[tokio::test]
async fn revoked_it_stays_closed() {
    let (client, _server) = fake().await;
    let imp_uid = issue(&client).await.imp_uid;
    let revoke = RevokeVbank::new(&imp_uid);
    let payment = client.vbanks().revoke(&revoke).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Cancelled);
    assert!(payment.cancelled_at.is_some());
    assert_eq!(read(&client, &imp_uid).await, payment);
    assert_refused(client.vbanks().revoke(&revoke).await, 400, "vbanks.revoke");
    let change = ChangeVbank::new(&imp_uid).amount(1);
    assert_refused(client.vbanks().change(&change).await, 400, "vbanks.change");
}

#[tokio::test]
async fn paid_it_can_neither_change_nor_close() {
    let (client, server) = fake().await;
    let imp_uid = issue(&client).await.imp_uid;
    server.deposit(&imp_uid).unwrap();
    let payment = read(&client, &imp_uid).await;
    assert_eq!((&payment.status, payment.paid_at.is_some()), (&PaymentStatus::Paid, true));
    let change = ChangeVbank::new(&imp_uid).amount(1);
    assert_refused(client.vbanks().change(&change).await, 400, "vbanks.change");
    let revoke = RevokeVbank::new(&imp_uid);
    assert_refused(client.vbanks().revoke(&revoke).await, 400, "vbanks.revoke");
    assert_eq!(read(&client, &imp_uid).await, payment);
}

#[tokio::test]
async fn one_order_can_have_two() {
    let (client, _server) = fake().await;
    let (first, second) = (issue(&client).await, issue(&client).await);
    assert_ne!((&first.imp_uid, &first.vbank_num), (&second.imp_uid, &second.vbank_num));
    client.vbanks().revoke(&RevokeVbank::new(&first.imp_uid)).await.unwrap();
    assert_eq!(read(&client, &second.imp_uid).await.status, PaymentStatus::Ready);
}

#[tokio::test]
async fn unknown_it_is_not_found() {
    let (client, _server) = fake().await;
    let get = GetPayment::new("imp_0");
    assert_refused(client.payments().get(&get).await, 404, "payments.get");
    let change = ChangeVbank::new("imp_0").amount(1);
    assert_refused(client.vbanks().change(&change).await, 404, "vbanks.change");
    assert_refused(client.vbanks().revoke(&RevokeVbank::new("imp_0")).await, 404, "vbanks.revoke");
}

#[tokio::test]
async fn without_a_channel_it_is_not_issued() {
    let (client, _server) = fake().await;
    let request = IssueVbank::new("another channel", "order-1", 10_000, shinhan(), at(DUE));
    assert_refused(client.vbanks().issue(&request).await, 400, "vbanks.issue");
}

#[tokio::test]
async fn a_holder_is_found_or_not() {
    let (client, _server) = fake().await;
    let account = FindVbankHolder::new(Bank::Shinhan, "110-123-456789");
    assert_eq!(client.vbanks().find_holder(&account).await.unwrap().bank_holder, "홍길동");
    let elsewhere = FindVbankHolder::new(Bank::Woori, "110-123-456789");
    assert_refused(client.vbanks().find_holder(&elsewhere).await, 404, "vbanks.find_holder");
}

#[tokio::test]
async fn wrong_keys_buy_no_token() {
    let server = Fake::start().await.unwrap();
    let client = Client::builder().base_url(server.url()).credentials(IMP_KEY, "a guess");
    let result = client.build().unwrap().payments().get(&GetPayment::new("imp_1")).await;
    assert_refused(result, 401, "authentication.get_token");
}
