//! The client for programs without async.

use std::thread;

use portone_v1::blocking::Client;
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPayment};
use portone_v1::verification::{UntrustedNotification, UntrustedPayment};
use portone_v1::{CallOptions, Error, ReconcilePolicy, Reconciled};
use portone_v1_tests::server::{Answer, Server};
use tokio::sync::oneshot;

use crate::answers::payment;
use crate::fixture::{KEY, SECRET};
use crate::pages;
use crate::slow_shop::{SlowShop, TIMEOUT};

fn client(url: &str) -> Client {
    Client::builder().base_url(url).credentials(KEY, SECRET).build().unwrap()
}

/// Runs it on a thread that belongs to no runtime, while the server goes on in this one.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = oneshot::channel();
    thread::spawn(move || sender.send(work()));
    receiver.await.expect("the work did not panic")
}

async fn talk(answer: Answer) -> (Client, Server) {
    let server = Server::start(answer).await.unwrap();
    (client(server.url()), server)
}

#[tokio::test]
async fn calls_are_waited_for() {
    let (client, server) = talk(Answer::ok(payment::JSON)).await;
    let found =
        apart(move || client.with_tier("002").payments().get(&GetPayment::new("imp_1")).unwrap());
    assert_eq!(found.await.merchant_uid, "order-1");
    assert_eq!(server.calls()[0].header("tier"), Some("002"));
}

#[tokio::test]
async fn threads_share_a_client_and_a_token() {
    let (client, server) = talk(Answer::ok(payment::JSON)).await;
    apart(move || {
        thread::scope(|scope| {
            for _ in 0..20 {
                scope.spawn(|| client.clone().payments().get(&GetPayment::new("imp_1")).unwrap());
            }
        });
    })
    .await;
    assert_eq!(server.received().len(), 20 + 1);
}

#[tokio::test]
async fn within_a_task_it_is_an_error_that_says_so() {
    let (client, server) = talk(Answer::ok(payment::JSON)).await;
    let error = client.payments().get(&GetPayment::new("imp_1")).unwrap_err();
    assert!(matches!(error, Error::Config(_)));
    assert!(error.to_string().contains("async task"), "{error}");
    let mut items = client.payments().list_by_status_items(&pages::request());
    assert!(matches!(items.next(), Some(Err(Error::Config(_)))));
    assert!(items.next().is_none());
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn pages_are_an_iterator() {
    let (_, server) = pages::shop(pages::three_pages).await;
    let client = client(server.url());
    let read = apart(move || {
        let items = client.payments().list_by_status_items(&pages::request());
        items.map(|item| item.unwrap().imp_uid).collect::<Vec<_>>()
    });
    assert_eq!(read.await, ["imp_1", "imp_2", "imp_3", "imp_4", "imp_5"]);
}

#[tokio::test]
async fn a_lost_response_can_be_reconciled() {
    let (client, server) = talk(Answer::html(502, "bad gateway")).await;
    let refund = CancelPayment::new(CancelAmount::partial(5_000), Checksum::expect(9_000));
    let client = client.with(CallOptions::new().no_retry().reconcile(ReconcilePolicy::once()));
    let (again, refund) = (client.clone(), refund.imp_uid("imp_1"));
    let error = apart(move || again.payments().cancel(&refund).unwrap_err()).await;
    assert!(matches!(error, Error::OutcomeUnknown(_)), "{error:?}");
    server.answer(Answer::ok(payment::JSON));
    let reconciled = apart(move || client.reconcile(&error).unwrap()).await;
    assert!(matches!(reconciled, Reconciled::NotDoneYet), "{reconciled:?}");
}

#[tokio::test]
async fn reconcile_blocks_until_the_request_is_done() {
    let shop = SlowShop::start(9_000).await;
    let client = client(shop.url());
    let refund = CancelPayment::new(CancelAmount::partial(5_000), Checksum::expect(9_000));
    let reconciled = apart(move || {
        let impatient = client.with(CallOptions::new().timeout(TIMEOUT));
        let error = impatient.payments().cancel(&refund.imp_uid("imp_1")).unwrap_err();
        client.reconcile(&error).unwrap()
    });
    let reconciled = reconciled.await;
    assert!(matches!(reconciled, Reconciled::Done(_)), "{reconciled:?}");
    assert_eq!((shop.refunds(), shop.cancelled()), (1, 5_000));
}

#[tokio::test]
async fn webhooks_are_verified() {
    let paid = payment::JSON.replace(r#""cancel_amount": 3000"#, r#""cancel_amount": 0"#);
    let paid = paid.replace(r#""sandbox": true"#, r#""sandbox": false"#);
    let (client, _server) = talk(Answer::ok(&paid)).await;
    let body = br#"{"imp_uid":"imp_1","merchant_uid":"order-1","status":"paid"}"#;
    let notification = UntrustedNotification::parse(Some("application/json"), body).unwrap();
    let order = UntrustedPayment::of_order("order-1");
    let (verified, refused, of_order) = apart(move || {
        let verified = client.verify(&notification, 12_000).unwrap();
        (verified, client.verify(&notification, 12_001), client.verify(&order, 12_000).unwrap())
    })
    .await;
    assert_eq!((verified.amount, verified.is_test()), (12_000.into(), false));
    assert_eq!(of_order.imp_uid, verified.imp_uid);
    assert!(refused.is_err());
}
