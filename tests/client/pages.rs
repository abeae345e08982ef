//! Paginated lists.

use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::Pin;

use axum::Router;
use axum::extract::Query;
use axum::routing::{get, post};
use futures_core::Stream;
use portone_v1::payments::{ListPaymentsByStatus, PaymentStatusFilter};
use portone_v1::types::Payment;
use portone_v1::{Client, Error, Paginator};
use portone_v1_tests::loopback::Loopback;
use portone_v1_tests::server::Answer;

use crate::fixture::client;

/// The page of this number, with these payments on it.
fn page(payments: &[&str], next: &str) -> Answer {
    let payment = |id: &&str| {
        format!(
            r#"{{"imp_uid":"{id}","merchant_uid":"o","amount":1,"cancel_amount":0,"currency":"KRW","status":"paid"}}"#
        )
    };
    let list: Vec<_> = payments.iter().map(payment).collect();
    let list = list.join(",");
    Answer::ok(&format!(r#"{{"total":9,"previous":false,"next":{next},"list":[{list}]}}"#))
}

/// A server that gives out pages like this.
pub(crate) async fn shop(pages: fn(i64) -> Answer) -> (Client, Loopback) {
    let list = move |query: Query<HashMap<String, String>>| async move {
        assert_eq!(query["limit"], "2");
        pages(query.get("page").map_or(1, |page| page.parse().unwrap()))
    };
    let router = Router::new()
        .route("/users/getToken", post(|| async { Answer::token() }))
        .route("/payments/status/all", get(list));
    let server = Loopback::serve(router).await.unwrap();
    (client(server.url()), server)
}

pub(crate) fn three_pages(number: i64) -> Answer {
    match number {
        1 => page(&["imp_1", "imp_2"], "2"),
        2 => page(&["imp_3", "imp_4"], r#""3""#),
        3 => page(&["imp_5"], "0"),
        _ => Answer::json(400, r#"{"code":-1,"message":"no such page"}"#),
    }
}

pub(crate) fn request() -> ListPaymentsByStatus {
    ListPaymentsByStatus::new(PaymentStatusFilter::All).limit(2)
}

/// The items, and the error at the end; the stream stays ended.
async fn read(mut items: Paginator<Payment>) -> (Vec<String>, Option<Error>) {
    let mut read = Vec::new();
    loop {
        match items.next().await {
            Some(Ok(payment)) => read.push(payment.imp_uid),
            end => {
                assert!(items.next().await.is_none());
                return (read, end.map(Result::unwrap_err));
            }
        }
    }
}

async fn read_all(pages: fn(i64) -> Answer) -> (Vec<String>, Option<Error>) {
    let (client, _server) = shop(pages).await;
    read(client.payments().list_by_status_items(&request())).await
}

#[tokio::test]
async fn all_pages_are_read() {
    let (read, error) = read_all(three_pages).await;
    assert_eq!(read, ["imp_1", "imp_2", "imp_3", "imp_4", "imp_5"]);
    assert!(error.is_none());
}

#[tokio::test]
async fn iteration_begins_at_the_requested_page() {
    let (client, _server) = shop(three_pages).await;
    let (read, _) = read(client.payments().list_by_status_items(&request().page(2))).await;
    assert_eq!(read, ["imp_3", "imp_4", "imp_5"]);
}

#[tokio::test]
async fn it_is_a_stream() {
    let (client, _server) = shop(three_pages).await;
    let mut items = client.payments().list_by_status_items(&request());
    let mut count = 0;
    while let Some(item) = poll_fn(|context| Pin::new(&mut items).poll_next(context)).await {
        item.unwrap();
        count += 1;
    }
    assert_eq!(count, 5);
}

#[tokio::test]
async fn an_error_ends_the_stream() {
    let (read, error) = read_all(|number| match number {
        2 => Answer::json(400, r#"{"code":-1,"message":"no"}"#),
        other => three_pages(other),
    })
    .await;
    assert_eq!(read, ["imp_1", "imp_2"]);
    assert_eq!(error.unwrap().status(), Some(400));
}

#[tokio::test]
async fn nothing_follows_the_last_page() {
    let ends: [fn(i64) -> Answer; 5] = [
        |_| page(&["imp_1"], "0"),
        |_| page(&["imp_1"], "null"),
        |_| page(&["imp_1"], "1"),
        |_| page(&["imp_1"], "-1"),
        |number| if number == 1 { page(&["imp_1"], "2") } else { page(&[], "3") },
    ];
    for end in ends {
        let (read, error) = read_all(end).await;
        assert_eq!((read, error.is_none()), (vec!["imp_1".to_owned()], true));
    }
}

#[tokio::test]
async fn endless_pagination_is_stopped() {
    let (read, error) = read_all(|_| page(&["imp_1"], "7")).await;
    assert_eq!(read, ["imp_1"]);
    assert!(matches!(error, Some(Error::Decode(_))), "{error:?}");
}
